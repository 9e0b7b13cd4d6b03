package org.ansinh.app.determination;

import java.time.YearMonth;
import java.util.Collection;

/**
 * What signed decisions owe, from the first month that is not paid, worked out from what is known now. Rooms above read it in {@code determination.face_owed}.
 */
public interface OwedDesk {

    /** The kind of job that works communes out; its order is the month and the communes, as {@code 2026-10 01290,01294}. */
    String OWED_JOB = "owed";

    /**
     * Works out a commune through a month, now. An account is made only where an answer changed since the newest one.
     *
     * @return how many programmes had a changed answer
     */
    int bringUpToDate(String communeCode, YearMonth through);

    /** Asks for the same of several communes through the house month, once the transaction is committed. */
    void ask(Collection<String> communeCodes);

    /** Whether the house is working communes out through the month by itself, or is about to. */
    boolean isUnderWay(YearMonth through);
}
