package org.ansinh.rules.kernels;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.columns.Population;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.MonthOfBook;
import org.ansinh.rules.determination.OutcomeSink;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.Exclusive;
import org.ansinh.rules.pack.Programme;

/**
 * Blocks of people through one month. Who surely gets nothing is passed over sixty-four at a time, who surely gets the same
 * on every day is told from columns, and only whoever is left is asked from the evaluator.
 */
final class BlockMonth {

    private final LawPlan plan;
    private final FactBook facts;
    private final MonthDays days;
    private final MonthOfBook evaluator;
    private final Workplace at;
    private final Touched touched;
    private final long[][] seen;
    private final long[][] asked;
    private final long[][] moving;
    private final Map<List<Long>, Boolean> unverified = new HashMap<>();

    BlockMonth(LawPlan plan, FactBook facts, MonthDays days, MonthOfBook evaluator, Workplace at) {
        this.plan = plan;
        this.facts = facts;
        this.days = days;
        this.evaluator = evaluator;
        this.at = at;
        this.touched = new Touched(plan, at);
        this.seen = new long[plan.programmes().size()][0];
        this.asked = new long[plan.programmes().size()][0];
        this.moving = new long[plan.programmes().size()][0];
    }

    void everybody(Population population, OutcomeSink sink) {
        for (var block : population.blocks()) {
            judge(block);
            for (var programme : plan.programmes()) {
                tell(programme, sink);
            }
        }
    }

    /** Looks at everybody in a block, and finds whom the evaluator must be asked about. */
    void judge(Block block) {
        look(block);
        ask();
        exclude();
    }

    MonthOfBook evaluator() {
        return evaluator;
    }

    int first() {
        return days.first();
    }

    int last() {
        return days.last();
    }

    /** Tells what columns know whole, of those who have no decision; whoever else there is to tell of stays asked. */
    void tellSure(ProgrammePlan programme, long[] decided, OutcomeSink sink) {
        int k = programme.law().index();
        var columns = at.programme(k);
        var met = columns.met();
        for (int w = 0; w < at.words(programme.table()); w++) {
            asked[k][w] |= decided[w];
            for (long rest = met[w] & ~asked[k][w]; rest != 0; rest &= rest - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(rest);
                int place = at.block().place(programme.table(), row);
                sink.accept(facts.subjectAt(programme.table(), place), sure(programme, columns, row, 0));
            }
        }
    }

    /** Those of a programme whom the evaluator must be asked about. */
    long[] asked(ProgrammePlan programme) {
        return asked[programme.law().index()];
    }

    /** Where a programme may be anything but not met on some day. */
    private void look(Block block) {
        for (int p = 0; p < days.pieces().size(); p++) {
            at.open(block, days.pieces().get(p));
            at.run();
            for (var programme : plan.programmes()) {
                int k = programme.law().index();
                int words = at.words(programme.table());
                seen[k] = room(seen[k], words, p == 0);
                or(seen[k], at.slots()[programme.any()], words);
                or(seen[k], at.slots()[programme.anyOpen()], words);
            }
        }
        touched.look(days);
    }

    private static long[] room(long[] plane, int words, boolean emptied) {
        if (plane.length < words) {
            return new long[words];
        }
        if (emptied) {
            Arrays.fill(plane, 0);
        }
        return plane;
    }

    /** Where an answer changes within the month or columns cannot give it whole. */
    private void ask() {
        for (var programme : plan.programmes()) {
            int k = programme.law().index();
            int words = at.words(programme.table());
            moving[k] = room(moving[k], words, true);
            asked[k] = room(asked[k], words, true);
            touched.of(programme, moving[k]);
            or(asked[k], moving[k], words);
            for (var way : programme.ways()) {
                if (way.unsure() && way.open() >= 0) {
                    or(asked[k], at.slots()[way.open()], words);
                }
            }
            var met = at.programme(k).met();
            for (int w = 0; w < words; w++) {
                asked[k][w] |= seen[k][w] & ~met[w];
            }
        }
    }

    /** Of programmes that exclude one another the evaluator compares those of which more than one may stand. */
    private void exclude() {
        for (var rule : plan.law().pack().exclusive()) {
            var members = plan.programmes().stream()
                    .filter(it ->
                            rule.programmes().contains(it.law().programme().id()))
                    .toList();
            for (var one : members) {
                int k = one.law().index();
                int words = at.words(one.table());
                if (rule.per() == Exclusive.Per.HOUSEHOLD) {
                    or(asked[k], seen[k], words);
                } else {
                    members.stream()
                            .filter(other -> other != one && other.table() == one.table())
                            .forEach(other -> beside(k, other.law().index(), words));
                }
            }
        }
    }

    private void beside(int one, int other, int words) {
        for (int w = 0; w < words; w++) {
            asked[one][w] |= seen[one][w] & (seen[other][w] | moving[other][w]);
        }
    }

    private void tell(ProgrammePlan programme, OutcomeSink sink) {
        int k = programme.law().index();
        var columns = at.programme(k);
        var met = columns.met();
        var decided = decided(programme);
        for (int w = 0; w < at.words(programme.table()); w++) {
            long sure = met[w] & ~asked[k][w];
            for (long rest = asked[k][w] | decided[w] & ~sure; rest != 0; rest &= rest - 1) {
                evaluated(programme, (w << 6) + Long.numberOfTrailingZeros(rest), decided, sink);
            }
            for (long rest = sure; rest != 0; rest &= rest - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(rest);
                int place = at.block().place(programme.table(), row);
                long owed = Planes.get(decided, row) ? evaluator.owed(k, place) : 0;
                sink.accept(facts.subjectAt(programme.table(), place), sure(programme, columns, row, owed));
            }
        }
    }

    private PlainOutcome sure(ProgrammePlan programme, ProgrammeColumns columns, int row, long owed) {
        int k = programme.law().index();
        boolean pays = programme.law().programme().period() != Programme.Period.STANDING;
        long paid = columns.paid(row);
        return new PlainOutcome(
                k,
                Answer.MET,
                pays ? columns.amount(row) : 0,
                owed,
                columns.provisions(row),
                0,
                paid != 0 && isUnverified(k, paid));
    }

    private boolean isUnverified(int programme, long paid) {
        return unverified.computeIfAbsent(
                List.of((long) programme, paid), it -> evaluator.restsOnUnverified(programme, paid, days.last()));
    }

    private void evaluated(ProgrammePlan programme, int row, long[] decided, OutcomeSink sink) {
        int place = at.block().place(programme.table(), row);
        var outcome = evaluator.outcome(programme.law().index(), place);
        if (outcome.answer() != Answer.NOT_MET || Planes.get(decided, row)) {
            sink.accept(facts.subjectAt(programme.table(), place), outcome);
        }
    }

    /** Who has decisions in a programme, whatever their days. */
    long[] decided(ProgrammePlan programme) {
        var table = programme.table();
        int k = programme.law().index();
        var decided = new long[at.words(table)];
        for (int row = 0; row < at.rows(table); row++) {
            int place = at.block().place(table, row);
            if (facts.decisionBegin(table, place, k) < facts.decisionEnd(table, place, k)) {
                Planes.set(decided, row);
            }
        }
        return decided;
    }

    private static void or(long[] into, long[] other, int words) {
        for (int w = 0; w < words; w++) {
            into[w] |= other[w];
        }
    }
}
