package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.command.LawCommand;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.simulation.Cell;
import org.ansinh.rules.simulation.Draft;
import org.ansinh.rules.simulation.Simulation;
import org.ansinh.rules.simulation.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft of law would change: who gains, who loses, what it costs, for people counted one by one. */
class SimulationTest {

    private static final String PEOPLE = """
            villages: {v: {commune: "01273"}, w: {commune: "01279"}}
            households:
              h: {village: v, members: [lan, hoa], facts: {class: poor}}
              k: {village: w, members: [minh], facts: {class: none}}
            people:
              lan: {born: 1950-08-20, facts: {sex: female, ethnic_group: tay}, decisions: {pension: 2025-01-10}}
              hoa: {born: 1947-01-01, facts: {sex: female, ethnic_group: tay, monthly_pension: 900000}}
              minh: {born: 1940-05-05, died_on: 2026-02-10, facts: {sex: male, ethnic_group: mong}}
            """;

    @TempDir
    private Path folder;

    private Path pack;
    private Path people;

    @BeforeEach
    void law() throws IOException {
        pack = folder.resolve("pack");
        PackOnPaper.in(pack)
                .enumeration("sex", "female", "male")
                .enumeration("household_class", "none", "poor")
                .enumeration("ethnic_group", "tay", "mong")
                .facts(
                        "id: person.sex, type: enum sex, when_absent: ask",
                        "id: person.ethnic_group, type: enum ethnic_group, when_absent: ask",
                        "id: household.class, type: enum household_class, when_absent: {value: none, says: NAME}",
                        "id: person.monthly_pension, type: dong, range: {min: 0, max: 9000000}, when_absent: {value: 0, says: NAME}")
                .figure("pension.age", "int", "75")
                .figure("pension.rate", "dong", "500000")
                .right(
                        "pension",
                        "age(person.born) >= pension.age && person.monthly_pension < pension.rate",
                        "pension.rate");
        people = folder.resolve("people.yaml");
        Files.writeString(people, PEOPLE);
    }

    private Map<Cell, Tally> simulate(String from, String to, Path... drafts) {
        var law = Law.load(pack);
        var months = new ArrayList<YearMonth>();
        for (var month = YearMonth.parse(from); !month.isAfter(YearMonth.parse(to)); month = month.plusMonths(1)) {
            months.add(month);
        }
        var problems = new Problems();
        var draft = Draft.over(pack, List.of(drafts));
        assertThat(draft.problems()).isEmpty();
        var outcome = Simulation.of(law, draft.law().orElseThrow(), months, false, List.of(people), problems);
        assertThat(problems.sorted()).isEmpty();
        return outcome.cells();
    }

    private Path draft(String text) throws IOException {
        return Files.writeString(folder.resolve("draft.yaml"), text);
    }

    private static Tally in(Map<Cell, Tally> cells, String by, String value, String programme) {
        return java.util.Objects.requireNonNull(cells.get(new Cell(by, value, programme)), cells::toString);
    }

    @Test
    void aHigherRateCostsMoreAndEverybodyWhoHasItGains() throws IOException {
        var cells = simulate(
                "2026-01", "2026-03", draft("parameters: [{id: pension.rate, from: 2026-03-01, value: 600000}]"));

        // Lan has three months, Minh dies in February and is still owed it; only March is at the new rate.
        var all = in(cells, "all", "", "pension");
        assertThat(all.subjectsBefore()).isEqualTo(2);
        assertThat(all.dongBefore()).isEqualTo(5 * 500_000);
        assertThat(all.dongAfter()).isEqualTo(4 * 500_000 + 600_000);
        assertThat(all.winners()).isEqualTo(1);
        assertThat(all.losers()).isZero();
        assertThat(all.gained()).isEqualTo(100_000);
        assertThat(in(cells, "month", "2026-03", "").dongAfter()).isEqualTo(600_000);

        // of the two that have a pension one is Tày and gains, one is Mông and has died before
        var tay = in(cells, "person.ethnic_group", "tay", "pension");
        assertThat(tay.subjectsBefore()).isEqualTo(1);
        assertThat(tay.gained()).isEqualTo(100_000);
        var mong = in(cells, "person.ethnic_group", "mong", "pension");
        assertThat(mong.subjectsBefore()).isEqualTo(1);
        assertThat(mong.winners()).isZero();
        assertThat(mong.dongAfter()).isEqualTo(2 * 500_000);
    }

    @Test
    void peopleAgeByTheCalendarInMonthsThatAreStillToCome() throws IOException {
        var cells =
                simulate("2025-07", "2025-09", draft("parameters: [{id: pension.age, from: 2025-01-01, value: 70}]"));

        // Lan turns 75 on 20 August 2025; at 70 she has July as well.
        var women = in(cells, "person.sex", "female", "pension");
        assertThat(women.monthsBefore()).isEqualTo(2);
        assertThat(women.monthsAfter()).isEqualTo(3);
        assertThat(in(cells, "age", "60-74", "pension").monthsAfter()).isEqualTo(1);
        assertThat(in(cells, "age", "75-79", "pension").monthsAfter()).isEqualTo(2);
        assertThat(in(cells, "commune", "01273", "").winners()).isEqualTo(1);
        assertThat(in(cells, "commune", "01279", "").winners()).isZero();
        assertThat(in(cells, "household.class", "poor", "").gained()).isEqualTo(500_000);
    }

