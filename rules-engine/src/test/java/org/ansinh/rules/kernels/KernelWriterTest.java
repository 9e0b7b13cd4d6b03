package org.ansinh.rules.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.ansinh.rules.kernels.KernelWriter.Output;
import org.junit.jupiter.api.Test;

class KernelWriterTest {

    private final Random random = new Random(20);

    /** Four planes of two words each; slot 4 takes the result. */
    private final long[][] slots = new long[5][2];

    @Test
    void aFormulaMeansForEveryPersonWhatItMeansForOne() {
        for (int i = 0; i < 200; i++) {
            fill();
            var logic = new Logic();
            int formula = formula(logic, 5);
            var writer = new KernelWriter(logic);
            int kernel = writer.kernel(List.of(new Output(4, formula)));

            writer.kernels().get(kernel).run(slots, 2);

            for (int person = 0; person < 128; person++) {
                assertThat(slots[4][person >> 6] >>> person & 1).isEqualTo(of(logic, formula, person));
            }
        }
    }

    @Test
    void whatTwoFormulasShareIsComputedOnce() {
        var logic = new Logic();
        int shared = logic.and(logic.leaf(0), logic.leaf(1));

        assertThat(logic.and(logic.leaf(1), logic.leaf(0))).isEqualTo(shared);
        assertThat(logic.or(shared, logic.not(shared))).isEqualTo(Logic.ONE);
        assertThat(logic.and(shared, logic.not(shared))).isEqualTo(Logic.ZERO);
        assertThat(logic.not(logic.not(shared))).isEqualTo(shared);
    }

    private int formula(Logic logic, int depth) {
        if (depth == 0) {
            return random.nextInt(10) == 0 ? random.nextInt(2) : logic.leaf(random.nextInt(4));
        }
        return switch (random.nextInt(3)) {
            case 0 -> logic.not(formula(logic, depth - 1));
            case 1 -> logic.and(formula(logic, depth - 1), formula(logic, depth - 1));
            default -> logic.or(formula(logic, depth - 1), formula(logic, depth - 1));
        };
    }

    private long of(Logic logic, int formula, int person) {
        var node = logic.get(formula);
        return switch (node.op()) {
            case ZERO -> 0;
            case ONE -> 1;
            case LEAF -> slots[node.left()][person >> 6] >>> person & 1;
            case NOT -> 1 - of(logic, node.left(), person);
            case AND -> of(logic, node.left(), person) & of(logic, node.right(), person);
            case OR -> of(logic, node.left(), person) | of(logic, node.right(), person);
        };
    }

    private void fill() {
        for (int slot = 0; slot < 4; slot++) {
            slots[slot] = new long[] {random.nextLong(), random.nextLong()};
        }
    }
}
