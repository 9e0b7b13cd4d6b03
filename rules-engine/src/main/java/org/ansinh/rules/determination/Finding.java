package org.ansinh.rules.determination;

import org.jspecify.annotations.Nullable;

/** Where a subject stands with one programme on the day looked at, others considered. */
record Finding(
        Answer answer,
        long level,
        boolean hasLevel,
        long met,
        long paid,
        long missing,
        @Nullable ShutOut shutOut) {

    static final Finding NOTHING = new Finding(Answer.NOT_MET, 0, false, 0, 0, 0, null);

    /** The same, with something else received in its place. */
    Finding shutOut(@Nullable ShutOut inFavourOf) {
        return new Finding(Answer.NOT_MET, 0, false, met, 0, 0, inFavourOf);
    }

    /** The same, with facts of others still open that could put something else in its place. */
    Finding depending(long factsOfOthers, boolean keepsFloor) {
        boolean has = hasLevel && keepsFloor;
        return new Finding(
                Answer.UNDETERMINED, has ? level : 0, has, met, has ? paid : 0, missing | factsOfOthers, null);
    }
}
