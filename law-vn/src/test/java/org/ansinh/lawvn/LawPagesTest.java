package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pages of law are approved by a person; a change of the pack shows up here as a change of a page. */
class LawPagesTest {

    private static final Path APPROVED = Path.of("..", "docs", "law");
    private static final Path MADE = Path.of("target", "law-pages");
    /** Days on which a programme has no law, with the reason: CoverageTest compares it with the pack. */
    private static final String WRITTEN_BY_HAND = "silences.md";

    @Test
    void everyPageIsTheApprovedOne() throws IOException {
        var pages = LawPages.of(PackUnderTest.pack(), PackUnderTest.FOLDER);
        var differing = new TreeSet<String>();
        for (var page : pages.entrySet()) {
            var made = MADE.resolve(page.getKey());
            Files.createDirectories(made.getParent());
            Files.writeString(made, page.getValue());
            var approved = APPROVED.resolve(page.getKey());
            if (!Files.exists(approved) || !Files.readString(approved).equals(page.getValue())) {
                differing.add(page.getKey());
            }
        }
        assertThat(differing)
                .as(
                        "Pages that differ from docs/law. Read them in law-vn/target/law-pages; if they say what the law says, "
                                + "copy them to docs/law and commit them with the change.")
                .isEmpty();
        try (var there = Files.walk(APPROVED)) {
            assertThat(there.filter(it -> it.toString().endsWith(".md"))
                            .map(it -> APPROVED.relativize(it).toString())
                            .filter(it -> !it.equals(WRITTEN_BY_HAND)))
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
    }

    @Test
    void aPageTellsAmountsAsItsLanguageWritesThem() {
        var pages = LawPages.of(PackUnderTest.pack(), PackUnderTest.FOLDER);

        assertThat(pages.get("social-assistance.vi.md"))
                .contains("540.000 đồng")
                .contains("| 2,5 |");
        assertThat(pages.get("social-assistance.en.md"))
                .contains("540,000 đồng")
                .contains("| 2.5 |");
    }

    @Test
    void everythingThatRestsOnADocumentIsOnItsPage() {
        var page = LawPages.of(PackUnderTest.pack(), PackUnderTest.FOLDER).get("instruments/76-2024-nd-cp.en.md");

        assertThat(page)
                .contains("Standard rate of social assistance")
                .contains("500,000 đồng")
                .contains("2024-07-01");
    }
}
