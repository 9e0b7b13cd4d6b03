package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code forms/*.yaml}: what stands on an official form, and which facts fill it in. */
final class FormSheetReader {

    private final LawReading reading;
    private final Dictionary dictionary;
    private final Map<String, Programme> programmes;
    private final Set<String> seen = LawReading.ids();

    FormSheetReader(LawReading reading, Dictionary dictionary, Map<String, Programme> programmes) {
        this.reading = reading;
        this.dictionary = dictionary;
        this.programmes = programmes;
    }

    Optional<FormSheet> read(YamlItem root) {
        var fields = root.fields(
                "id",
                "programmes",
                "code",
                "title",
                "applies_to",
                "parts",
                "declares",
                "signers",
                "from",
                "to",
                "basis",
                "certainty",
                "note");
        var code = fields.text("code");
        var sheet = new FormSheet(
                fields.text("id"),
                named(fields, code),
                code,
                fields.text("title"),
                fields.optionalText("applies_to").orElse(""),
                fields.list("parts").stream().map(this::part).toList(),
                fields.text("declares"),
                fields.optionalTexts("signers"),
                fields.optionalDays(),
                reading.basis(fields),
                reading.certainty(fields),
                fields.optionalText("note").orElse(""),
                root.place());
        return reading.isNew(seen, sheet.id(), root.place()) ? Optional.of(sheet) : Optional.empty();
    }

    /** A form belongs to programmes that name it among their forms. */
    private List<String> named(YamlFields fields, String code) {
        var ids = new ArrayList<String>();
        for (var item : fields.list("programmes")) {
            var programme = programmes.get(item.text());
            if (programme == null) {
                item.problem("no programme is called '%s'%s"
                        .formatted(item.text(), Spelling.suggestion(item.text(), programmes.keySet())));
            } else if (programme.procedure().forms().stream()
                    .noneMatch(it -> it.code().equals(code))) {
                item.problem("the programme %s names no form '%s'".formatted(item.text(), code));
            } else {
                ids.add(item.text());
            }
        }
        return List.copyOf(ids);
    }

    private FormSheet.Part part(YamlItem item) {
        var fields = item.fields("heading", "lines");
        return new FormSheet.Part(
                fields.optionalText("heading").orElse(""),
                fields.list("lines").stream().map(this::line).toList());
    }

    private FormSheet.Line line(YamlItem item) {
        var fields = item.fields("number", "says", "blanks", "boxes", "certainty");
        var line = new FormSheet.Line(
                fields.optionalText("number").orElse(""),
                fields.optionalText("says").orElse(""),
                fields.optionalList("blanks").stream().map(this::blank).toList(),
                fields.optionalList("boxes").stream().map(this::box).toList(),
                reading.optionalCertainty(fields));
        if (line.says().isEmpty() && line.blanks().isEmpty() && line.boxes().isEmpty()) {
            item.problem("a line has words, blanks or boxes, this one has none of them");
        }
        return line;
    }

    private FormSheet.Blank blank(YamlItem item) {
        var fields = item.fields("says", "fill");
        fields.get("fill").ifPresent(this::mustFill);
        return new FormSheet.Blank(fields.text("says"), fields.optionalText("fill"));
    }

    private void mustFill(YamlItem item) {
        if (!FormSheet.WORDS.contains(item.text())
                && dictionary
                        .fact(item.text())
                        .filter(FormSheetReader::isOfTheFile)
                        .isEmpty()) {
            var known =
                    Stream.concat(FormSheet.WORDS.stream(), facts().stream()).toList();
            item.problem("expected a word of forms (%s) or a fact of a person or household, found '%s'%s"
                    .formatted(
                            String.join(", ", FormSheet.WORDS), item.text(), Spelling.suggestion(item.text(), known)));
        }
    }

    private List<String> facts() {
        return dictionary.facts().stream()
                .filter(FormSheetReader::isOfTheFile)
                .map(FactDefinition::id)
                .toList();
    }

    /** One value of whoever asks; a fact of many values fills no single blank. */
    private static boolean isOfTheFile(FactDefinition fact) {
        return !fact.many() && (fact.subject() == SubjectKind.PERSON || fact.subject() == SubjectKind.HOUSEHOLD);
    }

    private FormSheet.Box box(YamlItem item) {
        var fields = item.fields("says", "fact", "is");
        if (fields.get("fact").isEmpty()) {
            fields.get("is").ifPresent(it -> it.problem("'is' belongs to a fact, and none is named"));
            return new FormSheet.Box(fields.text("says"), Optional.empty());
        }
        var when = new FormSheet.When(fields.text("fact"), fields.text("is"));
        fields.get("fact").ifPresent(it -> mustBeTicked(it, fields, when));
        return new FormSheet.Box(fields.text("says"), Optional.of(when));
    }

    private void mustBeTicked(YamlItem item, YamlFields fields, FormSheet.When when) {
        var fact = dictionary.fact(when.fact()).filter(FormSheetReader::isOfTheFile);
        if (fact.isEmpty()) {
            item.problem("no fact of a person or household is called '%s'%s"
                    .formatted(when.fact(), Spelling.suggestion(when.fact(), facts())));
            return;
        }
        try {
            var _ = dictionary.carried(fact.get().type(), when.value());
        } catch (IllegalArgumentException unfit) {
            fields.get("is").ifPresent(it -> it.problem(String.valueOf(unfit.getMessage())));
        }
    }
}
