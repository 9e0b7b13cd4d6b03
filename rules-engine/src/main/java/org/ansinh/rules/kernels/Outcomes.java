package org.ansinh.rules.kernels;

import org.ansinh.rules.language.Form;

/** Answers of other programmes as formulas; whoever asks makes sure that they are computed first. */
interface Outcomes {
    Rails rails(Form.Outcome outcome, Seat seat);
}
