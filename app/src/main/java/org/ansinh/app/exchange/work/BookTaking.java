package org.ansinh.app.exchange.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.DecisionInForce;
import org.ansinh.app.casework.TakenOver;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.Words;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.exchange.work.BookLines.About;
import org.ansinh.app.payments.BankList;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.app.registry.LoadDesk.Loaded;
import org.ansinh.app.registry.SubjectRef;
import org.springframework.stereotype.Component;

/** Decisions to the book of decisions, payees to the payments: or what that would come to. */
@Component
class BookTaking {

    private final CaseDesk casework;
    private final PaymentDesk payments;

    BookTaking(CaseDesk casework, PaymentDesk payments) {
        this.casework = casework;
        this.payments = payments;
    }

    /**
     * Who says it, and whether it is only looked at.
     *
     * @param refused what the register refused already
     */
    record Circumstances(
            Map<SubjectRef, Loaded> known,
            NotTaken refused,
            FactWords words,
            Optional<OfficerId> broughtBy,
            boolean look) {}

    /** What the register did not take of the same file. */
    record NotTaken(Set<Integer> lines, Set<RowPlace> rows, Set<SubjectRef> subjects) {
        /** Whether a refusal stands beside the row already, or its line has one. */
        boolean isTold(About about) {
            return lines.contains(about.line()) || rows.contains(RowPlace.of(about.row()));
        }

        /** Why somebody is not there: refused in their own row, or of another area. */
        String why(SubjectRef subject, String elsewhere) {
            return subjects.contains(subject) ? "subject_refused" : elsewhere;
        }
    }

    /** How much was new, what was not taken, and what ends because of it. */
    record Outcome(long decisions, long payees, List<RowRefusal> refusals, List<Notice> notices) {}

    Outcome take(BookLines lines, Circumstances in) {
        var refusals = new ArrayList<RowRefusal>();
        long decisions = decisions(lines.decided, in, refusals);
        var notices = new ArrayList<Notice>();
        long payees = payees(lines.payees, in, refusals, notices);
        return new Outcome(decisions, payees, refusals, notices);
    }

    private long decisions(List<BookLines.Decided> decided, Circumstances in, List<RowRefusal> refusals) {
        var good = new ArrayList<BookLines.Decided>();
        for (var it : decided) {
            var who = found(it.about(), in, refusals);
            if (who.isEmpty()) {
                continue;
            }
            var born = who.get().born();
            if (born.isPresent() && it.from().isBefore(born.get())) {
                refusals.add(
                        it.about().row().refusal(Column.FROM, "fact_before_birth", WrittenDay.written(born.get())));
            } else {
                good.add(it);
            }
        }
        if (good.isEmpty()) {
            return 0;
        }
        java.util.function.Consumer<java.util.function.Consumer<DecisionInForce>> told =
                into -> good.forEach(it -> into.accept(inForce(it, in)));
        var outcome = in.look() ? casework.wouldTakeOver(told) : casework.takeOver(in.broughtBy(), told);
        refuse(
                outcome,
                good.stream().map(BookLines.Decided::about).toList(),
                Column.DECISION_NUMBER,
                "decision_known_otherwise",
                refusals);
        return outcome.taken();
    }

    private static DecisionInForce inForce(BookLines.Decided it, Circumstances in) {
        var about = it.about();
        return new DecisionInForce(
                about.household(),
                number(about.subject(), in),
                about.programme(),
                it.paper(),
                it.from(),
                it.level(),
                in.words().periodMonths(about.programme()),
                in.words().payeeKind(about.programme()));
    }

    private long payees(
            List<BookLines.Payee> payees, Circumstances in, List<RowRefusal> refusals, List<Notice> notices) {
        var good = new ArrayList<BookLines.Payee>();
        for (var it : payees) {
            if (found(it.about(), in, refusals).isEmpty()) {
                continue;
            }
            if (it.payee().isPresent() && !in.known().containsKey(it.payee().get())) {
                if (!in.refused().isTold(it.about())) {
                    var row = it.about().row();
                    var column = row.says(Column.PAYEE_KEY) ? Column.PAYEE_KEY : Column.PAYEE_NUMBER;
                    refusals.add(row.refusal(column, in.refused().why(it.payee().get(), "person_outside_area"), ""));
                }
                continue;
            }
            good.add(it);
        }
        if (good.isEmpty()) {
            return 0;
        }
        var lines = good.stream().map(it -> line(it, in)).toList();
        var outcome = in.look() ? payments.wouldTakeOver(lines) : payments.takeOver(in.broughtBy(), lines);
        refuse(
                outcome,
                good.stream().map(BookLines.Payee::about).toList(),
                Column.CHANNEL,
                "payee_known_otherwise",
                refusals);
        outcome.follows()
                .forEach((line, before) -> notices.add(changes(good.get(line - 1), lines.get(line - 1), before)));
        return outcome.taken();
    }

    /** Money goes another way from a day on: whoever accepts the file sees which way it went so far. */
    private static Notice changes(BookLines.Payee told, PayeeLine line, String before) {
        var row = told.about().row();
        var part = before.split("\\|", -1);
        var since = WrittenDay.written(line.days().from());
        return new Notice(
                row.sheet(),
                row.row().number(),
                "payee_changes",
                part[0] + " · " + way(part[1], part[2], part[3]),
                since + " · "
                        + way(
                                line.channel(),
                                line.bank().orElse(""),
                                line.account().orElse("")));
    }

    private static String way(String channel, String bank, String account) {
        return Stream.of(RowReading.writtenChannel(channel), BankList.napas().shown(bank), account)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static PayeeLine line(BookLines.Payee it, Circumstances in) {
        var about = it.about();
        return new PayeeLine(
                about.programme(),
                about.household(),
                number(about.subject(), in),
                number(it.payee().orElse(about.subject()), in),
                it.channel(),
                it.account().map(AccountReading.Account::keeper),
                it.account().map(AccountReading.Account::number),
                it.account().flatMap(AccountReading.Account::holder),
                it.days(),
                it.source());
    }

    private static int number(SubjectRef subject, Circumstances in) {
        return java.util.Objects.requireNonNull(in.known().get(subject)).number();
    }

    /** Whom a row is about, once the register knows; a name beside a number must be theirs. */
    static Optional<Loaded> found(About about, Circumstances in, List<RowRefusal> refusals) {
        var row = about.row();
        var who = in.known().get(about.subject());
        if (who == null) {
            if (!in.refused().isTold(about)) {
                refusals.add(row.refusal(
                        about.household()
                                ? Column.HOUSEHOLD
                                : row.says(Column.KEY) ? Column.KEY : Column.PERSONAL_NUMBER,
                        in.refused()
                                .why(
                                        about.subject(),
                                        about.household() ? "household_outside_area" : "person_outside_area"),
                        ""));
            }
            return Optional.empty();
        }
        if (!about.household()
                && row.says(Column.NAME)
                && !Words.folded(row.cell(Column.NAME)).equals(Words.folded(who.name()))) {
            refusals.add(row.refusal(Column.NAME, "name_of_somebody_else", who.name()));
            return Optional.empty();
        }
        return Optional.of(who);
    }

    private static void refuse(
            TakenOver outcome, List<About> told, Column column, String otherwise, List<RowRefusal> refusals) {
        outcome.otherwise().forEach(it -> refusals.add(told.get(it - 1).row().refusal(column, otherwise, "")));
        var elsewhere = new HashSet<>(outcome.elsewhere());
        elsewhere.forEach(it -> refusals.add(told.get(it - 1).row().refusal(column, "person_outside_area", "")));
    }
}
