package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Owing.LevelOn;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Provision.StartRule;
import org.ansinh.rules.pack.SubjectKind;

/** Turns days into money by the start, stop and level rules of the provisions that are met under a signed decision. */
final class OwedMonths {

    private final Session session;

    OwedMonths(Session session) {
        this.session = session;
    }

    /** The level of a month under signed decisions, by the programme alone and whatever its period is. */
    MonthOwed of(CompiledProgramme law, int place, YearMonth month, Signatures signatures) {
        int first = (int) month.atDay(1).toEpochDay();
        int last = (int) month.atEndOfMonth().toEpochDay();
        var levelOn = law.programme().owing().levelOn(month.atDay(1));
        var owed = MonthOwed.NOTHING;
        for (int day = first; day <= last; ) {
            var run = session.run(law.index(), place);
            run.evaluate(place, day);
            int end = Math.min(run.until(), last);
            if (run.met() != 0) {
                var piece = piece(law, place, new Piece(month, day, end, last), signatures);
                owed = piece.amount() > 0 ? piece : owed;
            }
            boolean isEnough = levelOn == LevelOn.FIRST_DAY || levelOn == LevelOn.FIRST_MET_DAY && owed.amount() > 0;
            day = isEnough ? last + 1 : end + 1;
        }
        return owed;
    }

    /** Days within a month on which nothing changes. */
    private record Piece(YearMonth month, int from, int to, int monthEnd) {}

    private MonthOwed piece(CompiledProgramme law, int place, Piece piece, Signatures signatures) {
        var run = session.run(law.index(), place);
        long met = run.met();
        long open = run.open();
        var amounts = run.amounts().clone();
        long counted = 0;
        int signed = Integer.MIN_VALUE;
        for (var signature : signatures.all()) {
            if (!covers(law, signature, piece.month())) {
                continue;
            }
            for (long rest = met; rest != 0; rest &= rest - 1) {
                int way = Long.numberOfTrailingZeros(rest);
                if (counts(law, place, way, piece, signature.signed())) {
                    counted |= 1L << way;
                    signed = Math.max(signed, signature.signed());
                }
            }
        }
        if (counted == 0) {
            return MonthOwed.NOTHING;
        }
        long amount = law.mix().floor(counted, open, amounts);
        boolean isFloor = law.mix().ceiling(counted, open, amounts) > amount;
        return new MonthOwed(amount, law.mix().paid(counted, amounts), signed, piece.to(), isFloor);
    }

    /**
     * A decision in force from its day of signature pays from the month its start rule says; one that names another first
     * day pays from no earlier than that month. What is due once is due in the month of signature.
     */
    private static boolean covers(CompiledProgramme law, Signatures.Signature signature, YearMonth month) {
        var signedIn = monthOf(signature.signed());
        if (law.programme().period() == Programme.Period.ONCE && !month.equals(signedIn)) {
            return false;
        }
        boolean started = signature.from() == signature.signed() || !month.isBefore(monthOf(signature.from()));
        return started && !month.isAfter(monthOf(signature.to()));
    }

    private boolean counts(CompiledProgramme law, int place, int way, Piece piece, int signed) {
        var provision = law.ways().get(way).provision();
        if (provision.stop().kind() == Provision.StopRule.Kind.SAME_MONTH && piece.to() < piece.monthEnd()) {
            return false;
        }
        var signedIn = monthOf(signed);
        return switch (rule(provision, signed).kind()) {
            case MONTH_OF_SIGNATURE -> !piece.month().isBefore(signedIn);
            case MONTH_AFTER_SIGNATURE -> piece.month().isAfter(signedIn);
            case MONTH_MET -> !piece.month().isBefore(signedIn) || metThrough(law, place, way, piece.to(), signed);
            case MONTH_OF ->
                !piece.month().isBefore(startFact(law, place, provision, signed).orElse(signedIn));
            case MONTH_AFTER ->
                startFact(law, place, provision, signed)
                        .map(it -> piece.month().isAfter(it))
                        .orElse(!piece.month().isBefore(signedIn));
        };
    }

    /** The start rule in force on the day of signature. */
    static StartRule rule(Provision provision, int signed) {
        var day = LocalDate.ofEpochDay(signed);
        var chosen = provision.start().getFirst();
        for (var rule : provision.start()) {
            if (!rule.from().isAfter(day)) {
                chosen = rule;
            }
        }
        return chosen;
    }

    /** The month of the day that a start rule names, as known on the day of signature. */
    private Optional<YearMonth> startFact(CompiledProgramme law, int place, Provision provision, int signed) {
        var fact = session.law()
                .pack()
                .dictionary()
                .fact(rule(provision, signed).fact().orElseThrow())
                .orElseThrow();
        int subject = subjectOf(law, place, fact, signed);
        int entry = subject < 0 ? -1 : session.book().factAt(fact, subject, signed);
        return entry < 0
                ? Optional.empty()
                : Optional.of(monthOf((int) session.book().valueAt(fact, entry)));
    }

    private int subjectOf(CompiledProgramme law, int place, FactDefinition fact, int day) {
        if (fact.subject() == law.programme().subject()) {
            return place;
        }
        if (fact.subject() == SubjectKind.PERSON || law.programme().subject() == SubjectKind.HOUSEHOLD) {
            return Scene.NOBODY;
        }
        int entry = session.book().linkAt(Link.RESIDENCE, place, day);
        return entry < 0 ? Scene.NOBODY : session.book().linkTarget(Link.RESIDENCE, entry);
    }

    /** Whether a provision stays met without a break from one day through another. */
    private boolean metThrough(CompiledProgramme law, int place, int way, int from, int through) {
        var run = session.run(law.index(), place);
        for (int day = from; day <= through; day = run.until() + 1) {
            run.evaluate(place, day);
            if ((run.met() >> way & 1) == 0) {
                return false;
            }
            if (run.until() == FactBook.FOREVER) {
                return true;
            }
        }
        return true;
    }

    static YearMonth monthOf(int day) {
        return YearMonth.from(LocalDate.ofEpochDay(day));
    }
}
