package org.ansinh.rules.simulation;

/**
 * What was counted in one cell, exactly. Subjects are people or households; months are months of one subject.
 *
 * @param subjectsBefore who has anything in some month by the law as it is
 * @param subjectsAfter the same with the draft
 * @param monthsBefore months in which a subject has something
 * @param dongBefore what falls due, in đồng
 * @param openBefore months in which the answer waits for facts
 * @param winners subjects who get more than before, or the same in more months
 * @param gained what winners get more
 * @param lost what losers get less
 */
public record Tally(
        long subjectsBefore,
        long subjectsAfter,
        long monthsBefore,
        long monthsAfter,
        long dongBefore,
        long dongAfter,
        long openBefore,
        long openAfter,
        long winners,
        long losers,
        long gained,
        long lost) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                subjectsBefore + other.subjectsBefore,
                subjectsAfter + other.subjectsAfter,
                monthsBefore + other.monthsBefore,
                monthsAfter + other.monthsAfter,
                Math.addExact(dongBefore, other.dongBefore),
                Math.addExact(dongAfter, other.dongAfter),
                openBefore + other.openBefore,
                openAfter + other.openAfter,
                winners + other.winners,
                losers + other.losers,
                Math.addExact(gained, other.gained),
                Math.addExact(lost, other.lost));
    }

    /** What one subject has in a cell, before and after. */
    static final class OfSubject {

        private final long[] months = new long[2];
        private final long[] dong = new long[2];
        private final long[] open = new long[2];

        void add(int law, boolean has, long amount, boolean isOpen) {
            months[law] += has ? 1 : 0;
            dong[law] += amount;
            open[law] += isOpen ? 1 : 0;
        }

        Tally tally() {
            long more = dong[1] - dong[0];
            long longer = months[1] - months[0];
            boolean wins = more > 0 || more == 0 && longer > 0;
            boolean loses = more < 0 || more == 0 && longer < 0;
            return new Tally(
                    months[0] > 0 ? 1 : 0,
                    months[1] > 0 ? 1 : 0,
                    months[0],
                    months[1],
                    dong[0],
                    dong[1],
                    open[0],
                    open[1],
                    wins ? 1 : 0,
                    loses ? 1 : 0,
                    Math.max(more, 0),
                    Math.max(-more, 0));
        }
    }
}
