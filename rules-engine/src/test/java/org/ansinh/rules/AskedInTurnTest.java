package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole book is gone through with room for what is known of a few; nobody is taken for whoever had the room before. */
class AskedInTurnTest {

    private static final int PEOPLE = 40;
    private static final YearMonth MONTH = YearMonth.of(2024, 7);

    @TempDir
    Path folder;

    /** Whoever raises somebody sick is asked about, and so is that one, who lies any number of places further on. */
    @Test
    void nobodyIsTakenForAnother() {
        var law = PackOnPaper.in(folder)
                .facts("id: person.sick, type: bool, when_absent: {value: false, says: NAME}")
                .write(
                        "dictionary/bonds.yaml",
                        "relations:\n  - {id: person.raises, label: NAME, from: person, to: person}\n")
                .right("care", "person.sick", "dong(1)")
                .right("carer", "person.raises.exists(c, entitled(c, programmes.care))", "dong(1)")
                .law();
        for (int apart = 1; apart < PEOPLE; apart++) {
            var facts = facts(law, apart);
            var together = new HashMap<String, Answer>();
            law.determiner()
                    .everybody(
                            facts,
                            MONTH,
                            (subject, outcome) -> together.put(subject + " " + outcome.programme(), outcome.answer()));
            assertThat(together).as("%d places apart", apart).isEqualTo(oneByOne(law, facts));
        }
    }

    private static FactBook facts(Law law, int apart) {
        var always = DateRange.always();
        var book = law.facts();
        for (int i = 1; i <= PEOPLE; i++) {
            book.fact(SubjectId.person(i), "person.born", always, "1990-01-01", Provenance.UNSTATED);
        }
        book.fact(SubjectId.person(1 + apart), "person.sick", always, "true", Provenance.UNSTATED);
        book.relation("person.raises", SubjectId.person(1), SubjectId.person(1 + apart), always);
        return book.build();
    }

    private static Map<String, Answer> oneByOne(Law law, FactBook facts) {
        var answers = new HashMap<String, Answer>();
        for (var subject : facts.people()) {
            law.determiner()
                    .one(
                            facts,
                            subject,
                            MONTH,
                            (it, outcome) -> answers.put(it + " " + outcome.programme(), outcome.answer()));
        }
        return answers;
    }
}
