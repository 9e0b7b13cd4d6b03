package org.ansinh.province;

import java.time.LocalDate;
import org.ansinh.timeline.DateRange;

/** Off the grid or on it, how much is used, and the yearly lists of households whose first kilowatt-hours the State pays. */
final class Electricity {

    private static final int KWH_CEILING = 50;
    private static final int METERS_ARE_READ = 16;
    private static final int ROUGH_COUNTRY = 2_200;

    private final LocalDate today;
    private final Commune commune;
    private final Papers papers;
    private final RatesOrdered rates;

    Electricity(LocalDate today, Commune commune, Papers papers, RatesOrdered rates) {
        this.today = today;
        this.commune = commune;
        this.papers = papers;
        this.rates = rates;
    }

    void connect(DraftHousehold household, Dice dice) {
        int year = today.getYear();
        boolean rough = commune.shares().poverty().poorIn(year) > ROUGH_COUNTRY;
        boolean offGrid = dice.perMyriad(rough ? 260 : 15);
        var sheet = FactSheet.of(household);
        if (offGrid) {
            sheet.since("household.on_grid", Fortunes.REGISTERS_BEGIN, FactValue.NO);
        }
        boolean poor = household.isPoor(year);
        boolean assisted = household.people.stream().anyMatch(this::isAssisted);
        boolean little = assisted && !poor && !offGrid && meter(sheet, dice);
        boolean minority = offGrid && !household.head().ethnicGroup.equals("kinh");
        boolean listed = poor || (assisted && (offGrid || little)) || minority;
        if (listed && !dice.percent(3)) {
            list(household, dice);
        }
    }

    /** Only social assistance makes a social-policy household: of the social pension the rule does not speak. */
    private boolean isAssisted(Draft person) {
        return person.decisions.stream()
                .anyMatch(it -> it.programme().equals("social_assistance")
                        && it.inForce().includes(today));
    }

    /** Three months stand in one line, the running month in another; of some the last bill is still missing. Tells whether little is used. */
    private boolean meter(FactSheet sheet, Dice dice) {
        int usual = dice.percent(48) ? dice.between(12, 47) : dice.between(52, 160);
        int quarters = (today.getMonthValue() - 1) / 3;
        for (int quarter = 0; quarter < quarters; quarter++) {
            if (quarter == quarters - 1 && dice.percent(5)) {
                break;
            }
            var from = LocalDate.of(today.getYear(), quarter * 3 + 1, 1);
            int used = Math.max(3, usual + dice.between(-6, 6));
            sheet.during("household.electricity_kwh", from, from.plusMonths(3).minusDays(1), new FactValue.Whole(used));
        }
        // Meters are read in the middle of the month, so late in a month its own bill is mostly known.
        boolean read = today.getDayOfMonth() >= METERS_ARE_READ && dice.percent(88);
        var month = today.withDayOfMonth(1);
        sheet.during(
                "household.electricity_kwh",
                LocalDate.of(today.getYear(), quarters * 3 + 1, 1),
                (read ? month.plusMonths(1) : month).minusDays(1),
                new FactValue.Whole(usual));
        return usual <= KWH_CEILING;
    }

    private void list(DraftHousehold household, Dice dice) {
        int year = today.getYear();
        var signed = LocalDate.of(year, 1, 5).plusDays(dice.below(25));
        var days = new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        if (household.founded.isAfter(days.from()) || signed.isAfter(today)) {
            return;
        }
        household.decisions.add(new GeneratedDecision(
                "electricity",
                papers.signed(signed, household.place.formerCommune(), dice),
                days,
                rates.knownOn(signed).electricityQuarter(),
                papers.quartersPaidThrough(days),
                PayTo.cash(household.head().key)));
    }
}
