package org.ansinh.rules.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.filling.Filling;
import org.ansinh.rules.pack.PackReader;

/** {@code ./ansinh law fill}: lays official texts into the holes of a pack, checks the whole, works its cases, and writes it as a pack of its own. */
final class FillCommand {

    private final PrintStream out;

    FillCommand(PrintStream out) {
        this.out = out;
    }

    int run(Path pack, LawOptions options) {
        if (options.others().isEmpty()) {
            throw new LawOptions.NotUnderstood("no filling is named; give its folder");
        }
        var to = options.files("--to");
        if (to.size() != 1) {
            throw new LawOptions.NotUnderstood("expected --to and the folder to write the filled pack to");
        }
        var target = to.getFirst();
        if (Files.exists(target)) {
            out.printf("%s is there already; name a folder that is not.%n", target);
            return 1;
        }
        var filled = Filling.over(PackReader.bytesOf(pack), options.others());
        filled.problems().forEach(out::println);
        if (filled.law().isEmpty()) {
            out.printf(
                    "%d thing(s) to put right in the filling.%n",
                    filled.problems().size());
            return 1;
        }
        write(filled, target);
        filled.closed().forEach(it -> out.println("closed " + it));
        if (filled.sample()) {
            out.println(
                    "MẪU, không phải pháp luật / SAMPLE, no law: nothing that rests on it can be released or paid, and only a demonstration loads it.");
        }
        var law = filled.law().get();
        var report = Cases.run(target, law.pack(), law.determiner());
        report.failures().forEach(out::println);
        out.printf(
                "%s: %d hole(s) closed, %d left; %d case(s), %d failure(s).%n",
                target,
                filled.closed().size(),
                law.pack().holes().size(),
                report.cases(),
                report.failures().size());
        return report.failures().isEmpty() ? 0 : 1;
    }

    private static void write(Filling.Filled filled, Path target) {
        filled.files().forEach((name, bytes) -> {
            try {
                var file = target.resolve(name);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, bytes);
            } catch (IOException trouble) {
                throw new UncheckedIOException("The filled pack cannot be written to %s.".formatted(target), trouble);
            }
        });
    }
}
