package org.ansinh.rules.language;

import org.ansinh.rules.pack.SubjectKind;

/**
 * Whose fact is read: person {@code variable} (0 is {@code person}, 1 and up are those a list runs over), or the household
 * or village of the subject asked about.
 */
public record Who(SubjectKind kind, int variable) {}
