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

    static void lawOfProvision(Json json, Reason.LawOfProvision it) {
        json.text("provision", it.provision())
                .object("says", it.says(), JsonShapes::text)
                .object("days", it.days(), JsonShapes::days)
                .flag("hidden", it.hidden())
                .object("basis", it.basis(), JsonShapes::basis)
                .text("certainty", it.certainty().word());
    }

    static void lawOfCondition(Json json, Reason.LawOfCondition it) {
        json.text("condition", it.condition())
                .object("says", it.says(), JsonShapes::text)
                .object("basis", it.basis(), JsonShapes::basis)
                .text("certainty", it.certainty().word());
    }

    static void lawOfFact(Json json, Reason.LawOfFact it) {
        json.text("fact", it.fact()).object("label", it.label(), JsonShapes::text);
    }

    static void lawOfParameter(Json json, Reason.LawOfParameter it) {
        json.text("parameter", it.parameter()).object("label", it.label(), JsonShapes::text);
        it.row().ifPresent(row -> json.text("row", row));
        json.object("value", it.value(), JsonShapes::text).object("days", it.days(), JsonShapes::days);
        it.inForce().ifPresent(day -> json.text("in_force", day.toString()));
        json.object("basis", it.basis(), JsonShapes::basis)
                .text("certainty", it.certainty().word());
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
