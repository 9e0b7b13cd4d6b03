package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.List;

/** The codes of what fails, as one run says them day after day; as long as they are the same, they are the same list. */
final class WhyNot {

    private final Checks checks;
    private int[] failing;
    private int[] before;
    private int count = -1;
    private List<String> named = List.of();

    WhyNot(Checks checks) {
        this.checks = checks;
        this.failing = checks.roomForCodes();
        this.before = checks.roomForCodes();
    }

    List<String> codes(ProgrammeRun run) {
        int n = checks.failing(run, failing);
        if (n != count || !Arrays.equals(failing, 0, n, before, 0, n)) {
            var spare = before;
            before = failing;
            failing = spare;
            count = n;
            named = checks.named(before, n);
        }
        return named;
    }
}
