package org.ansinh.app.jobs;

import java.util.List;
import java.util.Optional;

/** Where long work is asked for and watched. An officer sees their own jobs; the worker all. */
public interface JobDesk {
    /**
     * Asks for work as whoever acts now; it starts once the transaction is committed, at once or after the next start. Asked for twice while it still waits or
     * works, it is one job.
     *
     * @param kind the name of a {@link JobKind}
     */
    JobId ask(String kind, String order);

    /**
     * Does a job that failed once more.
     *
     * @return false when it is none of the asker's own, or did not fail, or the same is under way already
     */
    boolean again(JobId id);

    Optional<JobState> find(JobId id);

    /** The newest first. */
    List<JobState> latest(String kind, int atMost);
}
