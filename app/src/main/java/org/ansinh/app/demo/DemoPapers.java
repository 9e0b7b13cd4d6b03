package org.ansinh.app.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ansinh.app.registry.Paper;

/** The papers of the cut-over and of every month after it: what the office heard of late stands in the paper of the month in which it was told. */
final class DemoPapers {

    static final String REGISTER = "Sổ bàn giao 01/7/2025 (dữ liệu minh hoạ)";
    static final LocalDate CUT_OVER = LocalDate.of(2025, 7, 1);

    private static final ZoneId HOUSE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final TreeMap<YearMonth, Paper> papers = new TreeMap<>();

    DemoPapers(LocalDate today) {
        for (var month = YearMonth.from(CUT_OVER); !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            var cutOver = month.equals(YearMonth.from(CUT_OVER));
            var day = cutOver ? CUT_OVER : month.atEndOfMonth();
            var known = day.isAfter(today) ? today : day;
            var document =
                    cutOver ? REGISTER : "Biến động tháng %d/%d".formatted(month.getMonthValue(), month.getYear());
            var at = known.atTime(LocalTime.of(8, 0)).atZone(HOUSE).toInstant();
            var key = Optional.of("demo " + month);
            papers.put(month, new Paper("load", Optional.of(document), Optional.of(known), key, Optional.of(at)));
        }
    }

    List<Paper> all() {
        return List.copyOf(papers.values());
    }

    /** The month of the paper by which the office came to know something on a day. */
    YearMonth monthOf(LocalDate known) {
        var month = papers.ceilingKey(YearMonth.from(known.isBefore(CUT_OVER) ? CUT_OVER : known));
        return month == null ? papers.lastKey() : month;
    }

    Paper of(YearMonth month) {
        return Objects.requireNonNull(papers.get(month));
    }
}
