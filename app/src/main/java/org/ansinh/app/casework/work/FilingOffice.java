package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.ApplicationChoice;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.store.ApplicationRows;
import org.ansinh.app.casework.store.FilingRows;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receiving, checking and handing over files; terms are counted in working days, as the law pack has them. */
@Service
class FilingOffice implements ApplicationDesk {

    private final ApplicationRows files;
    private final FilingRows filing;
    private final FilesByLaw law;
    private final LawInWords words;
    private final AuditDesk audit;

    FilingOffice(ApplicationRows files, FilingRows filing, FilesByLaw law, LawInWords words, AuditDesk audit) {
        this.files = files;
        this.filing = filing;
        this.law = law;
        this.words = words;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkGroup> work(boolean mine) {
        return files.work(mine);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Application> list(ApplicationChoice choice, int page, int pageSize) {
        return files.list(choice, (page - 1) * pageSize, pageSize);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(ApplicationChoice choice) {
        return files.count(choice);
    }

    @Override
    public Optional<Loss> lossByWaiting(Application file) {
        var today = words.today();
        if (!file.isOpen() || file.level() == 0) {
            return Optional.empty();
        }
        var begins =
                YearMonth.from(file.rightFrom().filter(it -> it.isAfter(today)).orElse(today));
        return law.monthsToFirstPaid(file.programme(), file.provisions(), begins.atEndOfMonth())
                .map(it -> new Loss(begins.plusMonths(1), begins.plusMonths(it), file.level()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Integer> daysLate(List<Application> all) {
        var today = words.today();
        var overdue = all.stream()
                .filter(it -> it.isOpen()
                        && it.work().dueOn().filter(due -> due.isBefore(today)).isPresent())
                .toList();
        return overdue.isEmpty() ? Map.of() : law.late(overdue, today);
    }

    @Override
    @Transactional
    public Optional<Application> open(long id) {
        var found = files.find(id);
        found.map(Application::subject)
                .filter(it -> !it.household() && !it.name().isEmpty())
                .ifPresent(it -> audit.read(AuditDesk.Reading.OPEN_PERSON, it.id()));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> steps(long id) {
        return files.steps(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Application> ofSubject(boolean household, int subjectId) {
        return files.ofSubject(household, subjectId);
    }

    @Override
    public List<String> programmesDecidedHere() {
        return law.decidedHere(words.today()).stream()
                .filter(it ->
                        it.provisions().stream().anyMatch(way -> way.days().includes(words.today())))
                .map(Programme::id)
                .toList();
    }

    @Override
    @Transactional
    public Optional<Long> openFor(int person, String programme, String came) {
        var asked = law.decidedHere(words.today()).stream()
                .filter(it -> it.id().equals(programme))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("programme", programme));
        return filing.open(person, asked.subject() == SubjectKind.HOUSEHOLD, programme, came);
    }

    @Override
    public boolean isForABurial(String programme) {
        return law.isForABurial(programme);
    }

    @Override
    @Transactional
    public int receive(List<Long> ids, Incoming incoming) {
        return receive(files.unsigned(ids), incoming);
    }

    @Override
    @Transactional
    public int receiveAll(ApplicationChoice choice, Incoming incoming) {
        return receive(files.unsigned(choice), incoming);
    }

    private int receive(Map<String, List<Long>> byProgramme, Incoming incoming) {
        int received = 0;
        for (var it : byProgramme.entrySet()) {
            received += filing.receive(it.getValue(), incoming, due(it.getKey(), incoming.receivedOn()));
        }
        return received;
    }

    private Optional<LocalDate> due(String programme, LocalDate received) {
        // a day to come is refused by the database, with a sentence; the calendar of holidays does not reach for ever
        return received.isAfter(words.today()) ? Optional.empty() : law.dueOn(programme, received);
    }

    @Override
    @Transactional
    public boolean complete(long id) {
        var file = files.find(id);
        return file.isPresent() && filing.complete(id, law.dueOn(file.get().programme(), words.today()));
    }

    @Override
    @Transactional
    public boolean incomplete(long id, String missing) {
        return filing.incomplete(id, missing);
    }

    @Override
    @Transactional
    public boolean withdraw(long id, String because) {
        return filing.withdraw(id, because);
    }

    @Override
    @Transactional
    public boolean file(long id, String shelf, String oneStop) {
        return filing.file(id, shelf, oneStop);
    }

    @Override
    @Transactional
    public boolean handOver(long id, String officer) {
        return filing.handOver(id, officer);
    }

    @Override
    @Transactional
    public int handOverAll(String from, String to) {
        return filing.handOverAll(from, to);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> colleagues(String commune) {
        return filing.colleagues(commune);
    }
}
