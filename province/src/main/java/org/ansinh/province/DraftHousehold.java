package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A household in the making. The first person is the head. */
final class DraftHousehold {

    final List<Draft> people;
    final List<Draft> former = new ArrayList<>();
    HouseholdPlace place = new HouseholdPlace("", "", "", "");
    LocalDate founded = LocalDate.MIN;

    @Nullable
    DraftHousehold splitFrom;
    /** By calendar year from 2021: none, middle, near_poor, poor. */
    List<String> classes = List.of();

    final List<GeneratedFact> facts = new ArrayList<>();
    final List<GeneratedDecision> decisions = new ArrayList<>();

    DraftHousehold(List<Draft> people) {
        this.people = people;
    }

    Draft head() {
        return people.getFirst();
    }

    List<Draft> everybody() {
        var all = new ArrayList<Draft>(people.size() + former.size());
        all.addAll(people);
        all.addAll(former);
        return all;
    }

    String classIn(int year) {
        int place = Math.clamp(year - Commune.FIRST_YEAR, 0, classes.size() - 1);
        return classes.get(place);
    }

    boolean isPoor(int year) {
        return classIn(year).equals("poor");
    }

    boolean isPoorOrNearPoor(int year) {
        return isPoor(year) || classIn(year).equals("near_poor");
    }
}
