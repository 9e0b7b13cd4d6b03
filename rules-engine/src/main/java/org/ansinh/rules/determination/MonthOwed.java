package org.ansinh.rules.determination;

/** What one programme owes for one month by itself: the amount, the provisions it is made of, and when it was signed. */
record MonthOwed(long amount, long provisions, int signed, int levelDay, boolean isFloor) {

    static final MonthOwed NOTHING = new MonthOwed(0, 0, Integer.MIN_VALUE, Integer.MIN_VALUE, false);
}
