package org.ansinh.rules.determination;

/** Where a subject stands with one programme on the days from the one looked at until {@code until}, others considered. */
record Finding(Answer answer, long level, boolean hasLevel, long met, long paid, long missing, int until, int lostTo) {

    static final int NOT_LOST = -1;
}
