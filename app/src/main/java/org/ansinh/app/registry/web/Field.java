package org.ansinh.app.registry.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form as the page draws it.
 *
 * @param options from value to words, in order, where one chooses
 * @param values what stands in it; several only where several may be ticked
 */
public record Field(
        String name,
        Shape shape,
        String label,
        @Nullable String hint,
        Map<String, String> options,
        List<String> values,
        @Nullable String error) {

    /** How it is drawn. */
    public enum Shape {
        TEXT,
        DAY,
        MONEY,
        CHOICE,
        RADIOS,
        TICKS,
        /** A choice that leads on: from address to words. */
        LINKS,
        /** Words between fields: {@code label} is a heading. */
        HEADING,
        /** Not shown. */
        HIDDEN
    }

    public Field {
        values = List.copyOf(values);
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    Field wrong(String text) {
        return new Field(name, shape, label, hint, options, values, text);
    }
}
