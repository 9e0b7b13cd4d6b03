package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.List;

/** The codes of what fails, as one run says them day after day; as long as they are the same, they are the same list. */
final class WhyNot {

    private final Checks checks;
    private int[] asked = {};
    private long inForce;
    private int[] failing = {};
    private int[] before = {};
    private int count = -1;
    private List<String> named = List.of();

    WhyNot(Checks checks) {
        this.checks = checks;
    }

    /** The code of every condition that fails, in the order of the law, each once. */
    List<String> codes(ProgrammeRun run) {
        if (inForce != run.inForce()) {
            inForce = run.inForce();
            asked = checks.withCodes(inForce);
        }
        if (failing.length < asked.length) {
            failing = new int[asked.length];
            before = Arrays.copyOf(before, asked.length);
        }
        int n = 0;
        for (int condition : asked) {
            if (run.value(condition) == 0 && !isAmong(checks.code(condition), n)) {
                failing[n++] = checks.code(condition);
            }
        }
        if (n != count || !Arrays.equals(failing, 0, n, before, 0, n)) {
            var spare = before;
            before = failing;
            failing = spare;
            count = n;
            named = checks.named(before, n);
        }
        return named;
    }

    private boolean isAmong(int code, int many) {
        for (int i = 0; i < many; i++) {
            if (failing[i] == code) {
                return true;
            }
        }
        return false;
    }
}
