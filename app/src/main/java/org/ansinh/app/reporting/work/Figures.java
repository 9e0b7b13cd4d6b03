package org.ansinh.app.reporting.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.reporting.Cell;
import org.ansinh.app.reporting.Dimension;
import org.ansinh.app.reporting.FiguresDesk;
import org.ansinh.app.reporting.Measure;
import org.ansinh.app.reporting.store.FigureRows;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Provision.StartRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads as whoever asks: the database shows each officer their own area. */
@Service
class Figures implements FiguresDesk {

    private final FigureRows rows;
    private final LawbookDesk lawbook;

    Figures(FigureRows rows, LawbookDesk lawbook) {
        this.rows = rows;
        this.lawbook = lawbook;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Figure> column(YearMonth month, Measure measure, Dimension dimension) {
        return byProgramme(month, measure, dimension).getOrDefault("", Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Map<String, Figure>> byProgramme(YearMonth month, Measure measure, Dimension dimension) {
        return rows.counted(new Cell(month, measure, Optional.empty(), dimension, Optional.empty()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean opensLists() {
        return rows.opens();
    }

    @Override
    @Transactional(readOnly = true)
    public Figure figure(Cell cell) {
        return rows.counted(cell).getOrDefault(cell.programme().orElse(""), Map.of()).entrySet().stream()
                .filter(it -> cell.value().map(it.getKey()::equals).orElse(true))
                .map(Map.Entry::getValue)
                .reduce(Figure.NONE, Figure::plus);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Counted> list(Cell cell, int page, int size) {
        return rows.listed(cell, (page - 1) * size, size);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProgrammeName> programmes() {
        return lawbook.current().pack().programmes().values().stream()
                .map(Figures::name)
                .toList();
    }

    private static ProgrammeName name(Programme it) {
        return new ProgrammeName(it.id(), it.label().vi(), it.label().en());
    }

    @Override
    @Transactional(readOnly = true)
    public List<SignedStart> startsWithSignature(YearMonth month) {
        return lawbook.current().pack().programmes().values().stream()
                .flatMap(programme -> programme.provisions().stream()
                        .filter(it -> it.days().includes(month.atDay(1)))
                        .flatMap(it -> ruleOf(it, month.atDay(1)).stream())
                        .findFirst()
                        .map(it -> new SignedStart(name(programme), it))
                        .stream())
                .toList();
    }

    private static Optional<Basis> ruleOf(Provision provision, LocalDate day) {
        return provision.start().stream()
                .filter(it -> !it.from().isAfter(day))
                .max(Comparator.comparing(StartRule::from))
                .filter(it -> it.kind() == StartRule.Kind.MONTH_OF_SIGNATURE)
                .map(it -> it.basis().orElse(provision.basis()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> ethnicGroup(String id, boolean english) {
        return lawbook.current().pack().dictionary().enumeration("ethnic_group").values().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> english ? it.label().en() : it.label().vi());
    }
}
