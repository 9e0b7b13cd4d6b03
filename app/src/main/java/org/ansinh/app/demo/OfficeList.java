package org.ansinh.app.demo;

import java.nio.file.Path;

/**
 * The list that an invented office keeps of whom it pays, to lie beside our own month: a spreadsheet took the zeros of its numbers, and a handful of its lines are
 * wrong in ways that real lists are.
 */
public interface OfficeList {

    /** For the first commune of whoever acts; returns what to call the file. */
    String write(Path into);
}
