package org.ansinh.app.casework;

import java.util.Optional;

/** Official forms of the law pack, filled in for a file. Everything holds for the area and purposes of whoever acts. */
public interface FormDesk {

    /**
     * The form of the file's group, or the one of that code; empty where several may be meant and none is named, whoever acts does not see the file, it has no such form today, or nobody of the pack has its wording.
     * Leaves its entry in the audit.
     */
    Optional<FilledForm> form(long application, Optional<String> code);
}
