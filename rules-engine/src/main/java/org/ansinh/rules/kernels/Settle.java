package org.ansinh.rules.kernels;

/** Chooses what a programme pays among the provisions that are met. */
record Settle(int programme) implements Stage {
    @Override
    public void run(Workplace at) {
        at.programme(programme).take(at);
    }
}
