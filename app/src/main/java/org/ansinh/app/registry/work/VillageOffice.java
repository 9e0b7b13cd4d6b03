package org.ansinh.app.registry.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.VillageReportDesk;
import org.ansinh.app.registry.model.Folding;
import org.ansinh.app.registry.store.VillageRows;
import org.ansinh.app.registry.store.WorkRows;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Service
class VillageOffice implements VillageReportDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VillageRows rows;
    private final WorkRows work;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VillageOffice(
            VillageRows rows, WorkRows work, AuditDesk audit, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public List<VillageMonth> villages(YearMonth month, Optional<String> commune) {
        return read(() -> rows.villages(month, commune));
    }

    @Override
    public List<Report> reports(int village, YearMonth month) {
        return read(() -> rows.reports(village, month));
    }

    @Override
    public List<Notice> notices(int village, YearMonth month) {
        return read(() -> {
            var found = rows.notices(village, month);
            found.stream()
                    .flatMap(it ->
                            Stream.concat(it.personId().stream(), it.settled().flatMap(Settled::personId).stream()))
                    .distinct()
                    .forEach(it -> audit.read(AuditDesk.Reading.OPEN_PERSON, it));
            return found;
        });
    }

    @Override
    public List<Notice> open() {
        return read(rows::open);
    }

    @Override
    public List<Notice> toldDead(int person) {
        return read(() -> rows.toldDead(person));
    }

    @Override
    public List<Villager> called(int village, String name) {
        return read(() -> {
            var found = rows.called(village, name);
            audit.searched(name, found.stream().map(Villager::personId).toList());
            return found;
        });
    }

    /** A line as the database reads it. */
    record Told(
            int place,
            String kind,
            @Nullable Integer person,
            String name,
            String folded,
            @Nullable LocalDate on_day,
            String note) {}

    @Override
    public Taken takeDown(NewReport report, List<NewLine> lines, String onceKey) {
        var paper = new Paper(
                "village_report",
                Optional.of(report.toldBy()),
                Optional.of(report.cameOn()),
                Optional.of(onceKey),
                Optional.empty());
        if (isRecorded(onceKey)) {
            return new Taken.Before();
        }
        try {
            return read(() ->
                    new Taken.Done(rows.takeDown(report, json(lines), work.openRecording(paper, clock.instant()))));
        } catch (DataAccessException trouble) {
            return isRecorded(onceKey) ? new Taken.Before() : new Taken.Refused(BrokenRule.orThrow(trouble));
        }
    }

    private static String json(List<NewLine> lines) {
        return JSON.writeValueAsString(IntStream.range(0, lines.size())
                .mapToObj(n -> {
                    var it = lines.get(n);
                    return new Told(
                            n + 1,
                            it.kind().name().toLowerCase(Locale.ROOT),
                            it.personId().orElse(null),
                            it.name(),
                            Folding.fold(it.name()),
                            it.onDay().orElse(null),
                            it.note());
                })
                .toList());
    }

    /** A line is dismissed once, however often the form is sent. */
    @Override
    public Optional<BrokenRule> dismiss(int notice, String because) {
        var paper = Paper.of("notice_dismissed", "notice-dismissed-" + notice);
        if (isRecorded("notice-dismissed-" + notice)) {
            return Optional.empty();
        }
        return BrokenRule.by(() -> transaction.executeWithoutResult(
                status -> rows.dismiss(notice, because, work.openRecording(paper, clock.instant()))));
    }

    @Override
    public void claimTells(int person, Optional<LocalDate> onDay, String note) {
        transaction.executeWithoutResult(status ->
                rows.claimTells(person, onDay, note, work.openRecording(Paper.of("funeral_claim"), clock.instant())));
    }

    private boolean isRecorded(String onceKey) {
        return read(() -> work.recordedUnder(onceKey)).isPresent();
    }

    private <R> R read(Supplier<R> reading) {
        return Objects.requireNonNull(transaction.execute(status -> reading.get()));
    }
}
