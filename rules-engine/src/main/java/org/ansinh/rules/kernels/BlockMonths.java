package org.ansinh.rules.kernels;

import java.util.List;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.PassingBlock;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.kernels.MonthKernels.MonthSink;

/** One block through some months in a row: first the kernels month after month, then the evaluator person after person. */
final class BlockMonths {

    private final LawPlan plan;
    private final FactBook facts;
    private final List<BlockMonth> months;

    BlockMonths(LawPlan plan, FactBook facts, List<BlockMonth> months) {
        this.plan = plan;
        this.facts = facts;
        this.months = months;
    }

    void through(PassingBlock passing, Block block, MonthSink sink) {
        var decided = new long[plan.programmes().size()][];
        for (int m = 0; m < months.size(); m++) {
            var month = months.get(m);
            var name = month.evaluator().month();
            month.judge(passing.from(month.first(), month.last()));
            for (int p = 0; p < decided.length; p++) {
                var programme = plan.programmes().get(p);
                decided[p] = m == 0 ? month.decided(programme) : decided[p];
                month.tellSure(programme, decided[p], (subject, outcome) -> sink.accept(name, subject, outcome));
            }
        }
        for (int p = 0; p < decided.length; p++) {
            ask(plan.programmes().get(p), decided[p], block, sink);
        }
    }

    private void ask(ProgrammePlan programme, long[] decided, Block block, MonthSink sink) {
        for (int w = 0; w < decided.length; w++) {
            long any = 0;
            for (var month : months) {
                any |= month.asked(programme)[w];
            }
            for (; any != 0; any &= any - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(any);
                ask(programme, row, Planes.get(decided, row), block, sink);
            }
        }
    }

    private void ask(ProgrammePlan programme, int row, boolean isDecided, Block block, MonthSink sink) {
        int place = block.place(programme.table(), row);
        var subject = facts.subjectAt(programme.table(), place);
        for (var month : months) {
            if (Planes.get(month.asked(programme), row)) {
                var outcome = month.evaluator().outcome(programme.law().index(), place);
                if (outcome.answer() != Answer.NOT_MET || isDecided) {
                    sink.accept(month.evaluator().month(), subject, outcome);
                }
            }
        }
    }
}
