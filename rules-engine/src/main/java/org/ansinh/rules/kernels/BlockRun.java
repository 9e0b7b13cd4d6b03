package org.ansinh.rules.kernels;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.Population;

/** Judges block after block of a population on a day; one thread's own. */
public final class BlockRun {

    private final LawPlan plan;
    private final Workplace at;
    private final Map<Integer, DayValues> days = new HashMap<>();

    BlockRun(LawPlan plan, Population population) {
        this.plan = plan;
        this.at = new Workplace(plan);
        this.at.book(population.book());
    }

    /** Every programme of the law, in its order, for everybody in a block as the columns stand on the population's first day. */
    public List<ProgrammeColumns> on(Block block, int epochDay) {
        at.open(block, days.computeIfAbsent(epochDay, plan::on));
        at.run();
        return at.programmes();
    }
}
