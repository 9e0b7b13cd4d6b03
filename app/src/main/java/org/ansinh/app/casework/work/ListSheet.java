package org.ansinh.app.casework.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ansinh.app.casework.EntitlementLists.Entry;
import org.ansinh.app.casework.EntitlementLists.SheetWords;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as an XLSX file. Words are cells of text, so that no name is ever read as a formula; only amounts are numbers. */
final class ListSheet {

    private static final int FIRST_ROW = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(out, "An Sinh", "1.0");
    private final Worksheet sheet = book.newWorksheet("1");
    private final SheetWords words;
    private int rows;

    ListSheet(SheetWords words) {
        this.words = words;
        sheet.value(0, 0, words.title());
        sheet.style(0, 0).bold().set();
        if (!words.mark().isEmpty()) {
            sheet.value(1, 0, words.mark());
            sheet.style(1, 0).bold().set();
        }
        for (int i = 0; i < words.headings().size(); i++) {
            sheet.value(FIRST_ROW - 1, i, words.headings().get(i));
            sheet.style(FIRST_ROW - 1, i).bold().set();
        }
    }

    void add(Entry it) {
        int row = FIRST_ROW + rows++;
        sheet.value(row, 0, Integer.toString(rows));
        sheet.value(row, 1, it.name());
        sheet.value(row, 2, it.birthYear() == 0 ? "" : Integer.toString(it.birthYear()));
        sheet.value(row, 3, it.village());
        var commune = words.communes().getOrDefault(it.communeCode(), it.communeCode());
        sheet.value(row, 4, it.then().isEmpty() ? commune : commune + " (" + it.then() + ")");
        sheet.value(row, 5, it.amount());
        sheet.value(row, 6, it.owed());
        sheet.value(row, 7, it.provisions());
        sheet.value(row, 8, it.missing());
    }

    int rows() {
        return rows;
    }

    byte[] bytes() {
        try {
            book.finish();
            return out.toByteArray();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
