package org.ansinh.app.exchange.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.exchange.store.BroughtRows;
import org.ansinh.app.exchange.store.CheckFileRows;
import org.ansinh.app.exchange.store.KeptFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that come back from the population database: small enough to be read while somebody waits, each time they are looked at. */
@Component
class CheckArrivals {

    private final CheckFileRows rows;
    private final BroughtRows files;
    private final KeptFiles kept;
    private final Arrivals arrivals;
    private final FileLimits limits;
    private final Clock clock;

    CheckArrivals(
            CheckFileRows rows, BroughtRows files, KeptFiles kept, Arrivals arrivals, FileLimits limits, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.kept = kept;
        this.arrivals = arrivals;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<String> communes() {
        return files.communes();
    }

    @Transactional(readOnly = true)
    public Optional<BroughtFile> find(FileId file) {
        return files.find(file, "population");
    }

    @Transactional(readOnly = true)
    public Optional<CheckFileRows.Of> of(FileId file) {
        return rows.of(file);
    }

    /** @throws FileRefused where it is no list that came back: then nothing of it is kept */
    @Transactional
    public FileId bring(int list, InputStream sent, String name) {
        try (var place = Workplace.open()) {
            var file = place.file("sent");
            TableFile.receive(sent, file, limits);
            CheckReading.of(TableFile.open(file, name, limits));
            var id = rows.add(list, Arrivals.named(name), LocalDate.now(clock), Files.size(file), Digest.of(file));
            kept.keep(id, KeptFiles.Kind.FILE, file);
            files.move(id, State.READ);
            arrivals.tidy();
            return id;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Transactional(readOnly = true)
    public CheckReading read(BroughtFile file) {
        try (var place = Workplace.open()) {
            var brought = place.file("brought");
            if (!kept.fetch(file.id(), KeptFiles.Kind.FILE, brought)) {
                throw new FileRefused("gone", file.name());
            }
            return CheckReading.of(TableFile.open(brought, file.name(), limits));
        }
    }

    @Transactional
    public void done(FileId file) {
        files.move(file, State.ACCEPTED);
        files.done(file);
    }

    @Transactional
    public void throwAway(FileId file) {
        files.move(file, State.THROWN_AWAY);
        arrivals.tidy();
    }
}
