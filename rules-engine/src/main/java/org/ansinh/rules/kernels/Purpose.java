package org.ansinh.rules.kernels;

/** What a plan is for. */
enum Purpose {
    /** Every answer; what planes cannot say is worked out row by row. */
    ANSWERS,
    /** Sure answers only; what planes cannot say is left open, for the evaluator to answer those it may concern. */
    SIEVE
}
