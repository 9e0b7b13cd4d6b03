package org.ansinh.app.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/**
 * What village heads tell of a month: births, deaths, who left and who came, on paper or by phone. It is a word and no record of the register: a line is settled when the register
 * itself knows, or dismissed as a mistake. Everything holds for the area of whoever acts.
 */
public interface VillageReportDesk {

    /** What a line tells. */
    enum Kind {
        DEATH,
        BIRTH,
        MOVE_AWAY,
        MOVE_IN
    }

    /** Where a line stands, by what the register knows. */
    enum State {
        OPEN,
        SETTLED,
        DISMISSED
    }

    /**
     * One time that the village told something of a month.
     *
     * @param came paper or phone
     * @param nothing the village says that nothing happened: not the same as having said nothing
     */
    record Report(int id, String came, String toldBy, LocalDate cameOn, String takenBy, boolean nothing) {}

    /**
     * A village's month.
     *
     * @param last the list that came last; none where none has come
     * @param reports how often something came
     */
    record VillageMonth(
            int villageId,
            String village,
            String communeCode,
            Optional<Report> last,
            int reports,
            int lines,
            int open) {}

    /**
     * One line.
     *
     * @param source {@code village_head}, {@code funeral_claim} or {@code population_database}
     * @param reportId none where no village tells it
     * @param personId who died or left; of a birth, somebody of the household
     * @param onDay the day, where it was told
     * @param toldTo who took it down
     */
    record Notice(
            int id,
            String source,
            Optional<Integer> reportId,
            Kind kind,
            String communeCode,
            Optional<Integer> villageId,
            Optional<Integer> personId,
            Optional<Integer> householdId,
            String name,
            Optional<LocalDate> onDay,
            YearMonth inMonth,
            String note,
            Instant toldAt,
            String toldTo,
            State state,
            Optional<Settled> settled,
            Optional<Dismissed> dismissed) {

        /** A claim for help with a funeral, and no village, told it. */
        public boolean isByClaim() {
            return source.equals("funeral_claim");
        }

        /** The national population database told it, in answer to a list. */
        public boolean isByDatabase() {
            return source.equals("population_database");
        }
    }

    /** What settled a line; the name only of somebody in the area. */
    record Settled(Optional<Integer> personId, String name, Optional<LocalDate> on) {}

    record Dismissed(String because, Instant at, String by) {}

    /**
     * Somebody of the village who may be meant, with what tells them from others of that name.
     *
     * @param whole what was asked is the whole name, and not some words of it
     */
    record Villager(
            int personId,
            String name,
            LocalDate born,
            String bornPrecision,
            String sex,
            String head,
            Optional<LocalDate> diedOn,
            boolean whole) {}

    /** The villages of the area, those that have not told yet first. */
    List<VillageMonth> villages(YearMonth month, Optional<String> commune);

    List<Report> reports(int village, YearMonth month);

    /** The lines of a village and month. Reading them is audited. */
    List<Notice> notices(int village, YearMonth month);

    /** Every open line of the area, deaths first. */
    List<Notice> open();

    /** Deaths of this person that were told and that nobody has recorded or dismissed. */
    List<Notice> toldDead(int person);

    /** Whom a village may mean by a name, with or without marks; the living first. */
    List<Villager> called(int village, String name);

    /**
     * A list as it came.
     *
     * @param addTo more lines of a list that was taken down already
     */
    record NewReport(
            int villageId,
            YearMonth month,
            String came,
            String toldBy,
            LocalDate cameOn,
            boolean nothing,
            Optional<Integer> addTo) {}

    record NewLine(Kind kind, Optional<Integer> personId, String name, Optional<LocalDate> onDay, String note) {}

    /** What became of taking a list down. */
    sealed interface Taken {
        record Done(int report) implements Taken {}

        /** The same form had been sent before. */
        record Before() implements Taken {}

        record Refused(BrokenRule rule) implements Taken {}
    }

    /** All of these lines, once; whoever dies by them is paid nothing until it is found out. */
    Taken takeDown(NewReport report, List<NewLine> lines, String onceKey);

    /** The line was a mistake; empty when it is dismissed. */
    Optional<BrokenRule> dismiss(int notice, String because);

    /** Somebody asks for help with the funeral of a person who is not known to be dead: that tells of the death as well. */
    void claimTells(int person, Optional<LocalDate> onDay, String note);
}
