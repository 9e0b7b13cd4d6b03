package org.ansinh.province;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * The offices' registers of decisions at the cut-over. About three in a hundred who have a right were never decided upon, and a few
 * are paid without one: their household left the list, or a pension came to light.
 */
final class Registers {

    private static final LocalDate DECREE_20 = LocalDate.of(2021, 7, 1);
    private static final LocalDate SOCIAL_PENSION = LocalDate.of(2025, 7, 1);
    private static final int PENSION_AGE = 75;
    private static final int PENSION_AGE_OF_THE_POOR = 70;

    private final LocalDate today;
    private final Map<String, Village> villages;
    private final Papers papers;
    private final RatesOrdered rates;

    Registers(LocalDate today, Map<String, Village> villages, Papers papers, RatesOrdered rates) {
        this.today = today;
        this.villages = villages;
        this.papers = papers;
        this.rates = rates;
    }

    void fill(DraftHousehold household, Dice dice) {
        var village = villageOf(household);
        for (var person : household.people) {
            assist(person, household, village, dice);
        }
        for (var person : household.former) {
            payTheDead(person, household, dice);
        }
    }

    private Village villageOf(DraftHousehold household) {
        var village = villages.get(household.place.village());
        if (village == null) {
            throw new IllegalStateException("Village %s of household %s is not on the map."
                    .formatted(household.place.village(), household.place.code()));
        }
        return village;
    }

    private void assist(Draft person, DraftHousehold household, Village village, Dice dice) {
        var now = Grounds.of(person, household, village, today);
        boolean missed = dice.perMyriad(300);
        if (now.hold() && !missed) {
            assistance(person, household, now, dice);
        } else if (!now.hold() && dice.percent(4)) {
            overlooked(person, household, village, dice);
        }
        if (isCaredForAtHome(person) && !dice.perMyriad(300)) {
            care(person, household, dice);
        }
        if (!dice.perMyriad(300)) {
            ownCare(person, household, dice);
        }
        // The higher of the two is paid: only a level equal to the pension's leaves room for it.
        if (now.thousandths() <= 1_000) {
            socialPension(person, household, village, missed, dice);
        }
    }

    private void assistance(Draft person, DraftHousehold household, Grounds grounds, Dice dice) {
        var first = PastLives.later(PastLives.later(grounds.since(), DECREE_20), person.since);
        var signed = first.plusDays(dice.between(8, 55));
        if (signed.isAfter(today)) {
            return;
        }
        boolean fromCertificate = grounds.since().equals(person.traits.certifiedOn());
        var start = (fromCertificate ? first : signed).withDayOfMonth(1);
        var days = DateRange.startingOn(PastLives.later(start, person.born));
        person.decisions.add(
                decision("social_assistance", person, household, new Order(signed, days, grounds.thousandths()), dice));
    }

    private static boolean isCaredForAtHome(Draft person) {
        return person.facts.stream().anyMatch(it -> it.fact().equals("person.cared_at_home"));
    }

    /** The household that cares for somebody with an extremely severe disability: one standard rate, to the head. */
    private void care(Draft person, DraftHousehold household, Dice dice) {
        var first = PastLives.later(PastLives.later(person.traits.certifiedOn(), DECREE_20), household.founded);
        var signed = first.plusDays(dice.between(8, 55));
        if (signed.isAfter(today)) {
            return;
        }
        var days = DateRange.startingOn(PastLives.later(signed.withDayOfMonth(1), person.born));
        var made = decision("community_care", person, household, new Order(signed, days, 1_000), dice);
        person.decisions.add(new GeneratedDecision(
                made.programme(),
                made.paper(),
                days,
                made.amount(),
                made.paidThrough(),
                PayTo.cash(household.head().key)));
    }

    /** A severely disabled parent of a child under three, or one who expects a child, has care money beside the allowance. */
    private void ownCare(Draft person, DraftHousehold household, Dice dice) {
        if (!person.traits.isSeverelyDisabled()) {
            return;
        }
        var infants = household.people.stream()
                .filter(it -> it.father == person || it.mother == person)
                .filter(it -> it.ageOn(today) < 3)
                .toList();
        boolean expects = person.facts.stream().anyMatch(it -> it.fact().equals("person.pregnant"));
        if (infants.isEmpty()) {
            return;
        }
        var youngest = infants.getLast().born;
        var signed = PastLives.later(person.traits.certifiedOn(), youngest).plusDays(dice.between(20, 80));
        if (!signed.isAfter(today)) {
            int level = expects || infants.size() > 1 ? 2_000 : 1_500;
            var days = DateRange.startingOn(signed.withDayOfMonth(1));
            person.decisions.add(decision("own_care", person, household, new Order(signed, days, level), dice));
        }
    }

