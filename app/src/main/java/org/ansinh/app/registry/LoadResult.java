package org.ansinh.app.registry;

import java.util.List;

/** What a load brought: how much of it was new, and the rows that were refused or repaired. */
public record LoadResult(Counts added, long lastRecording, List<Refusal> refusals, List<Repair> repairs) {

    public record Counts(
            long recordings,
            long people,
            long households,
            long identities,
            long memberships,
            long relations,
            long facts) {}

    /** Something that could be put right without doubt; proposed to whoever brings the file. */
    public record Repair(int line, String field, String from, String to, String why) {}

    public boolean broughtNothingNew() {
        return added.recordings() == 0;
    }
}
