package org.ansinh.app.exchange.work;

import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.ComparedLine;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.model.ComparedMonth;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.exchange.store.BroughtRows;
import org.ansinh.app.exchange.store.ComparedRows;
import org.ansinh.app.exchange.store.KeptFiles;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays an office's list beside the month, as the officer who brought it. Asked again it compares anew: what is known may have changed. */
@Component
class CompareJob implements JobKind {

    static final String NAME = "exchange.compare";

    private final BroughtRows files;
    private final KeptFiles kept;
    private final OwedMonth owed;
    private final ComparedRows compared;
    private final FileLimits limits;
    private final TransactionTemplate transaction;

    CompareJob(
            BroughtRows files,
            KeptFiles kept,
            OwedMonth owed,
            ComparedRows compared,
            FileLimits limits,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.kept = kept;
        this.owed = owed;
        this.compared = compared;
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
        if (orders.state() == State.WAITING || orders.state() == State.DONE) {
            var acting = OfficerId.ofRole(orders.broughtBy())
                    .map(Actor::officer)
                    .orElseGet(() -> Acting.now().orElseThrow());
            Acting.run(acting, () -> compare(id, progress));
        }
        return "";
    }

    private void compare(FileId id, Progress progress) {
        try (var place = Workplace.open()) {
            transaction.executeWithoutResult(status -> {
                var file = files.find(id, "month").orElseThrow();
                var list = place.file("brought");
                if (!kept.fetch(id, KeptFiles.Kind.FILE, list)) {
                    throw new FileRefused("gone", file.name());
                }
                progress.begin("read", 0);
                var theirs = OfficeList.read(TableFile.open(list, file.name(), limits));
                progress.begin("compare", 0);
                compared.keep(id, lines(file, theirs));
                files.done(id);
            });
        } catch (FileRefused refused) {
            transaction.executeWithoutResult(status -> files.refused(id, refused));
        }
    }

    private List<ComparedLine> lines(BroughtFile file, List<ComparedLine.Theirs> theirs) {
        var month = YearMonth.from(file.asOf());
        var in = owed.circumstances(month, files.communeOf(file.id()));
        return ComparedMonth.of(owed.of(month, file.programme().orElseThrow()), theirs, in);
    }
}
