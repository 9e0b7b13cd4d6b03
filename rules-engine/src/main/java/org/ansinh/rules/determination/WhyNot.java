package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.List;

/**
 * The codes of what fails, as one run says them day after day. A condition is asked again only when something changes that was
 * read for it; as long as the same fail, the codes are the same list.
 */
final class WhyNot {

    private final Checks checks;
    private int[] asked = {};
    private int[] from = {};
    private int[] until = {};
    private boolean[] fails = {};
    private long inForce;
    private long ofDay;
    private boolean isKnown;
    private List<String> named = List.of();
    private Standing standing = Standing.notMet(named);

    WhyNot(Checks checks) {
        this.checks = checks;
    }

    /** Somebody else is looked at. */
    void forget() {
        Arrays.fill(from, Integer.MAX_VALUE);
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
        if (inForce != run.inForce()) {
            inForce = run.inForce();
            asked = checks.withCodes(inForce);
            from = new int[asked.length];
            until = new int[asked.length];
            fails = new boolean[asked.length];
            forget();
        }
        long days = run.askingDay();
        isKnown &= days == ofDay;
        ofDay = days;
        look(run, run.scene());
        if (!isKnown) {
            named = named();
            isKnown = true;
        }
        return named;
    }

    private void look(ProgrammeRun run, Scene scene) {
        int day = scene.day();
        for (int i = 0; i < asked.length; i++) {
            if (checks.isAsked(asked[i], ofDay)) {
                if (day < from[i] || day > until[i]) {
                    int outside = scene.begin();
                    boolean isNo = run.value(asked[i]) == 0;
                    isKnown &= isNo == fails[i];
                    fails[i] = isNo;
                    from[i] = day;
                    until[i] = scene.end(outside);
                }
                scene.holdsUntil(until[i]);
            }
        }
    }

    private List<String> named() {
        var failing = new int[asked.length];
        int n = 0;
        for (int i = 0; i < asked.length; i++) {
            if (fails[i] && checks.isAsked(asked[i], ofDay) && !isAmong(checks.code(asked[i]), failing, n)) {
                failing[n++] = checks.code(asked[i]);
            }
        }
        var said = checks.named(failing, n);
        return said.equals(named) ? named : said;
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
