package org.ansinh.app.exchange.work;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.exchange.store.BroughtRows;
import org.ansinh.app.exchange.store.KeptFiles;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.pages.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files in, for whoever acts. */
@Service
class ImportOffice implements ImportDesk {

    private static final String REGISTER = "register";

    private final Arrivals arrivals;
    private final BroughtRows files;
    private final KeptFiles kept;
    private final EmptyWorkbook template;
    private final JobDesk jobs;
    private final AuditDesk audit;

    ImportOffice(
            Arrivals arrivals,
            BroughtRows files,
            KeptFiles kept,
            EmptyWorkbook template,
            JobDesk jobs,
            AuditDesk audit) {
        this.arrivals = arrivals;
        this.files = files;
        this.kept = kept;
        this.template = template;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Override
    @Transactional
    public FileId bring(InputStream sent, String name, LocalDate asOf) {
        return arrivals.bring(
                sent, new Arrivals.What(REGISTER, name, asOf, Optional.empty(), Optional.empty()), ImportJob.NAME);
    }

    @Override
    @Transactional(readOnly = true)
    public List<BroughtFile> files(int atMost) {
        return files.latest(REGISTER, atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public List<BroughtFile> toAccept() {
        return files.toAccept();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BroughtFile> find(FileId file) {
        return files.find(file, REGISTER);
    }

    @Override
    @Transactional
    public void accept(FileId file) {
        mustBeHere(file);
        files.move(file, State.ACCEPTED);
        files.isWorkedOnBy(file, jobs.ask(ImportJob.NAME, Long.toString(file.number())));
    }

    @Override
    @Transactional
    public void throwAway(FileId file) {
        mustBeHere(file);
        files.move(file, State.THROWN_AWAY);
        arrivals.tidy();
    }

    private void mustBeHere(FileId file) {
        if (find(file).isEmpty()) {
            throw new NotHere("exchange.file.gone");
        }
    }

    @Override
    @Transactional
    public void again(FileId file) {
        if (find(file).filter(BroughtFile::isAtWork).isPresent()) {
            files.isWorkedOnBy(file, jobs.ask(ImportJob.NAME, Long.toString(file.number())));
        }
    }

    @Override
    @Transactional
    public void refusedRows(FileId file, Path into) {
        if (!kept.fetch(file, KeptFiles.Kind.REFUSED, into)) {
            throw new NotHere("exchange.file.gone");
        }
        var rows = find(file)
                .flatMap(BroughtFile::report)
                .map(it -> it.refusedRows())
                .orElse(0L);
        audit.exported("refused rows of file " + file.number(), rows, Digest.of(into));
    }

    @Override
    @Transactional(readOnly = true)
    public void template(Path into) {
        template.write(into);
    }
}
