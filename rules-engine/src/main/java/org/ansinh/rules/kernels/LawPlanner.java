package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.kernels.KernelWriter.Output;
import org.ansinh.rules.kernels.ProgrammePlan.Level;
import org.ansinh.rules.kernels.ProgrammePlan.Pay;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.SubjectKind;

/** Plans one programme after the other, those that others ask about first. */
final class LawPlanner implements Outcomes {

    /** An amount that columns do not know: the evaluator does, or nobody. */
    private static final Pay UNKNOWN = new Pay(List.of(), Optional.of((at, people) -> Form.UNKNOWN));

    private final LawForms law;
    private final Planner planner;
    private final Logic logic;
    private final Formulas formulas;
    private final TreeMap<Integer, ProgrammePlan> done = new TreeMap<>();

    private LawPlanner(LawForms law) {
        this.law = law;
        this.planner = new Planner(law);
        this.logic = planner.logic();
        this.formulas = new Formulas(planner, this);
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
        var other = programme(outcome.programme());
        var rails = new Rails(logic.leaf(other.any()), logic.or(logic.leaf(other.any()), logic.leaf(other.anyOpen())));
        return brought(outcome.decided() ? rails.and(decided(other.law(), false), logic) : rails, other.table(), seat);
    }

    @Override
    public Rails decided(Form.Decided decided, Seat seat) {
        var other = named(decided.programme());
        return brought(decided(other, decided.ever()), other.programme().subject(), seat);
    }

    private Rails decided(LawForms.OfProgramme programme, boolean ever) {
        var table = programme.programme().subject();
        int column = planner.column(new ColumnKey.Decided(table, programme.index(), ever));
        return Rails.known(planner.plane(table, column, 0));
    }

    /** What holds of a household is brought to those who live in it, when it is they who are asked about. */
    private Rails brought(Rails rails, SubjectKind table, Seat seat) {
        if (table == seat.table()) {
            return rails;
        }
        var lists = formulas.lists();
        int yes = lists.lift(planner.slotFor(table, rails.yes()), Logic.ZERO);
        int maybe = lists.lift(planner.slotFor(table, rails.maybe()), Logic.ZERO);
        return new Rails(logic.leaf(yes), logic.leaf(maybe));
    }

    @Override
    public int settled(String programme) {
        return programme(programme).law().index();
    }

    private LawForms.OfProgramme named(String programme) {
        return law.programmes().stream()
                .filter(it -> it.programme().id().equals(programme))
                .findFirst()
                .orElseThrow();
    }

    private ProgrammePlan programme(String id) {
        var place = planner.place();
        var plan = programme(named(id));
        planner.at(place);
        return plan;
    }

    private ProgrammePlan programme(LawForms.OfProgramme programme) {
        var known = done.get(programme.index());
        if (known != null) {
            return known;
        }
        var table = programme.programme().subject();
        boolean carried = forms(programme).allMatch(RowForms::canCarry);
        var ways = carried ? ways(programme) : explained(programme);
        var plan = new ProgrammePlan(programme, table, ways, planner.newSlot(table), planner.newSlot(table));
        planner.stage(carried ? new Judge(plan) : new Explain(plan));
        planner.stage(new Settle(programme.index()));
        done.put(programme.index(), plan);
        return plan;
    }

    private static Stream<Form> forms(LawForms.OfProgramme programme) {
        return Stream.concat(
                programme.conditions().stream(), programme.ways().stream().flatMap(it -> it.amount().stream()));
    }

    private List<ProgrammePlan.Way> ways(LawForms.OfProgramme programme) {
        var ways = new ArrayList<ProgrammePlan.Way>();
        for (int i = 0; i < programme.ways().size(); i++) {
            planner.at(List.of(
                    programme.programme().id(),
                    programme.programme().provisions().get(i).id()));
            ways.add(way(
                    programme,
                    programme.ways().get(i),
                    new Seat(programme.programme().subject(), 0)));
        }
        return List.copyOf(ways);
    }

    /** A programme of which at least one form is beyond columns; what it needs to be answered, it asks from the evaluator. */
    private List<ProgrammePlan.Way> explained(LawForms.OfProgramme programme) {
        planner.at(List.of(programme.programme().id(), ""));
        planner.slower("it looks at another day, so the explaining evaluator answers it");
        var table = programme.programme().subject();
        return programme.ways().stream()
                .map(it -> new ProgrammePlan.Way(
                        it.from(), it.to(), -1, planner.newSlot(table), planner.newSlot(table), UNKNOWN, it.most()))
                .toList();
    }

    private ProgrammePlan.Way way(LawForms.OfProgramme programme, LawForms.Way way, Seat seat) {
        var holds = Rails.known(seat.table() == SubjectKind.PERSON ? formulas.alive() : planner.rows(seat.table()));
        for (int condition : way.conditions()) {
            holds = holds.and(formulas.condition(programme.conditions().get(condition), seat), logic);
        }
        int met = planner.newSlot(seat.table());
        var outputs = new ArrayList<Output>();
        if (way.isHole()) {
            int open = planner.newSlot(seat.table());
            outputs.add(new Output(met, Logic.ZERO));
            outputs.add(new Output(open, holds.maybe()));
            return new ProgrammePlan.Way(
                    way.from(), way.to(), planner.kernel(seat.table(), outputs), met, open, UNKNOWN, way.most());
        }
        var amounts = way.amount().flatMap(it -> formulas.cases().of(it, seat));
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
                way.from(), way.to(), planner.kernel(seat.table(), outputs), met, openSlot, pay, way.most());
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
