package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.FormSheet;
import org.ansinh.rules.pack.PackReader;
import org.ansinh.rules.pack.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on an official form is data: a slip in it is told with file, line and column, before anybody prints it. */
class FormSheetTest {

    private static final String HELP = """
            id: help
            label: {vi: Trợ giúp, en: Help}
            subject: person
            kind: right
            amount_kind: exact
            decided: individually
            period: month
            payee: beneficiary
            decided_by: [{from: 2020-01-01, authority: commune_chair, BASIS}]
            form: [{code: "1d", label: NAME}]
            provisions:
              - {id: old, says: NAME, from: 2020-01-01, BASIS, amount: help.amount, start: {rule: month_met}, conditions: [{id: so, says: NAME, when: person.poor, else: not_so}]}
            combine: {rule: highest}
            """;

    private static final String SHEET = """
            id: help_form
            programmes: [help]
            code: "1d"
            title: TỜ KHAI
            BASIS
            parts:
              - heading: THÔNG TIN
                lines:
                  - {number: "1", blanks: [{says: Họ và tên, fill: name_capitals}, {says: Điện thoại}]}
                  - {number: "2", boxes: [{says: Có, fact: person.poor, is: true}, {says: Không, fact: person.poor, is: false}], certainty: from_memory}
            declares: Tôi xin cam đoan.
            """;

    @TempDir
    Path folder;

    private PackOnPaper paper;

    @BeforeEach
    void write() {
        paper = PackOnPaper.in(folder)
                .enumeration("authority", "commune_chair")
                .facts("id: person.poor, type: bool, when_absent: ask")
                .write("parameters/help/amount.yaml", """
                        id: help.amount
                        label: NAME
                        type: dong
                        values: [{from: 2020-01-01, value: 500000, BASIS}]
                        """)
                .write("programmes/help/rules.yaml", HELP)
                .write("programmes/help/reasons.yaml", "not_so: NAME\n");
    }

    @Test
    void aFormIsReadWithItsLinesAndHowSureEachOfThemIs() {
        paper.write("forms/help.yaml", SHEET);
        var reading = PackReader.read(folder);
        assertThat(reading.problems()).isEmpty();
        var sheet = reading.pack().sheetOf("help", "1d").orElseThrow();
        assertThat(sheet.certainty()).isEqualTo(Certainty.CONFIRMED);
        assertThat(sheet.isUnverified()).as("one line of it is").isTrue();
        var lines = sheet.parts().getFirst().lines();
        assertThat(lines.getFirst().blanks())
                .extracting(FormSheet.Blank::says)
                .containsExactly("Họ và tên", "Điện thoại");
        assertThat(lines.getLast().boxes().getFirst().when()).contains(new FormSheet.When("person.poor", "true"));
        assertThat(reading.pack().sheetOf("help", "1đ")).isEmpty();
    }

    @Test
    void whatFillsABlankMustBeKnownAndTheSlipIsShownWhereItStands() {
        paper.write("forms/help.yaml", SHEET.replace("fill: name_capitals", "fill: name_capital"));
        assertThat(problem()).startsWith("forms/help.yaml:10:").contains("did you mean name_capitals?");
    }

    @Test
    void aBoxIsTickedByAValueThatTheFactCanHave() {
        paper.write("forms/help.yaml", SHEET.replace("fact: person.poor, is: true", "fact: person.poor, is: yes"));
        assertThat(problem()).startsWith("forms/help.yaml:11:").contains("expected true or false, found 'yes'");
        paper.write("forms/help.yaml", SHEET.replace("fact: person.poor, is: true", "fact: person.por, is: true"));
        assertThat(problem()).contains("no fact of a person or household is called 'person.por'");
    }

    @Test
    void aFormThatItsProgrammeDoesNotNameIsASlip() {
        paper.write("forms/help.yaml", SHEET.replace("\"1d\"", "\"1x\""));
        assertThat(problem()).startsWith("forms/help.yaml:2:").contains("the programme help names no form '1x'");
    }

    @Test
    void aLineThatSaysNothingIsASlip() {
        paper.write("forms/help.yaml", SHEET.replace("declares:", "      - {number: \"3\"}\ndeclares:"));
        assertThat(problem()).contains("a line has words, blanks or boxes, this one has none of them");
    }

    @Test
    void wordingWithoutAPlaceInTheLawDoesNotLoad() {
        paper.write("forms/help.yaml", SHEET.replace("BASIS\n", ""));
        assertThat(problem()).contains("basis");
    }

    private String problem() {
        return PackReader.read(folder).problems().stream()
                .map(Problem::toString)
                .reduce("", (all, it) -> all + it + "\n");
    }
}
