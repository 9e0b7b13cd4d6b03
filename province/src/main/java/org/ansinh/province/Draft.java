package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in the making: changed step by step inside one block, never seen outside. */
final class Draft {

    String role;
    final Sex sex;
    /** The age the household's shape asks for; the real one comes from the ladder of the commune. */
    final int wishedAge;

    @Nullable
    Draft father;

    @Nullable
    Draft mother;

    @Nullable
    Draft spouse;

    LocalDate born = LocalDate.MIN;
    boolean yearOnly;
    String ethnicGroup = "";
    String surname = "";
    String name = "";
    String personalNumber = "";
    String oldNumber = "";
    long key;

    /** Since when they live in this household. */
    LocalDate since = LocalDate.MIN;
    /** When they came to live as a couple; stands for both. */
    LocalDate wedOn = LocalDate.MAX;

    LocalDate lastDay = LocalDate.MAX;
    final List<LifeEvent> events = new ArrayList<>();
    final List<Membership> earlier = new ArrayList<>();
    final List<GeneratedFact> facts = new ArrayList<>();
    final List<GeneratedDecision> decisions = new ArrayList<>();
    Traits traits = Traits.NONE;

    Draft(String role, Sex sex, int wishedAge) {
        this.role = role;
        this.sex = sex;
        this.wishedAge = Math.clamp(wishedAge, 0, 100);
    }

    /** Completed years. */
    int ageOn(LocalDate day) {
        int years = day.getYear() - born.getYear();
        boolean before = day.getMonthValue() < born.getMonthValue()
                || (day.getMonthValue() == born.getMonthValue() && day.getDayOfMonth() < born.getDayOfMonth());
        return before ? years - 1 : years;
    }

    boolean isHere(LocalDate day) {
        return !lastDay.isBefore(day);
    }

    static void marry(Draft one, Draft other) {
        one.spouse = other;
        other.spouse = one;
    }
}
