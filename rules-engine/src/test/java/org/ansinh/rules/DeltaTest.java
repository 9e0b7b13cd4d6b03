package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.ansinh.rules.command.LawCommand;
import org.ansinh.rules.delta.Delta;
import org.ansinh.rules.delta.Deltas;
import org.ansinh.rules.delta.PackDiff;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two answers compared: arrears and recoveries that may be proposed, month by month, with what caused them. */
class DeltaTest {

    private static final SubjectId LAN = SubjectId.person(1);
    private static final DateRange SUMMER = new DateRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 31));
    private static final String RATE = """
            id: law.rate
            label: {vi: Mức chuẩn, en: Standard rate}
            type: dong
            values: [{from: 2020-01-01, value: 500000, BASIS}]
            """;

    @TempDir
    Path old;

    @TempDir
    Path now;

    PackOnPaper before;
    PackOnPaper after;

    @BeforeEach
    void write() {
        before = law(old);
        after = law(now).write(
                        "parameters/rate.yaml",
                        RATE.replace(
                                "BASIS}]",
                                "BASIS}, {from: 2026-07-01, value: 540000, basis: {instrument: 335/2026/NĐ-CP, article: 4}, certainty: secondary}]"));
        after.write("instruments/335.yaml", """
                number: 335/2026/NĐ-CP
                kind: decree
                title: {vi: Nghị định mới, en: New decree}
                issuer: {vi: Chính phủ, en: Government}
                signed: 2026-08-21
                in_force: 2026-10-05
                certainty: secondary
                source: invented for tests
                """);
    }

    private static PackOnPaper law(Path folder) {
        return PackOnPaper.in(folder)
                .enumeration("disability", "none", "severe")
                .facts("id: person.disability, type: enum disability, when_absent: {value: none, says: NAME}")
                .write("parameters/rate.yaml", RATE)
                .figure("law.coefficient", "decimal", "1.5")
                .right("allowance", "person.disability == disability.severe", "to_dong(law.rate * law.coefficient)");
    }

    private static Determination answer(Law law, String... disabilities) {
        var book = law.facts().decision(LAN, "allowance", Decision.signedOn(LocalDate.of(2026, 1, 5)));
        var from = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < disabilities.length; i++) {
            var to = i + 1 < disabilities.length ? LocalDate.of(2026, 8, 31) : DateRange.LAST_DAY;
            book.fact(
                    LAN,
                    "person.disability",
                    new DateRange(from, to),
                    disabilities[i],
                    Provenance.of("giấy xác nhận", 7L + i));
            from = LocalDate.of(2026, 9, 1);
        }
        return law.determiner().determine(book.build(), LAN, SUMMER);
    }

    @Test
    void aRetroactiveDecreeGivesArrearsWithTheInstrumentThatCausesThem() {
        var delta = Deltas.between(answer(before.law(), "severe"), answer(after.law(), "severe"));

        var allowance = delta.programmes().getFirst();
        assertThat(allowance.arrears()).isEqualTo(4 * 60_000);
        assertThat(allowance.proposedRecovery()).isZero();
        assertThat(allowance.periods())
                .extracting(it -> it.period() + " " + it.difference())
                .containsExactly("2026-07 60000", "2026-08 60000", "2026-09 60000", "2026-10 60000");
        assertThat(allowance.periods().getFirst().causes()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Delta.Kind.FIGURE);
            assertThat(it.what()).isEqualTo("law.rate");
            assertThat(it.basis().orElseThrow().instrument()).isEqualTo("335/2026/NĐ-CP");
            assertThat(it.before().orElseThrow().vi()).isEqualTo("500.000 đồng");
            assertThat(it.after().orElseThrow().vi()).isEqualTo("540.000 đồng");
        });
    }

    @Test
    void aCorrectedDegreeGivesARecoveryThatMayBeProposedWithItsRecording() {
        var law = before.law();
        var delta = Deltas.between(answer(law, "severe"), answer(law, "severe", "none"));

        var allowance = delta.programmes().getFirst();
        assertThat(allowance.arrears()).isZero();
        assertThat(allowance.proposedRecovery()).isEqualTo(2 * 750_000);
        assertThat(allowance.standing()).singleElement().satisfies(it -> {
            assertThat(it.days().from()).isEqualTo(LocalDate.of(2026, 9, 1));
            assertThat(it.before()).isEqualTo("met 750000");
            assertThat(it.after()).isEqualTo("not_met");
        });
        assertThat(allowance.periods().getFirst().causes()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Delta.Kind.FACT);
            assertThat(it.what()).isEqualTo("person.disability");
            assertThat(it.recording()).contains(8L);
        });
    }

    @Test
    void theSameAnswerDiffersInNothing() {
        assertThat(Deltas.between(answer(before.law(), "severe"), answer(before.law(), "severe"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void twoLawsAreComparedByFigureProvisionAndDay() throws java.io.IOException {
        var rules = now.resolve("programmes/allowance/rules.yaml");
        Files.writeString(
                rules, Files.readString(rules).replace("from: 2020-01-01", "from: 2020-01-01\n    to: 2026-12-31"));

        assertThat(PackDiff.between(before.law().pack(), after.law().pack()))
                .extracting(PackDiff.Change::toString)
                .containsExactly(
                        "instrument 335/2026/NĐ-CP: new: New decree, in force 2026-10-05",
                        "parameter law.rate from 2026-07-01: 500000 (Article 1 of Decree 1/2021/NĐ-CP) → 540000 (Article 4 of Decree 335/2026/NĐ-CP, secondary)",
                        "provision allowance.only from 2027-01-01: gone: when person.disability == disability.severe: to_dong(law.rate * law.coefficient), start [month_of_signature], stop month_after (Article 2 of Decree 1/2021/NĐ-CP)");
        assertThat(PackDiff.between(before.law().pack(), before.law().pack())).isEmpty();
    }

    @Test
    void theCommandTellsTheDifferencesAndWhatIsUnverified() {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);

        assertThat(LawCommand.run(new String[] {"diff", old.toString(), now.toString()}, out))
                .isZero();
        assertThat(LawCommand.run(new String[] {"check", now.toString()}, out)).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("parameter law.rate from 2026-07-01: 500000")
                .contains("2 difference(s).")
                .contains("unverified law.rate@2026-07-01 (secondary): Mức chuẩn [Điều 4 Nghị định 335/2026/NĐ-CP]");
    }
}
