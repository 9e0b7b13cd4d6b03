package org.ansinh.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * How days, amounts and numbers are written on a page: {@code #vn} in templates. Both languages write days as the offices
 * do, day first; only the separator of thousands differs.
 */
public record Writing(Locale locale) {

    /** Must not break between the amount and its unit, or a column shows a lone đ. */
    private static final char NO_BREAK = '\u00a0';

    private static final ZoneId OFFICE_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    public String number(@Nullable Long number) {
        if (number == null) {
            return "";
        }
        var grouped = String.format(Locale.ROOT, "%,d", number);
        return isVietnamese() ? grouped.replace(',', '.') : grouped;
    }

    public String number(@Nullable Integer number) {
        return number == null ? "" : number(Long.valueOf(number));
    }

    public String money(@Nullable Long dong) {
        return dong == null ? "" : number(dong) + NO_BREAK + "đ";
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String month(@Nullable YearMonth month) {
        return month == null ? "" : MONTH.format(month);
    }

    /** What one payment stands for: a month, or the quarter that begins with it. */
    public String period(YearMonth first, int months) {
        if (months == 1) {
            return month(first);
        }
        int quarter = (first.getMonthValue() + 2) / 3;
        return (isVietnamese() ? "quý %d/%d" : "Q%d %d").formatted(quarter, first.getYear());
    }

    public String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(OFFICE_ZONE));
    }

    /** The day on which something was done, as the office's calendar has it. */
    public String dayOf(@Nullable Instant at) {
        return at == null ? "" : DAY.format(at.atZone(OFFICE_ZONE));
    }

    /** A birth known only by its month or year is written no more exactly than it is known. */
    public String born(@Nullable LocalDate day, @Nullable String precision) {
        if (day == null) {
            return "";
        }
        return switch (precision == null ? "day" : precision) {
            case "y", "year" -> Integer.toString(day.getYear());
            case "m", "month" -> MONTH.format(day);
            default -> DAY.format(day);
        };
    }

    public String days(@Nullable DateRange days) {
        if (days == null) {
            return "";
        }
        if (days.isOpenEnded()) {
            return (isVietnamese() ? "từ " : "from ") + DAY.format(days.from());
        }
        if (days.from().equals(days.to())) {
            return DAY.format(days.from());
        }
        return DAY.format(days.from()) + " – " + DAY.format(days.to());
    }

    private boolean isVietnamese() {
        return !Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
