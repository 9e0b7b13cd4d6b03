package org.ansinh.app.exchange.work;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.CompareDesk;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.store.BroughtRows;
import org.ansinh.app.exchange.store.ComparedRows;
import org.ansinh.app.jobs.JobDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A month beside the office's own list, for whoever brought it. */
@Service
class CompareOffice implements CompareDesk {

    private final Arrivals arrivals;
    private final BroughtRows files;
    private final ComparedRows compared;
    private final ComparedSheet sheet;
    private final JobDesk jobs;
    private final AuditDesk audit;

    CompareOffice(
            Arrivals arrivals,
            BroughtRows files,
            ComparedRows compared,
            ComparedSheet sheet,
            JobDesk jobs,
            AuditDesk audit) {
        this.arrivals = arrivals;
        this.files = files;
        this.compared = compared;
        this.sheet = sheet;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Override
    @Transactional
    public FileId bring(InputStream sent, String name, YearMonth month, String programme, Optional<String> commune) {
        var what = new Arrivals.What("month", name, month.atDay(1), Optional.of(programme), commune);
        return arrivals.bring(sent, what, CompareJob.NAME);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> communes() {
        return files.communes();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> communeOf(FileId file) {
        return files.communeOf(file);
    }

    @Override
    @Transactional(readOnly = true)
    public List<BroughtFile> lists(int atMost) {
        return files.latest("month", atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BroughtFile> find(FileId file) {
        return files.find(file, "month");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Total> totals(FileId file) {
        return compared.totals(file);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Shown> lines(FileId file, Choice choice, int page, int pageSize) {
        return compared.lines(file, choice, (page - 1) * pageSize, pageSize);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(FileId file, Choice choice) {
        return compared.count(file, choice);
    }

    @Override
    @Transactional
    public void again(FileId file) {
        files.isWorkedOnBy(file, jobs.ask(CompareJob.NAME, Long.toString(file.number())));
    }

    @Override
    @Transactional
    public void xlsx(FileId file, Path into) {
        var list = find(file).orElseThrow();
        long rows = sheet.write(list, into);
        audit.exported("comparison of file %d".formatted(file.number()), rows, Digest.of(into));
    }
}
