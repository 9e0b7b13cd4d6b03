package org.ansinh.rules;

import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./ansinh law check DIR}: reads a pack and says what is wrong with it. */
public final class LawCommand {

    private LawCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        var checked = Law.check(Path.of(arguments[1]));
        checked.problems().forEach(out::println);
        out.printf("%d problem(s)%n", checked.problems().size());
        return checked.problems().isEmpty() ? 0 : 1;
    }
}
