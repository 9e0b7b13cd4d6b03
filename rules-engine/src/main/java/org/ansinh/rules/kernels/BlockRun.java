package org.ansinh.rules.kernels;

import java.util.List;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.Population;

/** Judges block after block of a population on a day; one thread's own. */
public final class BlockRun {

    private final LawPlan plan;
    private final Workplace at;
    private DayValues day;

    BlockRun(LawPlan plan, Population population) {
        this.plan = plan;
        this.at = new Workplace(plan);
        this.at.book(population.book());
        this.day = plan.on(population.firstDay());
    }

    /** Every programme of the law, in its order, for everybody in a block as the columns stand on the population's first day. */
    public List<ProgrammeColumns> on(Block block, int epochDay) {
        if (day.day() != epochDay) {
            day = plan.on(epochDay);
        }
        at.open(block, day);
        at.run();
        return at.programmes();
    }
}
