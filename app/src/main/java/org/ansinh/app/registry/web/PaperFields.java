package org.ansinh.app.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** What every form asks besides its own matter: the paper, the day it came to the office, and who says so. */
@Component
class PaperFields {

    private static final String ONCE = "onceKey";

    private final FormWords words;
    private final Clock clock;

    PaperFields(FormWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    List<Field> fields(ChangeForm form, ChangeForm.Asked asked) {
        return List.of(
                words.heading("paper", asked.locale()),
                words.field("document", Shape.TEXT, asked),
                words.field("received_on", Shape.DAY, asked),
                words.field(
                        "source",
                        Shape.CHOICE,
                        asked,
                        words.options("registry.source.", form.sources(asked), asked.locale())));
    }

    /** The paper as it is told, or what is wrong with it. */
    Optional<Paper> read(ChangeForm form, ChangeForm.Asked asked, FormReader reader) {
        var document = reader.text("document");
        var received = reader.day("received_on");
        if (received.isPresent() && received.get().isAfter(LocalDate.now(clock))) {
            reader.wrong("received_on", "registry.wrong.day_in_future", received.get());
        }
        var source = reader.neededChoice("source", form.sources(asked));
        return reader.isFine()
                ? Optional.of(new Paper(
                        form.kind(),
                        document,
                        received,
                        Optional.of(onceKey(asked.entries())),
                        Optional.empty(),
                        source))
                : Optional.empty();
    }

    /** A form gets a key when it is opened and keeps it in its draft: whoever sends it again sends the same one. */
    static Entries keyed(Entries entries) {
        return isKey(entries.text(ONCE))
                ? entries
                : entries.with(ONCE, UUID.randomUUID().toString());
    }

    private static String onceKey(Entries entries) {
        return entries.text(ONCE);
    }

    private static boolean isKey(String text) {
        return text.matches("[0-9a-f-]{36}");
    }
}
