package org.ansinh.app.casework;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the newest determination of a month says, as lists per programme, commune and village, within the area of whoever acts. */
public interface EntitlementLists {

    List<YearMonth> months();

    /** How many stand on each list of a programme in each commune. */
    List<Tally> tallies(YearMonth month);

    long count(ListChoice choice);

    /** In the reader's language. */
    List<Entry> page(ListChoice choice, Sort sort, Locale locale, int page, int pageSize);

    /** The whole list as a workbook; handing it out leaves its entry in the audit. */
    byte[] workbook(ListChoice choice, Sort sort, SheetWords words);

    /**
     * What stands above a sheet and its columns, in the reader's language, and the names of communes by code.
     *
     * @param mark a line that says that the people are invented; empty where they are not
     */
    record SheetWords(Locale locale, String title, String mark, List<String> headings, Map<String, String> communes) {}

    /** Villages that have somebody on the list. */
    List<Village> villages(ListChoice choice);

    /** Communes of the end of the month that are there no more, of the chosen commune or the whole area; none of a month of today's communes. */
    List<Former> formers(ListChoice choice);

    /** A commune as it was called then, with its district. */
    record Former(String code, String name) {}

    /** Which list. */
    enum Kind {
        ENTITLED,
        UNDETERMINED,
        /** A right that nobody has decided. */
        WITHOUT_DECISION,
        /** The conditions are met, and a quota, a budget or a discretion decides. */
        POSSIBLE,
        /** A decision is in force, and the law gives nothing any more. */
        WITHOUT_GROUND
    }

    /**
     * Which list.
     *
     * @param commune one commune of today, or all of the area
     * @param former whoever lived at the end of the month in the commune that had this code then, and may be there no more
     */
    record ListChoice(
            YearMonth month,
            Kind kind,
            String programme,
            Optional<String> commune,
            Optional<Integer> village,
            Optional<String> former) {}

    /** In which order. */
    record Sort(Key key, boolean descending) {
        /** By what. */
        public enum Key {
            NAME,
            VILLAGE,
            AMOUNT,
            BORN
        }
    }

    record Tally(
            String programme,
            String communeCode,
            long entitled,
            long undetermined,
            long withoutDecision,
            long possible,
            long withoutGround,
            long owed) {

        /** The same programme in several communes as one. */
        public Tally plus(Tally other) {
            return new Tally(
                    programme,
                    communeCode.equals(other.communeCode) ? communeCode : "",
                    entitled + other.entitled,
                    undetermined + other.undetermined,
                    withoutDecision + other.withoutDecision,
                    possible + other.possible,
                    withoutGround + other.withoutGround,
                    owed + other.owed);
        }
    }

    record Village(int villageId, String name) {}

    /**
     * A line of a list.
     *
     * @param amount the level of the month by the law; the floor while undetermined
     * @param owed what signed decisions owe for it
     * @param then the commune and district of their village at the end of the month, where they are there no more; else empty
     * @param provisions why, in words
     * @param missing what to ask, in words
     */
    record Entry(
            boolean household,
            int subjectId,
            String name,
            int birthYear,
            String village,
            String communeCode,
            String then,
            long amount,
            long owed,
            String provisions,
            String missing,
            boolean decided,
            boolean unverified) {}
}
