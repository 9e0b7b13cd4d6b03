package org.ansinh.app.exchange.work;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.exchange.CompareDesk;
import org.ansinh.app.exchange.ComparedLine;
import org.ansinh.app.exchange.ComparedLine.Theirs;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.ComparedMonth;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.exchange.model.Section.Plan;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.exchange.model.TableRow;
import org.ansinh.app.exchange.model.WrittenAmount;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.exchange.store.OwedRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CompareOffice implements CompareDesk {

    private final OwedRows rows;
    private final FileLimits limits;

    CompareOffice(OwedRows rows, FileLimits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ComparedLine> compare(Path file, String name, YearMonth month, String programme) {
        return ComparedMonth.of(rows.of(month, programme), theirs(file, name));
    }

    private List<Theirs> theirs(Path file, String name) {
        for (var table : TableFile.open(file, name, limits)) {
            var plan = Section.paidList(table.headings());
            if (plan.isPresent()) {
                var theirs = new ArrayList<Theirs>();
                table.eachRow(row -> theirs.add(row(plan.get(), row)));
                return theirs;
            }
        }
        throw new FileRefused("headings_unknown", name);
    }

    /** A row whose amount cannot be read, a sum at the foot for one, is compared as zero and shows itself. */
    private static Theirs row(Plan plan, TableRow row) {
        int year = WrittenDay.of(plan.cell(row, Column.BORN)) instanceof WrittenDay.Read read
                ? read.day().getYear()
                : 0;
        return new Theirs(
                row.number(),
                plan.cell(row, Column.KEY),
                plan.cell(row, Column.PERSONAL_NUMBER),
                plan.cell(row, Column.NAME),
                year,
                WrittenAmount.whole(plan.cell(row, Column.AMOUNT)).orElse(0L));
    }
}
