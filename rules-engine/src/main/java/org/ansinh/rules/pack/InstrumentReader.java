package org.ansinh.rules.pack;

import java.util.Map;

/** Reads {@code instruments/*.yaml}. */
final class InstrumentReader {

    private InstrumentReader() {}

    static void read(YamlItem root, Map<String, Instrument> into) {
        for (var item : root.oneOrMany()) {
            var fields = item.fields(
                    "number",
                    "kind",
                    "title",
                    "issuer",
                    "signed",
                    "in_force",
                    "published",
                    "ended",
                    "repeals",
                    "amends",
                    "certainty",
                    "source",
                    "note");
            var instrument = new Instrument(
                    fields.text("number"),
                    fields.choice("kind", Instrument.Kind.class),
                    fields.words("title"),
                    fields.words("issuer"),
                    fields.day("signed"),
                    fields.day("in_force"),
                    fields.optionalTexts("repeals"),
                    fields.choice("certainty", Certainty.class),
                    fields.text("source"),
                    fields.optionalText("note"));
            if (into.putIfAbsent(instrument.number(), instrument) != null) {
                item.problem("the instrument %s is already described in another file".formatted(instrument.number()));
            }
        }
    }
}
