package org.ansinh.app.exchange;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** A month beside the office's own list. */
public interface CompareDesk {

    /** Reads the office's list (columns as of people, and an amount) and lays it beside what the newest determination of the month says is owed. */
    List<ComparedLine> compare(Path file, String name, YearMonth month, String programme);
}
