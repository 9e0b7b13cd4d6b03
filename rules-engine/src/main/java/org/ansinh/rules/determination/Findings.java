package org.ansinh.rules.determination;

import org.ansinh.rules.pack.Programme;

/** Looks at a programme and at those that exclude it, of which only the higher may be received. */
final class Findings {

    private final Session session;

    Findings(Session session) {
        this.session = session;
    }

    /** Leaves the programme's own run as the last evaluated, so that reasons can be read from it. */
    Finding at(CompiledProgramme programme, int place, int day, boolean whole) {
        var run = session.run(programme.index());
        run.evaluate(place, day, whole);
        var rule = session.law().exclusive(programme);
        if (rule.isEmpty() || run.answer() == Answer.NOT_MET) {
            return own(programme, run);
        }
        var mine = own(programme, run);
        var merged = mine;
        long ceiling = run.ceiling();
        var names = rule.get().programmes();
        int myRank = names.indexOf(programme.programme().id());
        for (int rank = 0; rank < names.size(); rank++) {
            if (rank != myRank) {
                var other = session.law().programme(names.get(rank)).orElseThrow();
                merged = beside(merged, mine, ceiling, other, rank < myRank, place, day);
            }
        }
        run.evaluate(place, day, whole);
        return merged;
    }

    private Finding beside(
            Finding merged,
            Finding mine,
            long ceiling,
            CompiledProgramme other,
            boolean otherIsFirst,
            int place,
            int day) {
        var run = session.run(other.index());
        run.evaluate(place, day, false);
        int until = Math.min(merged.until(), run.until());
        var same = new Finding(
                merged.answer(),
                merged.level(),
                merged.hasLevel(),
                merged.met(),
                merged.paid(),
                merged.missing(),
                until,
                merged.lostTo());
        if (run.ownAnswer() == Answer.NOT_MET || merged.lostTo() != Finding.NOT_LOST) {
            return same;
        }
        boolean otherHasFloor = run.met() != 0;
        if (otherHasFloor && beats(run.floor(), ceiling, otherIsFirst)) {
            return new Finding(Answer.NOT_MET, 0, false, mine.met(), 0, 0, until, other.index());
        }
        if (mine.hasLevel() && beats(mine.level(), run.ceiling(), !otherIsFirst)) {
            return same;
        }
        boolean keepsFloor = merged.hasLevel() && (!otherHasFloor || beats(mine.level(), run.floor(), !otherIsFirst));
        return new Finding(
                Answer.UNDETERMINED,
                keepsFloor ? mine.level() : 0,
                keepsFloor,
                mine.met(),
                keepsFloor ? mine.paid() : 0,
                merged.missing() | run.missing(),
                until,
                Finding.NOT_LOST);
    }

    private static boolean beats(long floor, long ceiling, boolean winsTies) {
        return floor > ceiling || floor == ceiling && winsTies;
    }

    private static Finding own(CompiledProgramme programme, ProgrammeRun run) {
        boolean pays = programme.programme().period() != Programme.Period.STANDING;
        return new Finding(
                run.answer(),
                run.met() == 0 ? 0 : run.floor(),
                run.met() != 0 && pays,
                run.met(),
                run.met() == 0 ? 0 : run.paid(),
                run.missing(),
                run.until(),
                Finding.NOT_LOST);
    }
}
