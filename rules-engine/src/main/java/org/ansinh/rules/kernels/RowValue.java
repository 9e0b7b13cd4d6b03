package org.ansinh.rules.kernels;

/** A formula worked out for one row; {@code people} holds the rows of the persons its variables stand for. */
interface RowValue {
    long of(Workplace at, int[] people);
}
