package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.kernels.KernelWriter.Output;
import org.ansinh.rules.kernels.ProgrammePlan.Level;
import org.ansinh.rules.kernels.ProgrammePlan.Pay;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.SubjectKind;

/** Plans one programme after the other, those that others ask about first. */
final class LawPlanner implements Outcomes {

    private final LawForms law;
    private final Planner planner;
    private final Logic logic;
    private final Formulas formulas;
    private final AmountCases cases;
    private final TreeMap<Integer, ProgrammePlan> done = new TreeMap<>();

    private LawPlanner(LawForms law) {
        this.law = law;
        this.planner = new Planner(law);
        this.logic = planner.logic();
        this.formulas = new Formulas(planner, this);
        this.cases = new AmountCases(planner, formulas);
    }

    static LawPlan plan(LawForms law) {
        var it = new LawPlanner(law);
        for (var programme : law.programmes()) {
            var _ = it.programme(programme);
        }
        return it.planner.plan(List.copyOf(it.done.values()), it.formulas.rows().variables());
    }

    @Override
    public Rails rails(Form.Outcome outcome, Seat seat) {
        var place = planner.place();
        var other = programme(law.programmes().stream()
                .filter(it -> it.programme().id().equals(outcome.programme()))
                .findFirst()
                .orElseThrow());
        planner.at(place);
        var rails = new Rails(logic.leaf(other.any()), logic.or(logic.leaf(other.any()), logic.leaf(other.anyOpen())));
        if (outcome.decided()) {
            int column = planner.column(
                    new ColumnKey.Decided(other.table(), other.law().index()));
            rails = rails.and(Rails.known(planner.plane(other.table(), column, 0)), logic);
        }
        if (other.table() == seat.table()) {
            return rails;
        }
        var lists = formulas.lists();
        int yes = lists.lift(planner.slotFor(other.table(), rails.yes()), Logic.ZERO);
        int maybe = lists.lift(planner.slotFor(other.table(), rails.maybe()), Logic.ZERO);
        return new Rails(logic.leaf(yes), logic.leaf(maybe));
    }

    private ProgrammePlan programme(LawForms.OfProgramme programme) {
        var known = done.get(programme.index());
        if (known != null) {
            return known;
        }
        var table = programme.programme().subject();
        var ways = new ArrayList<ProgrammePlan.Way>();
        for (int i = 0; i < programme.ways().size(); i++) {
            planner.at(List.of(
                    programme.programme().id(),
                    programme.programme().provisions().get(i).id()));
            ways.add(way(programme, programme.ways().get(i), new Seat(table, 0)));
        }
        var plan =
                new ProgrammePlan(programme, table, List.copyOf(ways), planner.newSlot(table), planner.newSlot(table));
        planner.stage(new Judge(plan));
        done.put(programme.index(), plan);
        return plan;
    }

    private ProgrammePlan.Way way(LawForms.OfProgramme programme, LawForms.Way way, Seat seat) {
        var holds = Rails.known(seat.table() == SubjectKind.PERSON ? formulas.alive() : planner.rows(seat.table()));
        for (int condition : way.conditions()) {
            holds = holds.and(formulas.condition(programme.conditions().get(condition), seat), logic);
        }
        int met = planner.newSlot(seat.table());
        var outputs = new ArrayList<Output>();
        var amounts = way.amount().flatMap(it -> cases.of(it, seat));
        var pay = way.amount().isEmpty()
                ? new Pay(List.of(new Level(Level.EVERYWHERE, Level.NOTHING)), Optional.empty())
                : amounts.map(it -> levels(it, seat))
                        .orElseGet(() -> new Pay(
                                List.of(),
                                way.amount().map(it -> formulas.rows().of(it, seat))));
        int known = logic.any(amounts.stream()
                .flatMap(List::stream)
                .mapToInt(AmountCases.Case::where)
                .toArray());
        int surely = amounts.isEmpty() ? holds.yes() : logic.and(holds.yes(), known);
        outputs.add(new Output(met, surely));
        int open = logic.and(holds.maybe(), logic.not(surely));
        boolean neverOpen = open == Logic.ZERO && pay.byRow().isEmpty();
        int openSlot = neverOpen ? -1 : planner.newSlot(seat.table());
        if (!neverOpen) {
            outputs.add(new Output(openSlot, open));
        }
        return new ProgrammePlan.Way(
                way.from(), way.to(), planner.method(seat.table(), outputs), met, openSlot, pay, way.most());
    }

    private Pay levels(List<AmountCases.Case> amounts, Seat seat) {
        var levels = new ArrayList<Level>();
        for (var one : amounts) {
            int slot = one.where() == Logic.ONE ? Level.EVERYWHERE : planner.slotFor(seat.table(), one.where());
            levels.add(new Level(slot, planner.common(one.amount())));
        }
        return new Pay(List.copyOf(levels), Optional.empty());
    }
}
