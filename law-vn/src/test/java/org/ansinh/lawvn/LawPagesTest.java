package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.ansinh.rules.pack.Language;
import org.junit.jupiter.api.Test;

/** Pages of law are approved by a person; a change of the pack shows up here as a change of a page. */
class LawPagesTest {

    private static final Path APPROVED = Path.of("..", "docs", "law");
    private static final Path MADE = Path.of("target", "law-pages");

    @Test
    void everyPageIsTheApprovedOne() throws IOException {
        Files.createDirectories(MADE);
        var differing = new TreeSet<String>();
        var names = new TreeSet<String>();
        for (var programme : PackUnderTest.pack().programmes().values()) {
            for (var language : Language.values()) {
                var name = "%s.%s.md"
                        .formatted(
                                programme.id().replace('_', '-'),
                                language.name().toLowerCase(Locale.ROOT));
                var page = LawPage.of(PackUnderTest.pack(), programme, language);
                Files.writeString(MADE.resolve(name), page);
                names.add(name);
                var approved = APPROVED.resolve(name);
                if (!Files.exists(approved) || !Files.readString(approved).equals(page)) {
                    differing.add(name);
                }
            }
        }
        assertThat(differing)
                .as(
                        "Pages that differ from docs/law. Read them in law-vn/target/law-pages; if they say what the law says, "
                                + "copy them to docs/law and commit them with the change.")
                .isEmpty();
        try (var there = Files.list(APPROVED)) {
            assertThat(there.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".md")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
