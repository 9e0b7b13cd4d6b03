package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The yearly poverty review of a block: households are put in order of hardship, and each year the commune's share of them is poor
 * and near-poor. A household drifts a little from year to year, so some escape, some fall back.
 */
final class Review {

    private static final int WHOLE = 10_000;
    private static final int DRIFT = 450;
    private static final int MIDDLE = 700;
    /** Households above near-poor were listed as of middle living standard only lately. */
    private static final int MIDDLE_LISTED_FROM = 2025;

    private final Commune.Poverty poverty;
    private final LocalDate today;

    Review(Commune.Poverty poverty, LocalDate today) {
        this.poverty = poverty;
        this.today = today;
    }

    void hold(List<DraftHousehold> households, Dice dice) {
        var hardship = new int[households.size()];
        var order = new Integer[households.size()];
        for (int i = 0; i < order.length; i++) {
            hardship[i] = hardshipOf(households.get(i), dice);
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingInt((Integer it) -> hardship[it]).reversed());
        for (int place = 0; place < order.length; place++) {
            int position = (place * WHOLE + dice.below(WHOLE)) / order.length;
            recognise(households.get(order[place]), position, dice);
        }
    }

    private int hardshipOf(DraftHousehold household, Dice dice) {
        int hardship = dice.below(WHOLE);
        var head = household.head();
        long children =
                household.people.stream().filter(it -> it.ageOn(today) < 16).count();
        if (head.spouse == null && children > 0) {
            hardship += 2_200;
        }
        if (household.people.stream().anyMatch(it -> it.traits.isSeverelyDisabled())) {
            hardship += 2_000;
        }
        if (household.people.stream().anyMatch(it -> it.traits.noSupporter())) {
            hardship += 1_800;
        }
        if (household.people.stream().anyMatch(it -> it.traits.pension() > 1_000_000)) {
            hardship -= 4_000;
        }
        return hardship + (int) Math.max(0, children - 2) * 900;
    }

    private void recognise(DraftHousehold household, int position, Dice dice) {
        var classes = new ArrayList<String>();
        var sheet = FactSheet.of(household);
        for (int year = Commune.FIRST_YEAR; year <= today.getYear(); year++) {
            int drifted = Math.abs(position + dice.between(-DRIFT, DRIFT));
            int place = drifted < WHOLE ? drifted : 2 * WHOLE - drifted - 1;
            var name = nameOf(place, year);
            boolean existed = household.founded.getYear() < year;
            classes.add(existed ? name : "none");
            if (existed && !name.equals("none")) {
                sheet.during(
                        "household.class", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), FactValue.words(name));
            }
        }
        household.classes = classes;
    }

    private String nameOf(int place, int year) {
        int poor = poverty.poorIn(year);
        int nearPoor = poor + poverty.nearPoorIn(year);
        if (place < poor) {
            return "poor";
        }
        if (place < nearPoor) {
            return "near_poor";
        }
        return year >= MIDDLE_LISTED_FROM && place < nearPoor + MIDDLE ? "middle" : "none";
    }
}
