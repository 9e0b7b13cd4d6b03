package org.ansinh.app.exchange;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;

/** Files into the register. Whoever acts brings in what lies in their area. */
public interface ImportDesk {

    /** Copies what is sent into a file and stops as soon as it is more than the limit. */
    void receive(InputStream sent, Path into);

    /**
     * What a file would bring, with nothing kept.
     *
     * @param name how whoever brings it calls it
     * @param asOf the day its codes and names of communes are meant for
     */
    ImportReport preview(Path file, String name, LocalDate asOf);

    /** Takes in what is good; the same file a second time brings nothing new. */
    ImportReport load(Path file, String name, LocalDate asOf);

    /** The refused rows of a file with the reason beside each, as an XLSX one corrects and loads again. */
    void refusedRows(Path file, String name, ImportReport report, OutputStream into);
}
