package org.ansinh.app.registry.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.model.CleanText;
import org.ansinh.app.registry.store.LoadRows;
import org.ansinh.app.registry.store.WorkRows;
import org.ansinh.app.registry.store.WorkRows.Home;
import org.ansinh.timeline.DateRange;

/** Puts changes into the register within the running transaction: as rows, or by the functions that move people between communes and merge files. */
final class Posting {

    private static final int MOST_CHARACTERS = 200;

    private final LoadRows load;
    private final WorkRows work;
    private final Clock clock;

    Posting(LoadRows load, WorkRows work, Clock clock) {
        this.load = load;
        this.work = work;
        this.clock = clock;
    }

    /** Recorded, nothing new, or refused; after a refusal the transaction must be undone. */
    ChangeResult post(Paper paper, List<Change> changes) {
        var stamped = paper.saidAt().isPresent() ? paper : paper.saidAt(clock.instant());
        if (changes.size() == 1) {
            switch (changes.getFirst()) {
                case Change.Released it -> {
                    return alone(stamped, it.note(), number -> work.release(it, number));
                }
                case Change.Accepted it -> {
                    return alone(stamped, it.householdCode(), number -> work.accept(it, number));
                }
                case Change.SentBack it -> {
                    return alone(stamped, it.because(), number -> work.sendBack(it, number));
                }
                case Change.Merged it -> {
                    return alone(stamped, "", number -> work.merge(it, number));
                }
                case Change.Birth _,
                        Change.Death _,
                        Change.NotDead _,
                        Change.Stated _,
                        Change.Retracted _,
                        Change.Tied _,
                        Change.Untied _,
                        Change.MovedHouse _,
                        Change.Founded _,
                        Change.Identified _ -> {}
            }
        }
        return asRows(stamped, changes);
    }

    /** An act of its own function, which gets the number of the recording it belongs to. */
    private interface Act {
        void under(long number);
    }

    private ChangeResult alone(Paper paper, String text, Act act) {
        for (var written : List.of(paper.document().orElse(""), text)) {
            if (CleanText.of(written, MOST_CHARACTERS) instanceof CleanText.Unusable(var why, var detail)) {
                return new ChangeResult.Refused(
                        List.of(new Refusal("paper", 0, written.equals(text) ? "text" : "document", "", why, detail)));
            }
        }
        long number = work.openRecording(paper, clock.instant());
        act.under(number);
        return new ChangeResult.Recorded(number, work.touched(), List.of());
    }

    private ChangeResult asRows(Paper paper, List<Change> changes) {
        var refused = refusedBefore(changes);
        if (!refused.isEmpty()) {
            return new ChangeResult.Refused(refused);
        }
        var result = load.post(ChangeRows.of(paper, completed(changes)), LocalDate.now(clock));
        if (!result.refusals().isEmpty()) {
            // one form is one whole: either all of it is recorded or nothing
            return new ChangeResult.Refused(result.refusals());
        }
        return result.broughtNothingNew()
                ? new ChangeResult.NothingNew()
                : new ChangeResult.Recorded(result.lastRecording(), work.touched(), result.repairs());
    }

    /** What the rows alone would not show: a later home that would be overwritten, a code that somebody else has. */
    private List<Refusal> refusedBefore(List<Change> changes) {
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < changes.size(); i++) {
            int line = i + 1;
            switch (changes.get(i)) {
                case Change.MovedHouse it
                when it.days().isOpenEnded() ->
                    laterHome(it.personId(), it.householdId(), it.days().from(), line)
                            .ifPresent(refusals::add);
                case Change.Founded it -> {
                    if (work.isHouseholdCodeTaken(it.communeCode(), it.code())) {
                        refusals.add(new Refusal("household", line, "code", it.code(), "household_code_taken", ""));
                    }
                    it.residents().stream()
                            .flatMap(who -> laterHome(who.personId(), 0, it.on(), line).stream())
                            .forEach(refusals::add);
                }
                default -> {}
            }
        }
        return refusals;
    }

    private Optional<Refusal> laterHome(int person, int household, LocalDate on, int line) {
        return work.laterHome(person, household, on)
                .map(day -> new Refusal("membership", line, "on", on.toString(), "moved_later", day.toString()));
    }

    /** What follows from a change without being said: the next head of a household, the days at home that a wrong day of death had cut off. */
    private List<Change> completed(List<Change> changes) {
        var all = new ArrayList<Change>();
        for (var change : changes) {
            switch (change) {
                case Change.Death it -> {
                    backAtHome(it.personId(), Optional.of(it.on())).ifPresent(all::add);
                    it.newHead()
                            .ifPresent(head ->
                                    headFrom(it.personId(), it.on(), head).ifPresent(all::add));
                }
                case Change.NotDead it ->
                    backAtHome(it.personId(), Optional.empty()).ifPresent(all::add);
                default -> {}
            }
            all.add(change);
        }
        return all;
    }

    private Optional<Change> headFrom(int dead, LocalDate on, int head) {
        return work.homeOn(dead, on)
                .map(home -> Change.MovedHouse.on(on.plusDays(1), head, home.householdId(), "head"));
    }

    private Optional<Change> backAtHome(int person, Optional<LocalDate> until) {
        return work.diedOn(person)
                .filter(wrong -> until.map(wrong::isBefore).orElse(true))
                .flatMap(wrong -> work.homeOn(person, wrong).map(home -> livedOn(person, home, wrong, until)));
    }

    private static Change livedOn(int person, Home home, LocalDate wrong, Optional<LocalDate> until) {
        var days = new DateRange(wrong.plusDays(1), until.orElse(DateRange.LAST_DAY));
        return new Change.MovedHouse(person, home.householdId(), home.role(), days);
    }
}
