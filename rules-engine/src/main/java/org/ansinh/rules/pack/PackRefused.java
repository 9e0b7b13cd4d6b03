package org.ansinh.rules.pack;

import java.util.List;
import java.util.stream.Collectors;

/** A pack is read whole or not at all: this names everything that is wrong with it. */
public final class PackRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public PackRefused(String folder, List<Problem> problems) {
        super("The law pack %s is refused, %d thing(s) to put right:%n%s"
                .formatted(
                        folder,
                        problems.size(),
                        problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
