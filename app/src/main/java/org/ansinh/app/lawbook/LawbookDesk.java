package org.ansinh.app.lawbook;

import java.time.Instant;
import java.util.List;
import org.ansinh.rules.Law;

/** The face of this room. All of it needs somebody who acts, except {@link #current()} once a pack is installed. */
public interface LawbookDesk {

    /** Stores the pack that came with this server and puts it in force after that recording. The pack in force is left as it is when it has the same hash. */
    Installed installShipped(long afterRecording);

    /** The pack in force now. */
    Law current();

    /** The pack that was in force when that recording was the last one. */
    Law inForceAt(long recording);

    /** A pack by its hash, as a decision names it. */
    Law byHash(String hash);

    List<Installed> history();

    /** A pack and the recording after which it holds. */
    record Installed(String hash, String packId, String version, long fromRecording, Instant installedAt) {}
}
