package org.ansinh.rules.kernels;

import org.ansinh.rules.language.Form;

/** Answers of other programmes as formulas; whoever asks makes sure that they are computed first. */
interface Outcomes {
    Rails rails(Form.Outcome outcome, Seat seat);

    Rails decided(Form.Decided decided, Seat seat);

    /** The place of a programme whose amounts will be ready when a later stage asks for them. */
    int settled(String programme);
}
