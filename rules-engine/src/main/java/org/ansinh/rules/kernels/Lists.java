package org.ansinh.rules.kernels;

import java.util.Optional;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.language.Form.Quantifier;
import org.ansinh.rules.language.PersonList;
import org.ansinh.rules.pack.SubjectKind;

/**
 * Questions asked of everybody in a list. What is asked is first judged for every person alone; then the bonds are
 * followed back from those of whom it holds, who are few.
 */
final class Lists {

    private final Planner planner;
    private final Formulas formulas;
    private final Logic logic;

    Lists(Planner planner, Formulas formulas) {
        this.planner = planner;
        this.formulas = formulas;
        this.logic = planner.logic();
    }

    /** "Some" or "all" of a list. */
    Optional<Rails> decide(Form.Quantified form, Seat seat) {
        if (form.quantifier() == Quantifier.COUNT || form.quantifier() == Quantifier.SUM || !canBeSplit(form, seat)) {
            return Optional.empty();
        }
        var body = formulas.condition(form.body(), Seat.member(form.variable()));
        boolean all = form.quantifier() == Quantifier.ALL;
        var found = exists(form.list(), all ? body.not(logic) : body, seat);
        return Optional.of(all ? found.not(logic) : found);
    }

    private Rails exists(PersonList list, Rails body, Seat seat) {
        var people = alive(body);
        int yes = follow(list, people.yes(), seat);
        return new Rails(
                logic.leaf(yes), people.isKnown() ? logic.leaf(yes) : logic.leaf(follow(list, people.maybe(), seat)));
    }

    private Rails alive(Rails body) {
        int alive = formulas.alive();
        return new Rails(logic.and(alive, body.yes()), logic.and(alive, body.maybe()));
    }

    private int follow(PersonList list, int formula, Seat seat) {
        int people = planner.slotFor(SubjectKind.PERSON, formula);
        var link = link(list);
        if (list instanceof PersonList.Members && seat.table() == SubjectKind.PERSON) {
            int homes = follow(list, formula, new Seat(SubjectKind.HOUSEHOLD, 0));
            return lift(homes, Logic.ZERO);
        }
        planner.link(link);
        int slot = planner.newSlot(seat.table());
        planner.stage(new FollowBack(link, seat.table(), people, slot));
        planner.origins().madeOfOthers(slot, formula);
        return slot;
    }

    /** From households to those who live in them; {@code homeless} is what holds of people without one. */
    int lift(int homes, int homeless) {
        planner.link(Link.RESIDENCE);
        int slot = planner.newSlot(SubjectKind.PERSON);
        planner.stage(new Lift(homes, planner.slotFor(SubjectKind.PERSON, homeless), slot));
        planner.origins().madeOfOthers(slot, logic.leaf(homes), homeless);
        return slot;
    }

    /** How many there are in a list, beside a common number. */
    Optional<Rails> count(Form.Quantified form, Comparison comparison, Form than, Seat seat) {
        if (form.quantifier() != Quantifier.COUNT || !CommonValues.isCommon(than) || !canBeSplit(form, seat)) {
            return Optional.empty();
        }
        boolean throughHome = form.list() instanceof PersonList.Members && seat.table() == SubjectKind.PERSON;
        var body = alive(formulas.condition(form.body(), Seat.member(form.variable())));
        var table = throughHome ? SubjectKind.HOUSEHOLD : seat.table();
        planner.link(link(form.list()));
        int yes = planner.newSlot(table);
        int maybe = planner.newSlot(table);
        planner.stage(new CountBack(
                link(form.list()),
                table,
                planner.slotFor(SubjectKind.PERSON, body.yes()),
                planner.slotFor(SubjectKind.PERSON, body.maybe()),
                new CountBack.Beside(comparison, planner.common(than)),
                yes,
                maybe));
        planner.origins().madeOfOthers(yes, body.yes(), body.maybe());
        planner.origins().madeOfOthers(maybe, body.yes(), body.maybe());
        if (throughHome) {
            var none = new Form.Compare(comparison, new Form.Constant(0, than.type()), than);
            int homeless = planner.everywhere(SubjectKind.PERSON, none);
            return Optional.of(new Rails(logic.leaf(lift(yes, homeless)), logic.leaf(lift(maybe, homeless))));
        }
        return Optional.of(new Rails(logic.leaf(yes), logic.leaf(maybe)));
    }

    private static Link link(PersonList list) {
        return list instanceof PersonList.Related related ? related.link() : Link.MEMBERS;
    }

    /** Whether what is asked of a member can be judged without knowing who asks. */
    private static boolean canBeSplit(Form.Quantified form, Seat seat) {
        boolean listReaches = form.list() instanceof PersonList.Related related
                ? seat.table() == SubjectKind.PERSON && related.variable() == seat.self()
                : ((PersonList.Members) form.list()).variable() == seat.self();
        return listReaches && standsAlone(form.body(), Seat.member(form.variable()));
    }

    private static boolean standsAlone(Form form, Seat member) {
        return switch (form) {
            case Form.Fact fact -> Formulas.reaches(fact.of(), member);
            case Form.Outcome outcome -> Formulas.reaches(outcome.of(), member);
            case Form.Decided decided -> Formulas.reaches(decided.of(), member);
            case Form.Level level -> Formulas.reaches(level.of(), member);
            case Form.Quantified inner -> canBeSplit(inner, member);
            default ->
                org.ansinh.rules.determination.Forms.parts(form).stream().allMatch(it -> standsAlone(it, member));
        };
    }
}
