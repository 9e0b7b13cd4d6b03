package org.ansinh.rules.determination;

import java.time.YearMonth;

/** What falls due in a month, and for which period: the month itself, a quarter it is part of, a year, an event. */
record Due(OwedPeriod period, YearMonth month, MonthOwed owed) {

    long amount() {
        return owed.amount();
    }
}
