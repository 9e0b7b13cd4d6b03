package org.ansinh.rules.determination;

import java.util.Locale;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/** Small things that answers are made of, as JSON. */
final class JsonShapes {

    private JsonShapes() {}

    static void basis(Json json, Basis basis) {
        json.text("instrument", basis.instrument());
        basis.article().ifPresent(it -> json.text("article", it));
        basis.clause().ifPresent(it -> json.text("clause", it));
        basis.point().ifPresent(it -> json.text("point", it));
    }

    static void text(Json json, Text text) {
        json.text("vi", text.vi()).text("en", text.en());
    }

    static void subject(Json json, SubjectId subject) {
        json.text("kind", subject.kind().word()).number("number", subject.number());
    }

    static void days(Json json, DateRange days) {
        json.text("from", days.from().toString()).text("to", days.to().toString());
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
