package org.ansinh.app.determination.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansinh.app.determination.store.OutcomeCopy;
import org.ansinh.app.determination.store.OutcomeCopy.Home;
import org.ansinh.app.determination.store.OutcomeCopy.Outcome;
import org.ansinh.app.determination.store.SliceRows.Slice;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.MonthOfBook;
import org.ansinh.rules.determination.OwedPeriod;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.kernels.MonthKernels;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;

/** From plain outcomes to the lines a run keeps: those who are met, undetermined or decided. */
final class OutcomeLines {

    private final Law law;
    private final YearMonth month;
    private final LocalDate today;
    private final OutcomeCopy copy;
    private final List<Programme> programmes;
    private final List<List<String>> provisions;
    private final List<String> askedFacts;

    /** What was joined before, by programme; missing facts last: the same few come again for everybody. */
    private final List<Map<Long, String>> joined;

    OutcomeLines(Law law, YearMonth month, LocalDate today, OutcomeCopy copy) {
        this.law = law;
        this.month = month;
        this.today = today;
        this.copy = copy;
        this.programmes = law.determiner().programmes().stream()
                .map(it -> law.pack().programme(it).orElseThrow())
                .toList();
        this.provisions = programmes.stream().map(OutcomeLines::provisionIds).toList();
        this.joined = Stream.generate(HashMap<Long, String>::new)
                .limit(programmes.size() + 1L)
                .<Map<Long, String>>map(it -> it)
                .toList();
        this.askedFacts =
                law.determiner().askedFacts().stream().map(it -> it.id()).toList();
    }

    void of(Slice slice, MonthKernels kernels) {
        var asked = law.determiner().month(slice.facts(), month);
        kernels.everybody(slice.facts(), month, (subject, outcome) -> {
            var home = slice.home(subject);
            if (!home.equals(Home.ELSEWHERE)) {
                keep(slice.facts(), asked, subject, home, outcome);
            }
        });
    }

    private void keep(FactBook facts, MonthOfBook asked, SubjectId subject, Home home, PlainOutcome outcome) {
        var decided = isDecided(facts, subject, outcome.programme());
        if (outcome.answer() == Answer.NOT_MET && !decided) {
            return;
        }
        var programme = programmes.get(outcome.programme());
        var household = subject.kind() == SubjectKind.HOUSEHOLD;
        var met = outcome.answer() == Answer.MET;
        copy.add(new Outcome(
                programme.id(),
                household,
                subject.number(),
                outcome.answer().word().charAt(0),
                met ? outcome.amount() : 0,
                outcome.amount(),
                outcome.owed(),
                decided ? outcome.owed() : ifSigned(asked, facts.placeOf(subject), programme, outcome),
                once(outcome.programme(), provisions.get(outcome.programme()), outcome.provisions()),
                missing(outcome.missing()),
                outcome.unverified(),
                decided,
                programme.payee().word(),
                household || programme.payee().equals(Programme.Payee.INSURER) ? 0 : subject.number(),
                home));
    }

    private boolean isDecided(FactBook facts, SubjectId subject, int programme) {
        var place = facts.placeOf(subject);
        var first = (int) month.atDay(1).toEpochDay();
        var last = (int) month.atEndOfMonth().toEpochDay();
        for (int i = facts.decisionBegin(subject.kind(), place, programme);
                i < facts.decisionEnd(subject.kind(), place, programme);
                i++) {
            if (facts.decisionFrom(subject.kind(), i) <= last && facts.decisionTo(subject.kind(), i) >= first) {
                return true;
            }
        }
        return false;
    }

    /** Only what waits for a signature is worth the longer way; a list is approved as one, not by decisions. */
    private long ifSigned(MonthOfBook asked, int place, Programme programme, PlainOutcome outcome) {
        if (programme.terms().decided() == Programme.Decided.BY_LIST || outcome.amount() == 0) {
            return outcome.amount();
        }
        var period =
                programme.period() == Programme.Period.QUARTER ? OwedPeriod.quarterOf(month) : OwedPeriod.month(month);
        return asked.owedIfSigned(outcome.programme(), place, period.days(), today);
    }

    static String provisions(Programme programme, long bits) {
        return joined(provisionIds(programme), bits);
    }

    private static List<String> provisionIds(Programme programme) {
        return programme.provisions().stream().map(it -> it.id()).toList();
    }

    private String missing(long bits) {
        return once(programmes.size(), askedFacts, bits);
    }

    private String once(int which, List<String> names, long bits) {
        return bits == 0 ? "" : joined.get(which).computeIfAbsent(bits, it -> joined(names, it));
    }

    static String joined(List<String> names, long bits) {
        if (bits == 0) {
            return "";
        }
        var text = new StringBuilder();
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            text.append(text.isEmpty() ? "" : ",").append(names.get(Long.numberOfTrailingZeros(rest)));
        }
        return text.toString();
    }
}
