package org.ansinh.app;

import java.io.PrintStream;
import java.nio.file.Files;
import org.ansinh.app.access.ConsoleDesk;
import org.ansinh.app.access.InspectionDesk.Finding;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.postgres.Secrets;
import org.ansinh.postgres.Sentences;

/** {@code admin} and {@code audit}: what is done from the console, while the server runs or not. */
final class HouseCommands {
    private static final int MOST_SHOWN = 20;

    private final Options options;
    private final Stopping stopping;
    private final PrintStream out;

    HouseCommands(Options options, Stopping stopping, PrintStream out) {
        this.options = options;
        this.stopping = stopping;
        this.out = out;
    }

    void admin() {
        String login = options.rest().isEmpty() ? "admin" : options.rest().getFirst();
        String password = Secrets.randomPassword();
        ConsoleDesk.here().letIn(owner(), HouseClock.on(null), login, password);
        out.println(Sentences.both("admin.done", login, password));
        stopping.finish();
    }

    /** @return whether everything is as it was sealed */
    boolean audit() {
        var console = ConsoleDesk.here();
        var owner = owner();
        var found = console.prove(owner);
        boolean whole = found.holds();
        if (whole) {
            out.println(
                    Sentences.both("audit.holds", found.sealed(), found.batches(), found.waiting(), found.erased()));
        } else {
            out.println(Sentences.both("audit.broken", found.findings().size()));
            found.findings().stream().limit(MOST_SHOWN).map(HouseCommands::said).forEach(out::println);
        }
        if (found.seal() != null) {
            out.println(Sentences.both("audit.seal", found.seal(), found.sealedAt()));
        }
        if (!options.rest().isEmpty()) {
            var batch = console.batchOf(owner, options.rest().getFirst());
            out.println(batch.map(it -> Sentences.both("audit.known", it))
                    .orElseGet(() -> Sentences.both("audit.unknown")));
            whole = whole && batch.isPresent();
        }
        stopping.finish();
        return whole;
    }

    private static String said(Finding finding) {
        return Sentences.both(
                "audit.finding",
                finding.what(),
                finding.entry() == null ? "–" : finding.entry(),
                finding.batch() == null ? "–" : finding.batch());
    }

    private DatabaseLogin owner() {
        if (Files.notExists(options.data().resolve("secrets"))) {
            throw new HouseTrouble(
                    "admin.nothing", options.data().toAbsolutePath().normalize());
        }
        return OwnersDoor.toItsTables(options, stopping);
    }
}