    @Test
    void whatEndsIsLostFromItsDay() throws IOException {
        var cells = simulate("2026-01", "2026-02", draft("end: [{programme: pension, from: 2026-02-01}]"));

        var all = in(cells, "all", "", "pension");
        assertThat(all.losers()).isEqualTo(2);
        assertThat(all.lost()).isEqualTo(1_000_000);
        assertThat(all.monthsAfter()).isEqualTo(2);
    }

    @Test
    void aNewProgrammeAndANewFactAreFilesBesideThoseOfThePack() throws IOException {
        Files.writeString(people, PEOPLE.replace("sex: male", "sex: male, blind: true"));
        var draft = folder.resolve("gifts");
        PackOnPaper.in(draft)
                .facts("id: person.blind, type: bool, when_absent: {value: false, says: NAME}")
                .figure("gift.rate", "dong", "200000")
                .right("gift", "person.blind", "gift.rate");
        Files.move(draft.resolve("dictionary/more.yaml"), draft.resolve("dictionary/gift.yaml"));

        var cells = simulate("2026-01", "2026-01", draft);

        assertThat(in(cells, "all", "", "gift").dongAfter()).isEqualTo(200_000);
        assertThat(in(cells, "all", "", "gift").dongBefore()).isZero();
        assertThat(in(cells, "person.sex", "male", "").winners()).isEqualTo(1);
    }

    @Test
    void aProvinceComesAsOneHouseholdALine() throws IOException {
        var line = "{people: {a: {born: 1940-01-01, facts: {sex: male}}}}\n";
        people = Files.writeString(folder.resolve("people.jsonl"), line.repeat(1000));

        var cells = simulate("2026-01", "2026-01", draft("parameters: []"));

        assertThat(in(cells, "all", "", "pension").dongAfter()).isEqualTo(1000 * 500_000L);
        assertThat(in(cells, "all", "", "pension").winners()).isZero();
    }

    @Test
    void theCommandSaysWhatIsWrong() throws IOException {
        assertThat(said(
                        "simulate",
                        pack.toString(),
                        "x.yaml",
                        "--people",
                        people.toString(),
                        "--from",
                        "2026-13",
                        "--to",
                        "2026-12"))
                .contains("law simulate: '--from' expects a month as 2026-01 or a day as 2026-01-31, found '2026-13'.");
        assertThat(said(
                        "simulate",
                        pack.toString(),
                        draft("parameters: [{id: pension.rat, from: 2026-01-01, value: 1}]")
                                .toString(),
                        "--people",
                        people.toString(),
                        "--from",
                        "2026-01",
                        "--to",
                        "2026-12"))
                .contains("the pack has no parameter pension.rat; did you mean pension.rate?");
        assertThat(said(
                        "simulate",
                        pack.toString(),
                        draft("parameters: []").toString(),
                        "--people",
                        people.toString(),
                        "--from",
                        "2026-01",
                        "--to",
                        "2026-01",
                        "--en"))
                .contains("3 people, 2 households; as if whatever is met were decided")
                .contains("2 →        2       1,000,000 →       1,000,000        0 /      0");
        assertThat(said(
                        "simulate",
                        pack.toString(),
                        draft("parameters: []").toString(),
                        "--people",
                        people.toString(),
                        "--from",
                        "2026-01",
                        "--to",
                        "2026-01",
                        "--signed",
                        "--csv"))
                .contains("all,,pension,1,1,1,1,500000,500000,0,0,0,0,0,0");
    }

    @Test
    void factsAreTakenAsTheyWereKnownThen() throws IOException {
        var facts = Files.writeString(folder.resolve("facts.yaml"), """
                people:
                  lan:
                    born: 1940-01-01
                    facts:
                      monthly_pension:
                        - {from: 2026-01-01, value: 0, known_at: 2026-01-05}
                        - {from: 2026-02-01, value: 800000, known_at: 2026-04-20, source: BHXH}
                    decisions: {pension: 2026-01-10}
                """);
        assertThat(said("ask", pack.toString(), facts.toString(), "--from", "2026-03", "--to", "2026-03", "--en"))
                .contains("not met");
        assertThat(said(
                        "ask",
                        pack.toString(),
                        facts.toString(),
                        "--from",
                        "2026-03",
                        "--to",
                        "2026-03",
                        "--known-at",
                        "2026-03-31",
                        "--en"))
                .contains("met: 500,000 dong");
        assertThat(said("ask", pack.toString(), facts.toString(), "--from", "2026-03", "--to", "2026-02"))
                .contains("law ask: '--to' (2026-02) is before '--from' (2026-03).");
        assertThat(said("ask", pack.toString(), facts.toString(), "--from", "2010-03", "--to", "2010-04"))
                .contains("The pack covers days from 2020-01-01; of those asked about it says nothing.");
        assertThat(said("ask", pack.toString(), facts.toString(), "--form", "2010-03"))
                .contains("no option is called '--form'; did you mean --from?");
    }

    private static String said(String... words) {
        var bytes = new ByteArrayOutputStream();
        var _ = LawCommand.run(words, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
