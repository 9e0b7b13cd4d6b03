package org.ansinh.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.determination.Determiner;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.FactBookBuilder;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.PackReader;
import org.ansinh.rules.pack.PackRefused;
import org.ansinh.rules.pack.Problem;
import org.ansinh.rules.pack.Problems;

/** One law pack, read, checked and ready to be applied. Immutable; one per server is enough. */
public final class Law {

    private final LawPack pack;
    private final Determiner determiner;

    private Law(LawPack pack, Determiner determiner) {
        this.pack = pack;
        this.determiner = determiner;
    }

    /** What a check found: a law, or everything that keeps the folder from being one. */
    public record Checked(Optional<Law> law, List<Problem> problems) {}

    /** Reads and checks a folder, which may lie inside a zip or jar. */
    public static Law load(Path folder) {
        var checked = check(folder);
        return checked.law().orElseThrow(() -> new PackRefused(folder.toString(), checked.problems()));
    }

    public static Checked check(Path folder) {
        var reading = PackReader.read(folder);
        var problems = new Problems();
        reading.problems().forEach(it -> problems.add(it.place(), it.message()));
        return of(reading.pack(), problems);
    }

    /** A pack that was read and perhaps changed since; nothing is a law that has problems. */
    public static Checked of(LawPack pack, Problems problems) {
        // Expressions are looked at even when something else is wrong, so that all is told in one round.
        var determiner = Determiner.of(pack, problems);
        return new Checked(determiner.filter(it -> problems.isEmpty()).map(it -> new Law(pack, it)), problems.sorted());
    }

    public LawPack pack() {
        return pack;
    }

    /** SHA-256 over the pack's file names and bytes: what a decision names to say which law it applied. */
    public String hash() {
        return pack.hash();
    }

    public Determiner determiner() {
        return determiner;
    }

    /** The same law after named jurists have released these unverified values (see {@link Unverified#what}). */
    public Law withReleased(Set<String> what) {
        return new Law(pack, determiner.withReleased(what));
    }

    /** Everything of the pack that nobody has confirmed and that an outcome can rest on. */
    public List<Unverified> unverified() {
        return determiner.unverified();
    }

    /** The same of one programme alone: what stands between it and a decision. */
    public List<Unverified> unverified(String programme) {
        return determiner.unverified(programme);
    }

    /** An empty book of facts in this law's dictionary. */
    public FactBookBuilder facts() {
        return FactBook.of(pack);
    }
}