    /** What an order says: the day it was signed, the days it covers, the level. */
    private record Order(LocalDate signed, DateRange days, int thousandths) {}

    private GeneratedDecision decision(
            String programme, Draft person, DraftHousehold household, Order order, Dice dice) {
        long rate = rates.standardFor(order.signed(), order.days().to());
        return new GeneratedDecision(
                programme,
                papers.signed(order.signed(), household.place.formerCommune(), dice),
                order.days(),
                rate * order.thousandths() / 1_000,
                papers.paidThrough(order.days()),
                papers.payTo(person, household, dice));
    }

    /** The household left the list at the new year, but nobody stopped the allowance. */
    private void overlooked(Draft person, DraftHousehold household, Village village, Dice dice) {
        var lastYear = LocalDate.of(today.getYear() - 1, 12, 31);
        var then = person.born.isBefore(lastYear) ? Grounds.of(person, household, village, lastYear) : Grounds.NONE;
        if (then.hold()) {
            assistance(person, household, then, dice);
        }
    }

    private void socialPension(Draft person, DraftHousehold household, Village village, boolean missed, Dice dice) {
        int age = person.ageOn(today);
        boolean poor = household.isPoorOrNearPoor(today.getYear());
        boolean entitled = age >= PENSION_AGE || (age >= PENSION_AGE_OF_THE_POOR && poor);
        long pension = person.traits.pension();
        boolean pensionCameToLight = pension > 1_000_000 && dice.perMyriad(80);
        if (!entitled || missed || (!pensionCameToLight && (pension == Traits.UNSTATED || pension > 499_999))) {
            return;
        }
        var lastDayBefore = SOCIAL_PENSION.minusDays(1);
        var before = Grounds.oldAgeBeforeSocialPension(person, household, village, lastDayBefore);
        if (before.hold() && person.decisions.isEmpty()) {
            assistanceOfTheOld(person, household, before, dice);
            pension(person, household, SOCIAL_PENSION.plusDays(dice.between(0, 24)), dice);
            return;
        }
        var of75 = person.born.plusYears(PENSION_AGE);
        var right = of75.isAfter(today) ? person.born.plusYears(PENSION_AGE_OF_THE_POOR) : of75;
        var signed = PastLives.later(SOCIAL_PENSION.plusDays(30), right).plusDays(dice.between(0, 75));
        if (!signed.isAfter(today)) {
            pension(person, household, signed, dice);
        }
    }

    private void assistanceOfTheOld(Draft person, DraftHousehold household, Grounds grounds, Dice dice) {
        var first = PastLives.later(PastLives.later(grounds.since(), DECREE_20), person.since);
        var last = SOCIAL_PENSION.minusDays(1);
        if (first.isAfter(last.minusDays(45))) {
            return;
        }
        var days = new DateRange(first.withDayOfMonth(1), last);
        var signed = PastLives.earlier(first.plusDays(dice.between(5, 40)), last);
        person.decisions.add(
                decision("social_assistance", person, household, new Order(signed, days, grounds.thousandths()), dice));
    }

    private void pension(Draft person, DraftHousehold household, LocalDate signed, Dice dice) {
        var days = DateRange.startingOn(signed.withDayOfMonth(1));
        person.decisions.add(decision("social_pension", person, household, new Order(signed, days, 1_000), dice));
    }

    /** Old people who died since July 2025: where the news came late, a month or two were paid too much. */
    private void payTheDead(Draft person, DraftHousehold household, Dice dice) {
        for (var event : person.events) {
            boolean pensioner = event instanceof LifeEvent.Died
                    && person.traits.pension() == 0
                    && person.ageOn(event.on()) >= PENSION_AGE
                    && ChronoUnit.DAYS.between(SOCIAL_PENSION, event.on()) > 40;
            if (!pensioner || dice.percent(4)) {
                continue;
            }
            var signed = PastLives.earlier(
                    PastLives.later(SOCIAL_PENSION, person.born.plusYears(PENSION_AGE))
                            .plusDays(dice.between(0, 24)),
                    event.on());
            var days = new DateRange(
                    signed.withDayOfMonth(1), YearMonth.from(event.on()).atEndOfMonth());
            var made = decision("social_pension", person, household, new Order(signed, days, 1_000), dice);
            var paid = PastLives.earlier(
                    YearMonth.from(event.knownOn()).atEndOfMonth(),
                    YearMonth.from(today).minusMonths(1).atEndOfMonth());
            person.decisions.add(new GeneratedDecision(
                    made.programme(),
                    made.paper(),
                    days,
                    made.amount(),
                    Optional.of(paid),
                    PayTo.cash(household.head().key)));
        }
    }
}
