package org.ansinh.rules.determination;

import java.util.List;

/**
 * The codes of what fails, as one run says them day after day; as long as the same fail, the codes are the same
 * list.
 */
final class WhyNot {

    private final Checks checks;
    private final boolean[] fails;
    private final int[] failing;
    private int[] asked = {};
    private long inForce;
    private long ofDay;
    private boolean isKnown;
    private List<String> named = List.of();
    private Standing standing = Standing.notMet(named);

    WhyNot(Checks checks) {
        this.checks = checks;
        this.fails = new boolean[checks.many()];
        this.failing = new int[checks.many()];
    }

    /** Somebody else is looked at. */
    void forget() {
        isKnown = false;
    }

    /** Nothing is met, because of {@link #codes}. */
    Standing standing(ProgrammeRun run) {
        var codes = codes(run);
        if (standing.reasons() != codes) {
            standing = Standing.notMet(codes);
        }
        return standing;
    }

    /** The code of every condition that fails, in the order of the law, each once; of the day only where it alone shuts out. */
    private List<String> codes(ProgrammeRun run) {
        long days = run.askingDay();
        if (inForce != run.inForce()) {
            inForce = run.inForce();
            asked = checks.withCodes(inForce);
            forget();
        }
        isKnown &= days == ofDay;
        ofDay = days;
        look(run);
        if (!isKnown) {
            named = named();
            isKnown = true;
        }
        return named;
    }

    private void look(ProgrammeRun run) {
        for (int condition : asked) {
            if (checks.isAsked(condition, ofDay)) {
                boolean isNo = run.value(condition) == 0;
                isKnown &= isNo == fails[condition];
                fails[condition] = isNo;
            }
        }
    }

    /** The same list as before where the same fails. */
    private List<String> named() {
        int n = 0;
        boolean isSame = true;
        for (int condition : asked) {
            int code = checks.code(condition);
            if (fails[condition] && checks.isAsked(condition, ofDay) && !isAmong(code, failing, n)) {
                isSame &= n < named.size() && failing[n] == code;
                failing[n++] = code;
            }
        }
        return isSame && n == named.size() ? named : checks.named(failing, n);
    }

    private static boolean isAmong(int code, int[] codes, int many) {
        for (int i = 0; i < many; i++) {
            if (codes[i] == code) {
                return true;
            }
        }
        return false;
    }
}
