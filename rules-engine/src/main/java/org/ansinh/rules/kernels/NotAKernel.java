package org.ansinh.rules.kernels;

import org.ansinh.rules.language.Form;

/** A form that columns cannot carry at all; the programme that uses it is left to the explaining evaluator. */
final class NotAKernel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAKernel(Form form) {
        super(form.getClass().getSimpleName());
    }
}
