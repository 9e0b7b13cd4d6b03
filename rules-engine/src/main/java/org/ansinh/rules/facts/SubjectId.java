package org.ansinh.rules.facts;

import org.ansinh.rules.pack.SubjectKind;

/** A person, household or village by the number its register gave it. */
public record SubjectId(SubjectKind kind, int number) {

    public static SubjectId person(int number) {
        return new SubjectId(SubjectKind.PERSON, number);
    }

    public static SubjectId household(int number) {
        return new SubjectId(SubjectKind.HOUSEHOLD, number);
    }

    public static SubjectId village(int number) {
        return new SubjectId(SubjectKind.VILLAGE, number);
    }

    @Override
    public String toString() {
        return kind.word() + " " + number;
    }
}
