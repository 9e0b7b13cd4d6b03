package org.ansinh.rules.kernels;

import java.util.List;
import org.ansinh.rules.columns.Block;

/** Judges block after block on a day; one thread's own. */
public final class BlockRun {

    private final LawPlan plan;
    private final Workplace at;
    private final List<ProgrammeColumns> columns;
    private DayValues day;

    BlockRun(LawPlan plan) {
        this.plan = plan;
        this.at = new Workplace(plan);
        this.columns = plan.programmes().stream().map(ProgrammeColumns::new).toList();
        this.day = plan.on(0);
    }

    /** Every programme of the law, in its order, for everybody in a block on its population's first day. */
    public List<ProgrammeColumns> on(Block block, int epochDay) {
        if (day.day() != epochDay) {
            day = plan.on(epochDay);
        }
        at.open(block, day);
        at.run();
        columns.forEach(it -> it.take(at));
        return columns;
    }
}
