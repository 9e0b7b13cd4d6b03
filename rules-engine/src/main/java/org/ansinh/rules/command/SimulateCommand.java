package org.ansinh.rules.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Json;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.simulation.Cell;
import org.ansinh.rules.simulation.Draft;
import org.ansinh.rules.simulation.Simulation;
import org.ansinh.rules.simulation.Tally;

/** {@code ./ansinh law simulate}: what drafts of law would change for given people, in a table, as CSV or as JSON. */
final class SimulateCommand {

    private static final List<String> ORDER =
            List.of("all", "month", "commune", "household.class", "age", "person.sex", "person.ethnic_group");

    private final PrintStream out;
    private final Language language;

    SimulateCommand(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    int run(Law law, Path pack, LawOptions options) {
        var drafts = options.others();
        if (drafts.isEmpty()) {
            throw new LawOptions.NotUnderstood("no draft is named; give its folder or its file");
        }
        var months = options.months();
        var people = options.files("--people");
        var draft = Draft.over(pack, drafts);
        draft.problems().forEach(out::println);
        if (draft.law().isEmpty()) {
            out.printf(
                    "%d thing(s) to put right in the draft.%n", draft.problems().size());
            return 1;
        }
        var problems = new Problems();
        var outcome = Simulation.of(law, draft.law().get(), months, options.has("--signed"), people, problems);
        problems.sorted().forEach(out::println);
        if (options.has("--json")) {
            out.println(json(law, outcome, months, options.has("--signed")));
        } else if (options.has("--csv")) {
            csv(outcome.cells());
        } else {
            tables(law, draft.law().get(), outcome, months, options.has("--signed"));
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private void csv(Map<Cell, Tally> cells) {
        out.println("by,value,programme,subjects_before,subjects_after,months_before,months_after,dong_before,"
                + "dong_after,open_months_before,open_months_after,winners,losers,gained,lost");
        cells.forEach((cell, it) -> out.printf(
                "%s,%s,%s,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d%n",
                cell.by(),
                cell.value(),
                cell.programme(),
                it.subjectsBefore(),
                it.subjectsAfter(),
                it.monthsBefore(),
                it.monthsAfter(),
                it.dongBefore(),
                it.dongAfter(),
                it.openBefore(),
                it.openAfter(),
                it.winners(),
                it.losers(),
                it.gained(),
                it.lost()));
    }

    private static String json(Law law, Simulation.Outcome outcome, List<YearMonth> months, boolean signed) {
        return Json.of(
                outcome,
                (json, all) -> json.text("pack", law.pack().hash())
                        .text("from", months.getFirst().toString())
                        .text("to", months.getLast().toString())
                        .flag("signed", signed)
                        .number("people", all.people())
                        .number("households", all.households())
                        .list("cells", List.copyOf(all.cells().entrySet()), SimulateCommand::cell));
    }

    private static void cell(Json json, Map.Entry<Cell, Tally> entry) {
        var cell = entry.getKey();
        var it = entry.getValue();
        json.text("by", cell.by())
                .text("value", cell.value())
                .text("programme", cell.programme())
                .number("subjects_before", it.subjectsBefore())
                .number("subjects_after", it.subjectsAfter())
                .number("months_before", it.monthsBefore())
                .number("months_after", it.monthsAfter())
                .number("dong_before", it.dongBefore())
                .number("dong_after", it.dongAfter())
                .number("open_months_before", it.openBefore())
                .number("open_months_after", it.openAfter())
                .number("winners", it.winners())
                .number("losers", it.losers())
                .number("gained", it.gained())
                .number("lost", it.lost());
    }

    private void tables(Law law, Law draft, Simulation.Outcome outcome, List<YearMonth> months, boolean signed) {
        out.printf(
                word("%s %s, %s – %s: %d người, %d hộ; %s.%n", "%s %s, %s – %s: %d people, %d households; %s.%n"),
                law.pack().header().id(),
                law.pack().header().version(),
                months.getFirst(),
                months.getLast(),
                outcome.people(),
                outcome.households(),
                signed
                        ? word("chỉ tính quyết định đã ký", "only what signed decisions owe")
                        : word("coi như ai đủ điều kiện đều có quyết định", "as if whatever is met were decided"));
        heading(word("Chế độ", "Programme"));
        row(word("Tất cả", "All"), outcome.cells().getOrDefault(new Cell("all", "", ""), none()));
        outcome.cells().forEach((cell, tally) -> {
            if (cell.by().equals("all") && !cell.programme().isEmpty()) {
                row(label(law, draft, cell.programme()), tally);
            }
        });
        for (var by : ORDER.subList(1, ORDER.size())) {
            heading(by);
            outcome.cells().forEach((cell, tally) -> {
                if (cell.by().equals(by) && cell.programme().isEmpty()) {
                    row(cell.value(), tally);
                }
            });
        }
    }

    private static Tally none() {
        return new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private String label(Law law, Law draft, String programme) {
        return draft.pack()
                .programme(programme)
                .or(() -> law.pack().programme(programme))
                .map(it -> it.label().in(language))
                .orElse(programme);
    }

    private void heading(String of) {
        out.printf(
                "%n%-44s %19s %33s %17s %14s%n",
                of,
                word("đối tượng", "subjects"),
                word("đồng", "đồng"),
                word("được thêm / bị giảm", "winners / losers"),
                word("chưa rõ (tháng)", "open months"));
    }

    private void row(String name, Tally it) {
        var shown = name.length() > 43 ? name.substring(0, 42) + "…" : name;
        out.printf(
                "%-44s %8d → %8d %15s → %15s %8d / %6d %14d%n",
                shown,
                it.subjectsBefore(),
                it.subjectsAfter(),
                dong(it.dongBefore()),
                dong(it.dongAfter()),
                it.winners(),
                it.losers(),
                it.openAfter());
    }

    private String dong(long amount) {
        return String.format(language == Language.VI ? Locale.forLanguageTag("vi-VN") : Locale.ENGLISH, "%,d", amount);
    }

    private String word(String vi, String en) {
        return language == Language.VI ? vi : en;
    }
}
