package org.ansinh.app.casework;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Where the law gives more than was signed: one act by cause brings the decisions up to it. Everything holds for the area of whoever acts. */
public interface AdjustDesk {

    /** People whose level by the law is above the signed one, by cause, as last worked out; whoever has a draft for it already is left out. */
    List<Difference> differences();

    /** Drafts an adjusting decision for everybody of a cause; asked twice it drafts nobody twice. */
    long draft(Cause cause, Optional<String> communeCode);

    /** The same old level, the same new one, from the same month. Levels are đồng a month. */
    record Cause(String programme, long oldLevel, long newLevel, YearMonth from) {}

    /**
     * A cause in a commune.
     *
     * @param rise what the decisions would give more each month, đồng
     * @param arrears what they would owe at once for months up to now, đồng
     * @param unverified how many rest on law that no jurist has released
     */
    record Difference(Cause cause, String communeCode, long number, long rise, long arrears, long unverified) {}
}
