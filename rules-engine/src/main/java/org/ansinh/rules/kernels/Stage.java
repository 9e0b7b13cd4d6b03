package org.ansinh.rules.kernels;

/** One step of carrying a law out on a block; it finds what it reads in slots that earlier stages filled. */
interface Stage {
    void run(Workplace at);

    /** What has to change before it needs to run again on the same block. */
    Rests rests(LawPlan plan, Sources of);
}
