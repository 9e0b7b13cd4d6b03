package org.ansinh.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The little of Thrift's compact form that the descriptions inside a Parquet file are written in. */
final class Thrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final Bytes out;
    private int last;

    Thrift(Bytes out) {
        this.out = out;
    }

    /** Fields in rising order of their numbers. */
    static void struct(Bytes out, Consumer<Thrift> fields) {
        fields.accept(new Thrift(out));
        out.one(0);
    }

    void number(int field, int value) {
        begin(field, I32);
        out.varint(zigzag(value));
    }

    void size(int field, long value) {
        begin(field, I64);
        out.varint(zigzag(value));
    }

    void text(int field, String value) {
        begin(field, BINARY);
        text(value);
    }

    void struct(int field, Consumer<Thrift> fields) {
        begin(field, STRUCT);
        struct(out, fields);
    }

    <T> void structs(int field, List<T> items, BiConsumer<Thrift, T> fields) {
        list(field, STRUCT, items.size());
        items.forEach(it -> struct(out, each -> fields.accept(each, it)));
    }

    void numbers(int field, List<Integer> values) {
        list(field, I32, values.size());
        values.forEach(it -> out.varint(zigzag(it)));
    }

    void texts(int field, List<String> values) {
        list(field, BINARY, values.size());
        values.forEach(this::text);
    }

    private void list(int field, int type, int size) {
        begin(field, LIST);
        if (size < SHORT_LIST) {
            out.one(size << 4 | type);
        } else {
            out.one(SHORT_LIST << 4 | type);
            out.varint(size);
        }
    }

    private void text(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.varint(bytes.length);
        out.all(bytes);
    }

    private void begin(int field, int type) {
        out.one(field - last << 4 | type);
        last = field;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}
