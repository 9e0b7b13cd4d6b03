package org.ansinh.rules.kernels;

import java.util.Set;

/**
 * What an answer rests on: planes of a row's own facts, and planes that reach it from other rows over bonds.
 *
 * @param unsure something in it was left unknown on purpose
 */
record Reads(Set<Integer> own, Set<Integer> far, boolean unsure) {

    static final Reads NOTHING = new Reads(Set.of(), Set.of(), false);
}
