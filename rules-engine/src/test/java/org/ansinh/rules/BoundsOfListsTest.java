package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.facts.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a list of people, taken to its bounds: nobody, the dead, the unborn, and who is not known. */
class BoundsOfListsTest {

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void dictionary() {
        paper = AskedOfSomebody.dictionary(folder);
    }

    /** {@code raises}: those somebody raises: yes, no, ? (not known), dead: somebody dead who would say yes, unborn likewise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exists(p, p.yes)      |            | no
            exists(p, p.yes)      | no no      | no
            exists(p, p.yes)      | no yes     | yes
            exists(p, p.yes)      | ? yes      | yes
            exists(p, p.yes)      | ? no       | ?
            exists(p, p.yes)      | dead       | no
            exists(p, p.yes)      | unborn no  | no
            all(p, p.yes)         |            | yes
            all(p, p.yes)         | yes yes    | yes
            all(p, p.yes)         | ? no       | no
            all(p, p.yes)         | ? yes      | ?
            all(p, !p.yes)        | dead no    | yes
            count(p, p.yes) > 1   |            | no
            count(p, p.yes) == 0  |            | yes
            count(p, p.yes) == 0  | no no      | yes
            count(p, p.yes) > 1   | yes yes no | yes
            count(p, p.yes) > 1   | yes dead   | no
            count(p, p.yes) == 0  | yes ?      | ?
            sum(p, p.n) == 0      |            | yes
            sum(p, p.n) == 0      | yes no     | yes
            sum(p, p.n) > 1       | yes dead   | yes
            sum(p, p.n) > 1       | yes ?      | ?
            """)
    void listsAreAskedOfTheLivingAndOfNobody(String asked, String raises, String expected) {
        var law = AskedOfSomebody.law(
                paper,
                List.of(new AskedOfSomebody.Row("person.raises." + asked, "", LocalDate.of(2025, 1, 1), expected)));
        var book = law.facts();
        AskedOfSomebody.born(book, SubjectId.person(1));
        var said = raises == null ? new String[0] : raises.split(" ");
        for (int i = 0; i < said.length; i++) {
            var child = SubjectId.person(i + 2);
            book.relation("person.raises", SubjectId.person(1), child, AskedOfSomebody.ALWAYS);
            switch (said[i]) {
                case "?" -> AskedOfSomebody.born(book, child);
                case "unborn" ->
                    AskedOfSomebody.say(book, child, Map.of("born", "2025-01-02", "yes", "true", "n", "1000"));
                case "dead" ->
                    AskedOfSomebody.say(
                            book,
                            child,
                            Map.of("born", "1990-01-01", "died_on", "2024-12-31", "yes", "true", "n", "1000"));
                default ->
                    AskedOfSomebody.say(
                            book,
                            child,
                            Map.of(
                                    "born",
                                    "1990-01-01",
                                    "yes",
                                    "" + said[i].equals("yes"),
                                    "n",
                                    said[i].equals("yes") ? "1000" : "-1000"));
            }
        }
        assertThat(AskedOfSomebody.answers(law, book.build(), 1, LocalDate.of(2025, 1, 1))
                        .getFirst())
                .isEqualTo(new AskedOfSomebody.Row("", "", LocalDate.EPOCH, expected).answer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            household.members.exists(m, m.yes)     | no  | yes
            household.members.all(m, m.yes)        | yes | yes
            household.members.count(m, m.yes) == 0 | yes | no
            household.members.sum(m, m.n) == 0     | yes | no
            """)
    void whoLivesInNoHouseholdHasNoMembersAndWhoLivesAloneIsOne(String when, String nobody, String alone) {
        var day = LocalDate.of(2025, 1, 1);
        var law = AskedOfSomebody.law(paper, List.of(new AskedOfSomebody.Row(when, "", day, nobody)));
        var book = law.facts();
        for (int i = 1; i <= 2; i++) {
            AskedOfSomebody.say(book, SubjectId.person(i), Map.of("born", "1990-01-01", "yes", "true", "n", "1000"));
        }
        book.residence(SubjectId.person(2), SubjectId.household(1), AskedOfSomebody.ALWAYS);
        var facts = book.build();
        assertThat(AskedOfSomebody.answers(law, facts, 1, day).getFirst())
                .isEqualTo(new AskedOfSomebody.Row("", "", day, nobody).answer());
        assertThat(AskedOfSomebody.answers(law, facts, 2, day).getFirst())
                .isEqualTo(new AskedOfSomebody.Row("", "", day, alone).answer());
    }
}
