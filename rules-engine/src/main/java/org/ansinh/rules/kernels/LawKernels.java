package org.ansinh.rules.kernels;

import java.util.List;
import org.ansinh.rules.columns.Needs;
import org.ansinh.rules.columns.Population;
import org.ansinh.rules.determination.LawForms;

/** A law made ready for columns. Immutable; one for all threads. */
public final class LawKernels {

    private final LawPlan plan;

    private LawKernels(LawPlan plan) {
        this.plan = plan;
    }

    public static LawKernels of(LawForms law) {
        return new LawKernels(LawPlanner.plan(law, Purpose.ANSWERS));
    }

    /**
     * What is worked out person by person instead of sixty-four people at a time: some conditions of a provision, or
     * ({@code explained}) a whole programme by the explaining evaluator.
     */
    public record Slower(String programme, String provision, boolean explained, String why) {}

    public List<Slower> slower() {
        return plan.slower().stream()
                .map(it -> new Slower(it.programme(), it.where(), it.explained(), it.why()))
                .toList();
    }

    /** The length of the longest method, in bytes of JVM code; what has more than 8,000 the JIT never compiles. */
    public int longestMethod() {
        return plan.longestMethod();
    }

    /** The columns a population needs to be judged by this law. */
    public Needs needs() {
        return plan.needs();
    }

    /** Room for one thread to go through a population's blocks. */
    public BlockRun run(Population population) {
        return new BlockRun(plan, population);
    }
}
