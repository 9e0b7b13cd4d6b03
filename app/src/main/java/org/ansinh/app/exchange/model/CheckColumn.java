package org.ansinh.app.exchange.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A column of a list for the population database: what we send, then what is answered. Headings are Vietnamese, for the police read them; they may stand in any order. */
public enum CheckColumn {
    KEY("Mã dòng", "ma dong", 15),
    SENT_NAME("Họ và tên", "ho va ten", 24),
    SENT_BORN("Ngày sinh", "ngay sinh", 12),
    SENT_SEX("Giới tính", "gioi tinh", 10),
    SENT_NUMBER("Số định danh", "so dinh danh", 16),
    SENT_RESIDENCE("Nơi cư trú", "noi cu tru", 28),
    RESULT("Kết quả", "ket qua", 20),
    NAME("Họ và tên trong CSDL", "ho va ten trong csdl", 24),
    BORN("Ngày sinh trong CSDL", "ngay sinh trong csdl", 20),
    SEX("Giới tính trong CSDL", "gioi tinh trong csdl", 20),
    NUMBER("Số định danh trong CSDL", "so dinh danh trong csdl", 23),
    RESIDENCE("Nơi cư trú trong CSDL", "noi cu tru trong csdl", 28),
    DIED_ON("Ngày chết", "ngay chet", 12),
    MOVED_TO("Nơi chuyển đến", "noi chuyen den", 24),
    REMARK("Ghi chú", "ghi chu", 28);

    private final String heading;
    private final String folded;
    private final int width;

    CheckColumn(String heading, String folded, int width) {
        this.heading = heading;
        this.folded = folded;
        this.width = width;
    }

    public String heading() {
        return heading;
    }

    public int width() {
        return width;
    }

    public boolean isSent() {
        return compareTo(RESULT) < 0;
    }

    private static Optional<CheckColumn> named(String heading) {
        var words = Words.folded(heading);
        return Arrays.stream(values()).filter(it -> it.folded.equals(words)).findFirst();
    }

    /** Where the columns stand in this row; empty where it is no row of headings: without keys nobody knows whom a row is about. */
    public static Optional<Map<CheckColumn, Integer>> in(List<String> headings) {
        var found = new EnumMap<CheckColumn, Integer>(CheckColumn.class);
        for (int i = 0; i < headings.size(); i++) {
            int at = i;
            named(headings.get(i)).ifPresent(it -> found.putIfAbsent(it, at));
        }
        return found.containsKey(KEY) && found.containsKey(RESULT) ? Optional.of(found) : Optional.empty();
    }
}
