package org.ansinh.app.exchange;

import java.nio.file.Path;

/** Current knowledge of one's area, taken out into a file; the audit keeps what, how much and a digest. */
public interface ExportDesk {

    /** One sheet per section. */
    void xlsx(Path into);

    /** A zip of one CSV per section; the same knowledge gives the same bytes. */
    void csv(Path into);
}
