package org.ansinh.app.exchange.work;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.PopulationFilesDesk;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.CheckColumn;
import org.ansinh.app.exchange.model.Legible;
import org.ansinh.app.exchange.store.CheckFileRows;
import org.ansinh.app.pages.NotHere;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.Bad;
import org.ansinh.app.registry.PopulationCheckDesk.Made;
import org.ansinh.app.registry.PopulationCheckDesk.Taken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists out to the population database and answers in, for whoever acts. */
@Service
class PopulationOffice implements PopulationFilesDesk {

    private static final Map<String, CheckColumn> COLUMNS = Map.ofEntries(
            Map.entry("key", CheckColumn.KEY),
            Map.entry("sent_name", CheckColumn.SENT_NAME),
            Map.entry("sent_born", CheckColumn.SENT_BORN),
            Map.entry("sent_sex", CheckColumn.SENT_SEX),
            Map.entry("sent_number", CheckColumn.SENT_NUMBER),
            Map.entry("result", CheckColumn.RESULT),
            Map.entry("number", CheckColumn.NUMBER),
            Map.entry("died_on", CheckColumn.DIED_ON),
            Map.entry("remark", CheckColumn.REMARK));

    private final PopulationCheckDesk checks;
    private final CheckFileRows rows;
    private final CheckArrivals arrivals;
    private final CheckSheet sheet;
    private final CheckChoice choosing;
    private final AuditDesk audit;

    PopulationOffice(
            PopulationCheckDesk checks,
            CheckFileRows rows,
            CheckArrivals arrivals,
            CheckSheet sheet,
            CheckChoice choosing,
            AuditDesk audit) {
        this.checks = checks;
        this.rows = rows;
        this.arrivals = arrivals;
        this.sheet = sheet;
        this.choosing = choosing;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> communes() {
        return choosing.communes(arrivals.communes());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> programmes(Locale locale) {
        return choosing.programmes(locale);
    }

    @Override
    @Transactional(readOnly = true)
    public Chosen chosen(Choice choice) {
        var people = choosing.people(choice);
        return new Chosen(people, checks.waitsFor(people).size());
    }

    /** What the register refuses rolls its own transaction back, and is told. */
    @Override
    public Made make(Choice choice, String onceKey) {
        return checks.make(choice.order(), choosing.people(choice), onceKey);
    }

    @Override
    @Transactional
    public void xlsx(int list, Path into) {
        var it = checks.list(list).orElseThrow(() -> new NotHere("population.gone"));
        var lines = checks.lines(list, Optional.empty());
        sheet.write(it, lines, into);
        audit.exported("population check list DC-%d".formatted(list), lines.size(), Digest.of(into));
    }

    @Override
    @Transactional
    public FileId bring(int list, InputStream sent, String name) {
        if (checks.list(list).isEmpty()) {
            throw new NotHere("population.gone");
        }
        return arrivals.bring(list, sent, name);
    }

    @Override
    @Transactional
    public Optional<Looked> look(FileId file) {
        return rows.of(file).flatMap(of -> arrivals.find(file).map(it -> looked(it, of.list())));
    }

    private Looked looked(BroughtFile file, int list) {
        var reading = arrivals.read(file);
        var judged = checks.judge(list, reading.rows());
        var refusals = new ArrayList<>(reading.refusals());
        judged.bad().forEach(it -> refusals.add(refusal(it, reading.sheet())));
        refusals.sort(Comparator.comparingInt(RowRefusal::row));
        return new Looked(file, list, judged, refusals, reading.ignored());
    }

    private static RowRefusal refusal(Bad it, String sheet) {
        var column = COLUMNS.getOrDefault(it.field(), CheckColumn.RESULT);
        return new RowRefusal(sheet, it.row(), column.heading(), Legible.shown(it.value()), it.why(), it.detail());
    }

    @Override
    @Transactional(readOnly = true)
    public List<BroughtFile> files(int list) {
        return rows.files(list).stream()
                .flatMap(it -> arrivals.find(it).stream())
                .toList();
    }

    /** In steps: where the house stops between them, the file is recorded again and found to be known. */
    @Override
    public Taken record(FileId file) {
        var of = arrivals.of(file).orElseThrow(() -> new NotHere("population.gone"));
        var it = arrivals.find(file)
                .filter(found -> found.state() == State.READ)
                .orElseThrow(() -> new NotHere("population.gone"));
        var judged = checks.judge(of.list(), arrivals.read(it).rows());
        var taken = checks.take(of.list(), of.digest(), it.name(), judged.ready());
        if (!(taken instanceof Taken.Refused)) {
            arrivals.done(file);
        }
        return taken;
    }

    @Override
    @Transactional
    public void throwAway(FileId file) {
        if (rows.of(file).isEmpty()) {
            throw new NotHere("population.gone");
        }
        arrivals.throwAway(file);
    }
}
