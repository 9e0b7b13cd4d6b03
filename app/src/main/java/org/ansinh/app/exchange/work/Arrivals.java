package org.ansinh.app.exchange.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.model.Legible;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.exchange.store.BroughtRows;
import org.ansinh.app.exchange.store.KeptFiles;
import org.ansinh.app.jobs.JobDesk;
import org.springframework.stereotype.Component;

/** Keeps what is sent and asks for it to be worked on. Needs a transaction. */
@Component
class Arrivals {

    private static final int LONGEST_NAME = 120;

    private final BroughtRows files;
    private final KeptFiles kept;
    private final JobDesk jobs;
    private final FileLimits limits;

    Arrivals(BroughtRows files, KeptFiles kept, JobDesk jobs, FileLimits limits) {
        this.files = files;
        this.kept = kept;
        this.jobs = jobs;
        this.limits = limits;
    }

    /** What comes, as whoever brings it says. */
    record What(String purpose, String name, LocalDate asOf, Optional<String> programme, Optional<String> commune) {}

    FileId bring(InputStream sent, What what, String job) {
        try (var place = Workplace.open()) {
            var file = place.file("sent");
            TableFile.receive(sent, file, limits);
            var id = files.add(new BroughtRows.Arrival(
                    what.purpose(),
                    named(what.name()),
                    what.asOf(),
                    what.programme(),
                    what.commune(),
                    Files.size(file),
                    Digest.of(file)));
            kept.keep(id, KeptFiles.Kind.FILE, file);
            files.isWorkedOnBy(id, jobs.ask(job, Long.toString(id.number())));
            tidy();
            return id;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** What is old or too much goes, as the house and not as whoever acts. */
    void tidy() {
        jobs.ask(TidyJob.NAME, "");
    }

    /** The last part of a path, with nothing in it that a page or a recording could not show. */
    static String named(String sent) {
        var name = Legible.composed(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1));
        var clean = Legible.trouble(name).isPresent() ? Legible.shown(name) : name;
        if (clean.isEmpty()) {
            return "?";
        }
        return clean.length() <= LONGEST_NAME ? clean : "…" + clean.substring(clean.length() - LONGEST_NAME);
    }
}
