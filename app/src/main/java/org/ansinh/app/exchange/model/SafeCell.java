package org.ansinh.app.exchange.model;

/** A cell that begins like a formula is written with an apostrophe before it, so that no spreadsheet runs it; reading takes it off again. */
public final class SafeCell {

    private static final String STARTS = "=+-@\t\r";

    private SafeCell() {}

    public static String write(String text) {
        return isFormula(text) || text.startsWith("'") && isFormula(text.substring(1)) ? "'" + text : text;
    }

    static String read(String cell) {
        return cell.startsWith("'") && (isFormula(cell.substring(1)) || cell.startsWith("''"))
                ? cell.substring(1)
                : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
