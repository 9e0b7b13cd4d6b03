package org.ansinh.rules.language;

/** What the calendar makes of days and numbers. */
public enum CalendarFunction {
    YEAR("year"),
    MONTH("month"),
    START_OF_MONTH("start_of_month"),
    END_OF_MONTH("end_of_month"),
    START_OF_YEAR("start_of_year"),
    END_OF_YEAR("end_of_year"),
    PLUS_DAYS("plus_days"),
    PLUS_MONTHS("plus_months"),
    PLUS_YEARS("plus_years"),
    CALENDAR_DAY("calendar_day");

    private final String word;

    CalendarFunction(String word) {
        this.word = word;
    }

    /** As it is written in an expression. */
    public String word() {
        return word;
    }
}
