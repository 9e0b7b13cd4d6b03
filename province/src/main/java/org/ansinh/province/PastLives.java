package org.ansinh.province;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.timeline.DateRange;

/** What lies behind a household: when it was founded, who married in, who came from elsewhere, who died, who left. */
final class PastLives {

    private static final List<String> AWAY =
            List.of("Bắc Ninh", "Thái Nguyên", "Hà Nội", "Bình Dương", "Đồng Nai", "Lạng Sơn", "Hải Phòng");

    private final Atlas atlas;
    private final Commune commune;
    private final int people;
    private final LocalDate today;

    PastLives(Atlas atlas, Commune commune, Recipe recipe) {
        this.atlas = atlas;
        this.commune = commune;
        this.people = recipe.people();
        this.today = recipe.today();
    }

    void remember(DraftHousehold household, Dice dice) {
        var head = household.head();
        if (household.splitFrom == null) {
            household.founded = earlier(head.born.plusYears(dice.between(20, 27)), today.minusDays(400));
        }
        for (var person : household.people) {
            settle(household, person, dice);
        }
        if (household.splitFrom == null && dice.perMyriad(120)) {
            moveIn(household, dice);
        }
    }

    private void settle(DraftHousehold household, Draft person, Dice dice) {
        person.since = later(person.born, household.founded);
        var spouse = person.spouse;
        if (spouse != null && person.wedOn.equals(LocalDate.MAX)) {
            var grownUp = later(person.born, spouse.born).plusYears(18);
            var wed =
                    later(grownUp.plusDays(dice.between(0, 2_500)), household.founded.minusDays(dice.between(0, 300)));
            person.wedOn = earlier(wed, today.minusDays(dice.between(40, 300)));
            person.wedOn = later(person.wedOn, grownUp);
            spouse.wedOn = person.wedOn;
        }
        boolean marriedIn = person.role.equals("spouse") || person.role.equals("child_in_law");
        if (marriedIn && spouse != null) {
            person.since = later(later(person.born, household.founded), person.wedOn);
            if (person.since.getYear() >= 2019) {
                comeFromElsewhere(household, person, dice);
            }
        }
        var origin = household.splitFrom;
        if (origin != null && person.born.isBefore(household.founded) && origin.founded.isBefore(household.founded)) {
            leaveParents(household, origin, person);
        }
    }

    private static void leaveParents(DraftHousehold household, DraftHousehold origin, Draft person) {
        boolean marriedIn = person.role.equals("spouse");
        var from = later(later(person.born, origin.founded), marriedIn ? person.wedOn : LocalDate.MIN);
        var last = household.founded.minusDays(1);
        boolean belongs = person == household.head() || person.role.equals("spouse") || person.role.equals("child");
        if (belongs && !from.isAfter(last)) {
            var role = person == household.head() ? "child" : marriedIn ? "child_in_law" : "grandchild";
            person.earlier.clear();
            person.earlier.add(new Membership(origin.place.code(), role, new DateRange(from, last)));
            person.since = household.founded;
        }
    }

    /** A bride or groom of these years: mostly from a household of another commune, at times from another province. */
    private void comeFromElsewhere(DraftHousehold household, Draft person, Dice dice) {
        if (household.splitFrom != null) {
            return;
        }
        int known = Math.min(dice.between(1, 45), (int) (today.toEpochDay() - person.since.toEpochDay()));
        var knownOn = person.since.plusDays(known);
        if (dice.percent(25)) {
            person.events.add(new LifeEvent.MovedIn(person.since, knownOn, dice.oneOf(AWAY)));
        } else {
            moveFrom(person, "child", knownOn, dice);
        }
    }

    /** The whole household came from outside the province some years ago. */
    private void moveIn(DraftHousehold household, Dice dice) {
        var on = LocalDate.of(dice.between(2019, 2025), dice.between(1, 12), dice.between(1, 28));
        if (household.founded.isAfter(on)) {
            return;
        }
        household.founded = on;
        for (var person : household.people) {
            if (person.born.isBefore(on) && person.since.isBefore(on)) {
                person.since = on;
                person.earlier.clear();
                person.events.clear();
                person.events.add(new LifeEvent.MovedIn(on, on.plusDays(dice.between(1, 30)), AWAY.getFirst()));
            }
        }
    }

    private void moveFrom(Draft person, String role, LocalDate knownOn, Dice dice) {
        var other = atlas.communes().get(dice.below(atlas.communes().size()));
        if (other.index() == commune.index()) {
            return;
        }
        long surely = Math.max(1, people * (long) other.population() / atlas.population() / CommuneWalk.LARGEST / 2);
        var code = Housing.code(other, 1 + dice.below((int) surely));
        var last = person.since.minusDays(1);
        if (person.born.isBefore(last)) {
            person.earlier.add(new Membership(code, role, new DateRange(person.born, last)));
            person.events.add(new LifeEvent.MovedIn(person.since, knownOn, other.code()));
        }
    }

    /** Parents, widowed spouses and grown children who are no longer there. */
    void addFormerMembers(DraftHousehold household, Dice dice) {
        if (household.splitFrom == null && dice.perMyriad(620)) {
            bury(household, dice);
        }
        if (dice.perMyriad(260) && household.head().ageOn(today) >= 45) {
            sendAway(household, dice);
        }
    }

    private void bury(DraftHousehold household, Dice dice) {
        var head = household.head();
        boolean widowed = head.spouse == null && head.ageOn(today) >= 50;
        int age = widowed ? head.ageOn(today) + dice.between(-3, 6) : head.ageOn(today) + dice.between(20, 32);
        if (age > 99 || age < 45) {
            return;
        }
        var dead = new Draft(
                widowed ? "spouse" : "parent",
                widowed ? head.sex.other() : dice.percent(55) ? Sex.MALE : Sex.FEMALE,
                age);
        dead.born = today.minusYears(age).minusDays(dice.between(0, 364));
        dead.since = household.founded;
        int late = dice.percent(35) ? dice.between(20, 70) : dice.between(0, 15);
        var on = today.minusDays(dice.between(late + 1, 1_350));
        if (on.isAfter(household.founded)) {
            dead.lastDay = on;
            dead.events.add(new LifeEvent.Died(on, on.plusDays(late)));
            household.former.add(dead);
        }
    }

    private void sendAway(DraftHousehold household, Dice dice) {
        var head = household.head();
        int age = Math.min(dice.between(18, 32), head.ageOn(today) - 20);
        var gone = new Draft("child", dice.percent(50) ? Sex.MALE : Sex.FEMALE, age);
        gone.born = today.minusYears(age).minusDays(dice.between(0, 364));
        gone.since = later(gone.born, household.founded);
        var on = today.minusDays(dice.between(60, 1_300));
        if (on.isAfter(gone.since.plusDays(30)) && on.isAfter(gone.born.plusYears(16))) {
            int known = dice.between(1, 50);
            gone.lastDay = on.minusDays(1);
            gone.events.add(new LifeEvent.MovedAway(on, on.plusDays(known), dice.oneOf(AWAY)));
            household.former.add(gone);
        }
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
