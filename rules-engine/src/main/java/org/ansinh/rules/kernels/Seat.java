package org.ansinh.rules.kernels;

import org.ansinh.rules.pack.SubjectKind;

/** Whose row a formula is computed for: the table, and the variable of the expression that stands for the row itself. */
record Seat(SubjectKind table, int self) {

    /** A seat within a list: each member judged in its own row. */
    static Seat member(int variable) {
        return new Seat(SubjectKind.PERSON, variable);
    }
}
