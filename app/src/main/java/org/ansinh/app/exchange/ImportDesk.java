package org.ansinh.app.exchange;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Files into the register: brought, looked at, accepted, taken in. Whoever acts brings in what lies in their area. */
public interface ImportDesk {

    /**
     * Keeps what is sent, stopping as soon as it is more than the limit, and asks for it to be read.
     *
     * @param name how whoever brings it calls it
     * @param asOf the day its codes and names of communes are meant for
     */
    FileId bring(InputStream sent, String name, LocalDate asOf);

    /** The newest files that whoever acts brought or may accept. */
    List<BroughtFile> files(int atMost);

    /** Those of somebody else that wait for whoever acts. */
    List<BroughtFile> toAccept();

    Optional<BroughtFile> find(FileId file);

    /** Asks for the file to be taken in. Decisions and payees are accepted by another officer than the one who brought them. */
    void accept(FileId file);

    void throwAway(FileId file);

    /** Asks once more, after the server itself failed at it. */
    void again(FileId file);

    /** The refused rows as an XLSX that one corrects and loads again. */
    void refusedRows(FileId file, Path into);

    /** An empty workbook with the headings of every table, one example row each, and what may stand where. */
    void template(Path into);
}
