package org.ansinh.app.exchange.work;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.exchange.store.BroughtRows;
import org.ansinh.app.exchange.store.KeptFiles;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file that was brought, and takes in one that was accepted: as the officer who brought or accepted it, so that their area and their rights hold. Safe to
 * repeat: what a file brings and what the file is said to have brought are one transaction, and rows that are known make no recording.
 */
@Component
class ImportJob implements JobKind {

    static final String NAME = "exchange.import";

    private final BroughtRows files;
    private final KeptFiles kept;
    private final FileTaking taking;
    private final RefusedRows refusedRows;
    private final FileLimits limits;
    private final TransactionTemplate transaction;

    ImportJob(
            BroughtRows files,
            KeptFiles kept,
            FileTaking taking,
            RefusedRows refusedRows,
            FileLimits limits,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.kept = kept;
        this.taking = taking;
        this.refusedRows = refusedRows;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(String order, Progress progress) {
        var id = new FileId(Long.parseLong(order));
        var orders = transaction.execute(status -> files.orders(id)).orElseThrow();
        var acting = Acting.now().orElseThrow();
        switch (orders.state()) {
            case WAITING -> Acting.run(actor(orders.broughtBy(), acting), () -> read(id, progress));
            case ACCEPTED -> {
                var bringer = actor(orders.broughtBy(), acting);
                var acceptor = actor(orders.acceptedBy().orElseThrow(), acting);
                boolean alone = bringer.equals(acceptor);
                Acting.run(bringer, () -> record(id, alone, progress));
                if (!alone) {
                    var broughtBy = OfficerId.ofRole(orders.broughtBy()).orElseThrow();
                    Acting.run(acceptor, () -> accept(id, broughtBy, progress));
                }
            }
            case READ, DONE, REFUSED, THROWN_AWAY -> {}
        }
        return "";
    }

    private static Actor actor(String role, Actor acting) {
        return OfficerId.ofRole(role).map(Actor::officer).orElse(acting);
    }

    private void read(FileId id, Progress progress) {
        refusing(id, place -> {
            var file = fetched(id, place);
            var taken = transaction.execute(status -> {
                status.setRollbackOnly();
                return take(file, place, Optional.empty(), progress);
            });
            transaction.executeWithoutResult(status -> {
                keepRefused(id, taken, place);
                files.read(id, taken.report(), taken.needsTwo());
            });
        });
    }

    /** What the bringer may record alone: all of it, or all but decisions and payees. */
    private void record(FileId id, boolean whole, Progress progress) {
        refusing(
                id,
                place -> transaction.executeWithoutResult(status -> {
                    var file = fetched(id, place);
                    var taken = take(file, place, Optional.empty(), progress);
                    keepRefused(id, taken, place);
                    files.recorded(id, taken.report().after(file.recorded() ? file.report() : Optional.empty()), whole);
                }));
    }

    /** What the one who accepts stands for. */
    private void accept(FileId id, OfficerId broughtBy, Progress progress) {
        refusing(
                id,
                place -> transaction.executeWithoutResult(status -> {
                    var file = fetched(id, place);
                    var taken = take(file, place, Optional.of(broughtBy), progress);
                    files.recorded(
                            id,
                            file.report().orElseThrow().accepted(taken.report().added()),
                            true);
                }));
    }

    /** Work in a folder of its own; a file that cannot be taken as a whole is refused, and says why. */
    private void refusing(FileId id, Consumer<Workplace> work) {
        try (var place = Workplace.open()) {
            work.accept(place);
        } catch (FileRefused refused) {
            transaction.executeWithoutResult(status -> files.refused(id, refused));
        }
    }

    private BroughtFile fetched(FileId id, Workplace place) {
        return transaction.execute(status -> {
            var file = files.find(id, "register").orElseThrow();
            if (!kept.fetch(id, KeptFiles.Kind.FILE, original(place))) {
                throw new FileRefused("gone", file.name());
            }
            return file;
        });
    }

    private static Path original(Workplace place) {
        return place.file("brought");
    }

    private Taken take(BroughtFile file, Workplace place, Optional<OfficerId> accepting, Progress progress) {
        try {
            var tables = FileTaking.understood(TableFile.open(original(place), file.name(), limits));
            return taking.take(tables, new FileTaking.Order(file.name(), file.asOf(), accepting), progress);
        } catch (DataAccessException trouble) {
            var broken = BrokenRule.orThrow(trouble);
            throw broken.isOutsideArea()
                    ? new FileRefused("outside_area", file.name())
                    : new FileRefused("rule", broken.name());
        }
    }

    private void keepRefused(FileId id, Taken taken, Workplace place) {
        if (taken.refusals().isEmpty() && taken.notices().isEmpty()) {
            kept.forget(id, KeptFiles.Kind.REFUSED);
            return;
        }
        var refused = place.file("refused.xlsx");
        refusedRows.write(taken, refused);
        kept.keep(id, KeptFiles.Kind.REFUSED, refused);
    }
}
