package org.ansinh.rules.determination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ansinh.rules.pack.Programme;
import org.jspecify.annotations.Nullable;

/** Looks at a programme and at those that rules bind it to, of which not all may be received. */
final class Findings {

    private final Session session;
    private int until;

    Findings(Session session) {
        this.session = session;
    }

    /** The last day on which what was found last still holds. */
    int until() {
        return until;
    }

    /** Leaves the programme's own run as the last evaluated, so that reasons can be read from it. */
    Finding at(CompiledProgramme programme, int place, int day) {
        return at(session.run(programme.index(), place), place, day);
    }

    /** The same where the programme's run is at hand. */
    Finding at(ProgrammeRun run, int place, int day) {
        var programme = run.law();
        run.evaluate(place, day);
        var own = own(programme, run);
        until = run.until();
        if (programme.exclusive().isEmpty() || run.answer() == Answer.NOT_MET) {
            return own;
        }
        var seen = new Seen(day);
        var claims = new Claims(session, day, day);
        var bound = claims.boundTo(programme, place, seen::stands);
        until = Math.min(seen.until, claims.until());
        run.evaluate(place, day);
        return bound.size() == 1 ? own : among(bound, bound.indexOf(claims.claim(programme, place)), seen, day, own);
    }

    /** What claims were found to be on a day. */
    private final class Seen {

        private final int day;
        private final Map<Claim, Outlook.Known> known = new HashMap<>();
        private final Map<Claim, Long> missing = new HashMap<>();
        private int until = Integer.MAX_VALUE;

        Seen(int day) {
            this.day = day;
        }

        boolean stands(Claim claim) {
            var run = session.run(claim.law().index(), claim.place());
            run.evaluate(claim.place(), day);
            until = Math.min(until, run.until());
            if (run.ownAnswer() == Answer.NOT_MET) {
                return false;
            }
            known.put(claim, new Outlook.Known(run.met() != 0, run.leastIfMet(), run.ceiling()));
            missing.put(claim, run.missing());
            return true;
        }
    }

    private Finding among(List<Claim> bound, int mine, Seen seen, int day, Finding own) {
        var known = bound.stream()
                .map(it -> Objects.requireNonNull(seen.known.get(it)))
                .toList();
        var ofSameSubject = new boolean[bound.size()];
        for (int i = 0; i < ofSameSubject.length; i++) {
            ofSameSubject[i] = bound.get(i).isOf(bound.get(mine));
        }
        var contest = Contest.of(bound, day, day);
        var outlook = new Outlook(contest, known, ofSameSubject, mine);
        return switch (outlook.verdict()) {
            case IN -> own;
            case OUT -> own.shutOut(shutOut(bound, mine, outlook.shutOutBy(), day));
            case DEPENDS -> own.depending(missing(bound, outlook, seen), outlook.keepsFloor());
        };
    }

    private static long missing(List<Claim> bound, Outlook outlook, Seen seen) {
        long missing = 0;
        for (int other : outlook.matter()) {
            missing |= seen.missing.getOrDefault(bound.get(other), 0L);
        }
        return missing;
    }

    private @Nullable ShutOut shutOut(List<Claim> bound, int mine, int by, int day) {
        var winner = bound.get(by);
        return winner.shutsOut(bound.get(mine), day, day)
                .map(it -> new ShutOut(it.law(), winner.law(), session.book().subjectAt(winner.kind(), winner.place())))
                .orElse(null);
    }

    private static Finding own(CompiledProgramme programme, ProgrammeRun run) {
        if ((run.met() | run.open()) == 0) {
            return Finding.NOTHING;
        }
        boolean pays = programme.programme().period() != Programme.Period.STANDING;
        return new Finding(
                run.answer(),
                run.met() == 0 ? 0 : run.floor(),
                run.met() != 0 && pays,
                run.met(),
                run.met() == 0 ? 0 : run.paid(),
                run.missing(),
                null);
    }
}
