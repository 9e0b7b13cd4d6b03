package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ansinh.rules.pack.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;

/** Writes JSON in one canonical way, straight on: fields in a fixed order, no white space, so that equal things give equal bytes. */
public final class Json {

    private static final int FIRST_ROOM = 1 << 15;
    private static final int MOST_KEPT = 1 << 22;
    private static final int MOST_DIGITS = 20;
    private static final String HEX = "0123456789abcdef";

    /** Room that the last one has left, for the next one. */
    private static final AtomicReference<char @Nullable []> ROOM = new AtomicReference<>();

    private char[] out;
    private int length;
    private boolean isFirst = true;

    private Json(char[] room) {
        this.out = room;
    }

    /** How the fields of something are written. */
    public interface Fields<T> {
        void write(Json json, T it);
    }

    public static <T> String of(T it, Fields<T> fields) {
        var room = ROOM.getAndSet(null);
        var json = new Json(room == null ? new char[FIRST_ROOM] : room);
        json.braces(it, fields);
        var written = new String(json.out, 0, json.length);
        if (json.out.length <= MOST_KEPT) {
            ROOM.set(json.out);
        }
        return written;
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
        digits(value);
        return this;
    }

    @CanIgnoreReturnValue
    public Json numbers(String name, int[] values) {
        name(name);
        put('[');
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put(',');
            }
            digits(values[i]);
        }
        put(']');
        return this;
    }

    @CanIgnoreReturnValue
    public Json flag(String name, boolean value) {
        name(name);
        put(value ? "true" : "false");
        return this;
    }

    @CanIgnoreReturnValue
    public Json texts(String name, List<String> values) {
        name(name);
        put('[');
        isFirst = true;
        for (var value : values) {
            comma();
            quoted(value);
        }
        put(']');
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
        put('[');
        isFirst = true;
        for (var item : items) {
            comma();
            braces(item, fields);
        }
        put(']');
        isFirst = false;
        return this;
    }

    /** Words of the law that are written already. */
    @CanIgnoreReturnValue
    <T extends Record> Json cited(String name, List<Cited<T>> items) {
        name(name);
        char between = '[';
        for (var item : items) {
            put(between);
            put(item.json());
            between = ',';
        }
        put(items.isEmpty() ? "[]" : "]");
        return this;
    }

    private <T> void braces(T it, Fields<? super T> fields) {
        put('{');
        isFirst = true;
        fields.write(this, it);
        put('}');
        isFirst = false;
    }

    /** Names are the engine's own words and need no care. */
    private void name(String name) {
        int n = name.length();
        room(n + 4);
        if (!isFirst) {
            out[length++] = ',';
        }
        isFirst = false;
        out[length++] = '"';
        name.getChars(0, n, out, length);
        length += n;
        out[length++] = '"';
        out[length++] = ':';
    }

    private void comma() {
        if (!isFirst) {
            put(',');
        }
        isFirst = false;
    }

    private void quoted(String text) {
        int n = text.length();
        room(n + 2);
        out[length++] = '"';
        text.getChars(0, n, out, length);
        int end = length + n;
        for (int i = length; i < end; i++) {
            if (needsCare(out[i])) {
                length = i;
                carefully(text, n - (end - i));
                put('"');
                return;
            }
        }
        length = end;
        out[length++] = '"';
    }

    private static boolean needsCare(char letter) {
        return letter < ' ' || letter == '"' || letter == '\\';
    }

    private void carefully(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (needsCare(letter)) {
                escaped(letter);
            } else {
                put(letter);
            }
        }
    }

    private void escaped(char letter) {
        put('\\');
        switch (letter) {
            case '"', '\\' -> put(letter);
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                put("u00");
                put(HEX.charAt(letter >> 4));
                put(HEX.charAt(letter & 15));
            }
        }
    }

    private void digits(long value) {
        room(MOST_DIGITS);
        if (value < 0) {
            put(Long.toString(value));
            return;
        }
        int end = length;
        for (long rest = value; rest >= 10; rest /= 10) {
            end++;
        }
        long rest = value;
        for (int i = end; i >= length; i--) {
            out[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        length = end + 1;
    }

    private void put(char letter) {
        room(1);
        out[length++] = letter;
    }

    private void put(String words) {
        int n = words.length();
        room(n);
        words.getChars(0, n, out, length);
        length += n;
    }

    private void put(char[] words) {
        room(words.length);
        System.arraycopy(words, 0, out, length, words.length);
        length += words.length;
    }

    private void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, 2 * (length + more));
        }
    }
}
