package org.ansinh.rules.language;

import org.ansinh.rules.pack.SubjectKind;

/**
 * Whose fact is read. Person {@code variable}: 0 is {@code person}, 1 and up are those a list runs over. Household or
 * village: of the subject asked about (0), or of that person.
 */
public record Who(SubjectKind kind, int variable) {}
