package org.ansinh.app.exchange;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.PopulationCheckDesk.Judged;
import org.ansinh.app.registry.PopulationCheckDesk.Made;
import org.ansinh.app.registry.PopulationCheckDesk.Order;
import org.ansinh.app.registry.PopulationCheckDesk.Taken;

/** Lists for the population database: whom to put on one, the workbook that goes out, and the one that comes back. */
public interface PopulationFilesDesk {

    /** Communes of whoever acts, by code. */
    Map<String, String> communes();

    /** Programmes whose list to pay may be checked, by what they are called: none whose name would tell what is hidden. */
    Map<String, String> programmes(Locale locale);

    /**
     * Whom a list of this kind would hold.
     *
     * @param subject the person or household, where the list is of one
     */
    record Choice(Order order, Optional<Integer> subject) {}

    /** @param waiting of those, whom another list still waits for: they are left out */
    record Chosen(List<Integer> people, int waiting) {}

    Chosen chosen(Choice choice);

    Made make(Choice choice, String onceKey);

    /** The workbook as it was frozen; whoever takes it out stands in the audit. */
    void xlsx(int list, Path into);

    /** Keeps what came back, if it is a workbook with answers; nothing is recorded. */
    FileId bring(int list, InputStream sent, String name);

    /**
     * A file that came back, read and judged.
     *
     * @param refusals rows that are not taken, in the order of the file
     */
    record Looked(BroughtFile file, int list, Judged judged, List<RowRefusal> refusals, List<String> ignored) {}

    /** Empty where there is no such file of whoever acts. */
    Optional<Looked> look(FileId file);

    /** Files that came back for a list, brought by whoever acts. */
    List<BroughtFile> files(int list);

    Taken record(FileId file);

    void throwAway(FileId file);
}
