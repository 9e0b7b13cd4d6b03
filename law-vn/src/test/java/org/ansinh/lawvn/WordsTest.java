package org.ansinh.lawvn;

import static org.ansinh.lawvn.PackUnderTest.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Text;
import org.junit.jupiter.api.Test;

/** What people read is there in both languages. */
class WordsTest {

    private record Worded(String where, Text text) {}

    @Test
    void everyReasonIsWordedInBothLanguagesAndTellsThemApart() {
        for (var programme : pack().programmes().values()) {
            assertThat(programme.reasons()).as(programme.id()).isNotEmpty();
            programme
                    .reasons()
                    .values()
                    .forEach(it -> isWorded(new Worded(programme.id() + " " + it.code(), it.text())));
        }
    }

    @Test
    void everyReasonEndsAsASentenceDoes() {
        for (var programme : pack().programmes().values()) {
            assertThat(programme.reasons().values())
                    .as(programme.id())
                    .allSatisfy(it -> assertThat(it.text().vi()).endsWith("."))
                    .allSatisfy(it -> assertThat(it.text().en()).endsWith("."));
        }
    }

    @Test
    void everyReasonIsGivenBySomeConditionAndEveryConditionHasAReason() {
        for (var programme : pack().programmes().values()) {
            var given = new TreeSet<String>();
            for (var provision : programme.provisions()) {
                provision.conditions().stream()
                        .map(ConditionRule::reasonCode)
                        .forEach(it -> given.add(it.orElseThrow()));
            }
            assertThat(given)
                    .as(programme.id())
                    .isEqualTo(new TreeSet<>(programme.reasons().keySet()));
        }
    }

    @Test
    void labelsAreWorded() {
        var texts = new ArrayList<Worded>();
        for (var programme : pack().programmes().values()) {
            texts.add(new Worded(programme.id(), programme.label()));
            programme.provisions().forEach(it -> texts.add(new Worded(programme.id() + " " + it.id(), it.says())));
        }
        pack().parameters().values().forEach(it -> texts.add(new Worded(it.id(), it.label())));
        pack().dictionary().facts().forEach(it -> texts.add(new Worded(it.id(), it.label())));
        pack().instruments().values().forEach(it -> texts.add(new Worded(it.number(), it.title())));
        texts.forEach(WordsTest::isWorded);
    }

    @Test
    void hivIsHiddenAndPregnancySensitive() {
        assertThat(pack().dictionary()
                        .fact("person.hiv")
                        .orElseThrow()
                        .sensitivity()
                        .name())
                .isEqualTo("HIDDEN");
        assertThat(pack().dictionary()
                        .fact("person.pregnant")
                        .orElseThrow()
                        .sensitivity()
                        .name())
                .isEqualTo("SENSITIVE");
    }

    @Test
    void everyReasonThatTouchesHivIsWordedWithoutNamingIt() {
        for (var programme : pack().programmes().values()) {
            assertThat(programme.reasons().values())
                    .allSatisfy(
                            it -> assertThat(List.of(it.text().vi(), it.text().en()))
                                    .noneMatch(words -> words.contains("HIV")));
        }
    }

    private static void isWorded(Worded worded) {
        assertThat(worded.text().vi()).as(worded.where()).isNotBlank();
        assertThat(worded.text().en()).as(worded.where()).isNotBlank();
        assertThat(worded.text().vi())
                .as(worded.where())
                .isNotEqualTo(worded.text().en());
    }
}
