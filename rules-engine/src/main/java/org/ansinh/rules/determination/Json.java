package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.pack.CanIgnoreReturnValue;

/** Writes JSON in one canonical way, straight on: fields in a fixed order, no white space, so that equal things give equal bytes. */
public final class Json {

    private static final int FIRST_ROOM = 1 << 14;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(FIRST_ROOM);
    private boolean isFirst = true;

    private Json() {}

    /** How the fields of something are written. */
    public interface Fields<T> {
        void write(Json json, T it);
    }

    public static <T> String of(T it, Fields<T> fields) {
        var json = new Json();
        json.braces(it, fields);
        return json.out.toString();
    }

    @CanIgnoreReturnValue
    public Json text(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    @CanIgnoreReturnValue
    public Json number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    @CanIgnoreReturnValue
    public Json numbers(String name, int[] values) {
        name(name);
        out.append('[');
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(values[i]);
        }
        out.append(']');
        return this;
    }

    @CanIgnoreReturnValue
    public Json flag(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    @CanIgnoreReturnValue
    public Json texts(String name, List<String> values) {
        name(name);
        out.append('[');
        isFirst = true;
        for (var value : values) {
            comma();
            quoted(value);
        }
        out.append(']');
        isFirst = false;
        return this;
    }

    @CanIgnoreReturnValue
    public <T> Json object(String name, T it, Fields<T> fields) {
        name(name);
        braces(it, fields);
        return this;
    }

    @CanIgnoreReturnValue
    public <T> Json list(String name, List<T> items, Fields<? super T> fields) {
        name(name);
        out.append('[');
        isFirst = true;
        for (var item : items) {
            comma();
            braces(item, fields);
        }
        out.append(']');
        isFirst = false;
        return this;
    }

    /** Words of the law that are written already. */
    @CanIgnoreReturnValue
    <T extends Record> Json cited(String name, List<Cited<T>> items) {
        name(name);
        char between = '[';
        for (var item : items) {
            out.append(between).append(item.json());
            between = ',';
        }
        out.append(items.isEmpty() ? "[]" : "]");
        return this;
    }

    private <T> void braces(T it, Fields<? super T> fields) {
        out.append('{');
        isFirst = true;
        fields.write(this, it);
        out.append('}');
        isFirst = false;
    }

    /** Names are the engine's own words and need no care. */
    private void name(String name) {
        comma();
        out.append('"').append(name).append("\":");
    }

    private void comma() {
        if (!isFirst) {
            out.append(',');
        }
        isFirst = false;
    }

    private void quoted(String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter == '"' || letter == '\\') {
                out.append(text, done, i);
                escaped(letter);
                done = i + 1;
            }
        }
        if (done == 0) {
            out.append(text);
        } else {
            out.append(text, done, text.length());
        }
        out.append('"');
    }

    private void escaped(char letter) {
        out.append('\\');
        switch (letter) {
            case '"', '\\' -> out.append(letter);
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default -> out.append("u00").append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
        }
    }
}
