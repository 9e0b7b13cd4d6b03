package org.ansinh.app.exchange.work;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ansinh.app.exchange.ComparedLine.Theirs;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.HeadedTable;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.exchange.model.Section.Plan;
import org.ansinh.app.exchange.model.Table;
import org.ansinh.app.exchange.model.TableRow;
import org.ansinh.app.exchange.model.Words;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.pages.NumberEntry;

/** The list an office keeps of a month: titles above it, a sum and signatures below. */
final class OfficeList {

    private static final Pattern SUM = Pattern.compile("(tong )?(cong|so tien|tong)( .*)?");

    private OfficeList() {}

    static List<Theirs> read(List<Table> tables) {
        var theirs = new ArrayList<Theirs>();
        for (var table : HeadedTable.among(tables, Section::paidList)) {
            var plan = table.plan();
            table.eachRow(row -> {
                if (isLine(plan, row)) {
                    theirs.add(line(plan, row));
                }
            });
        }
        return theirs;
    }

    /** Somebody is named, or money is; a sum names nobody, and under the list people sign. */
    private static boolean isLine(Plan plan, TableRow row) {
        boolean known = !plan.cell(row, Column.PERSONAL_NUMBER).isEmpty()
                || !plan.cell(row, Column.KEY).isEmpty();
        var amount = plan.cell(row, Column.AMOUNT) + plan.cell(row, Column.LEVEL);
        var name = Words.folded(plan.cell(row, Column.NAME));
        return known
                || !amount.isEmpty() && !name.isEmpty() && !SUM.matcher(name).matches();
    }

    /** A row whose amount cannot be read is compared as nothing paid, and shows itself. */
    private static Theirs line(Plan plan, TableRow row) {
        int year = WrittenDay.of(plan.cell(row, Column.BORN)) instanceof WrittenDay.Read read
                ? read.day().getYear()
                : 0;
        var money = plan.columns().containsKey(Column.AMOUNT) ? Column.AMOUNT : Column.LEVEL;
        return new Theirs(
                row.number(),
                plan.cell(row, Column.KEY),
                plan.cell(row, Column.PERSONAL_NUMBER),
                "",
                plan.cell(row, Column.NAME),
                year,
                NumberEntry.whole(plan.cell(row, money)).orElse(0L));
    }
}
