package org.ansinh.app.payments;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.casework.PaperType;

/** The signed list of a pay day, scanned or photographed, page by page. */
public interface CashPaperDesk {

    /** How large one may be, in bytes. */
    long mostBytes();

    List<Scan> of(long cashDayId);

    /**
     * Keeps it, if it is what its name says, and harmless; empty when it is kept.
     *
     * @throws org.ansinh.app.casework.PaperRefused with the reason
     */
    Optional<BrokenRule> attach(long cashDayId, String givenName, Path content);

    /** Writes it into a file of the disk, proven to be the one that was attached; reading it is audited. */
    Optional<Scan> fetch(long cashDayId, long scan, Path into);

    record Scan(long id, String givenName, PaperType type, int size, String digest, Instant at, String by) {}
}
