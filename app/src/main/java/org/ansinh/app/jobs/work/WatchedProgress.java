package org.ansinh.app.jobs.work;

import java.util.concurrent.TimeUnit;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.JobId;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.store.JobRows;

/** Writes a job's progress to its row, at most twice a second: a page asks no oftener. */
final class WatchedProgress implements Progress {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final JobId id;
    private final JobRows rows;
    private String what = "";
    private long total;
    private long done;
    private long lastWritten;

    WatchedProgress(JobId id, JobRows rows) {
        this.id = id;
        this.rows = rows;
    }

    @Override
    public synchronized void begin(String stretch, long steps) {
        what = stretch;
        total = steps;
        done = 0;
        write();
    }

    @Override
    public synchronized void advance(long more) {
        done += more;
        if (System.nanoTime() - lastWritten >= PAUSE) {
            write();
        }
    }

    private void write() {
        lastWritten = System.nanoTime();
        // the work may be acting as an officer, to whom the rows of jobs do not belong
        Acting.run(Actor.WORKER, () -> rows.progress(id, what, done, total));
    }
}
