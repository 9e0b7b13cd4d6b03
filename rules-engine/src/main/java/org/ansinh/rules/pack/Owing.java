package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** How days become money: for which periods, on which day's level, at which day's prices, to whom. */
public record Owing(
        Programme.Period period,
        AmountPer amountPer,
        Optional<Calendar> calendar,
        Programme.Payee payee,
        List<LevelRule> levels,
        PricesOn pricesOn,
        Optional<Every> every,
        boolean oncePerLife,
        Optional<Event> event) {

    /** Whether the amount is for each month of the period, or for the whole of it, due once within it. */
    public enum AmountPer {
        MONTH,
        PERIOD
    }

    /** Which day of a month gives its level, for months that begin on or after {@code from}. */
    public record LevelRule(LocalDate from, LevelOn rule, Optional<Basis> basis, Optional<Certainty> certainty) {}

    /** The rules the law knows: the level of a month is that of the last or first day on which it is met, or of its first day. */
    public enum LevelOn {
        LAST_MET_DAY,
        FIRST_MET_DAY,
        FIRST_DAY
    }

    /** As of which day the figures of an amount are read when they change inside a period. */
    public enum PricesOn {
        DAY,
        FIRST_DAY_OF_PERIOD,
        LAST_DAY_OF_PERIOD
    }

    /** Not again within so many years after the last time; {@code last} names the fact that says when that was. */
    public record Every(int years, Optional<FactDefinition> last) {}

    /**
     * What is due once for something that happens on a day. The law is asked as of that day, whenever the decision is
     * signed; {@code claimMonths} later it is too late.
     */
    public record Event(Happens happens, Optional<Parameter> claimMonths) {}

    /** On which days something happens. */
    public sealed interface Happens {}

    /** On the day that a fact names: a death, a birth. */
    public record OnDayOf(FactDefinition fact) implements Happens {}

    /** On the first day of every run of days for which a fact says anything but what its absence means: an injury, a flood. */
    public record OnEach(FactDefinition fact) implements Happens {}

    /** For everybody, on the days that a figure of law names: Tết of every year, a list day. */
    public record OnFigure(Parameter figure) implements Happens {}

    /** For everybody, on the same day of every year: 27 July. */
    public record OnYearDay(MonthDay day) implements Happens {}

    /** Whether a decision in force on the day is enough, or one has to be signed after it. */
    public boolean isForEverybodyAtOnce() {
        return event.map(it -> it.happens() instanceof OnFigure || it.happens() instanceof OnYearDay)
                .orElse(false);
    }

    public LevelOn levelOn(LocalDate monthStart) {
        var chosen = levels.getFirst().rule();
        for (var rule : levels) {
            if (!rule.from().isAfter(monthStart)) {
                chosen = rule.rule();
            }
        }
        return chosen;
    }
}
