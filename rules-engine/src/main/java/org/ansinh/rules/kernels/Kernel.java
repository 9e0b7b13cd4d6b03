package org.ansinh.rules.kernels;

/** Compiled formulas over the planes of one table. */
interface Kernel {

    /** Runs over some words of the planes, which lie in slots; results go to slots as well. */
    void run(long[][] slots, int words);
}
