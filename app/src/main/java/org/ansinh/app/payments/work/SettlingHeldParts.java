package org.ansinh.app.payments.work;

import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.springframework.stereotype.Component;

/** Held parts of approved lists, settled one by one. Asked again after a crash it finds those that are left. */
@Component
class SettlingHeldParts implements JobKind {

    static final String NAME = "held_parts";

    private final HeldParts held;

    SettlingHeldParts(HeldParts held) {
        this.held = held;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(String order, Progress progress) {
        progress.begin(NAME, 1);
        var unsent = held.settleAll();
        progress.advance(1);
        return Integer.toString(unsent);
    }
}
