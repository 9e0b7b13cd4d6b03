package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.kernels.KernelWriter.Output;
import org.ansinh.rules.kernels.ProgrammePlan.Level;
import org.ansinh.rules.kernels.ProgrammePlan.Pay;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.SubjectKind;

/** Plans one programme after the other, those that others ask about first. */
final class LawPlanner implements Outcomes {

    private static final int NONE = -1;

    /** An amount that columns do not know: the evaluator does, or nobody. */
    private static final Pay NOT_HERE = new Pay(List.of(), Optional.of((at, people) -> Form.UNKNOWN));

    private final LawForms law;
    private final Purpose purpose;
    private final Planner planner;
    private final Logic logic;
    private final Formulas formulas;
    private final TreeMap<Integer, ProgrammePlan> done = new TreeMap<>();

    private LawPlanner(LawForms law, Purpose purpose) {
        this.law = law;
        this.purpose = purpose;
        this.planner = new Planner(law, purpose);
        this.logic = planner.logic();
        this.formulas = new Formulas(planner, this);
    }

    static LawPlan plan(LawForms law, Purpose purpose) {
        var it = new LawPlanner(law, purpose);
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
        var plan = planner.planning(purpose, () -> formulas.anywhere(() -> programme(named(id))));
        planner.at(place);
        return plan;
    }

    private ProgrammePlan programme(LawForms.OfProgramme programme) {
        var known = done.get(programme.index());
        if (known != null) {
            return known;
        }
        var beyond = planner.isSieve() ? Optional.<String>empty() : Beyond.columns(programme);
        var plan = beyond.isPresent()
                ? explained(programme, beyond.get())
                : judged(gathered(programme, sieved(programme)));
        planner.stage(new Settle(programme.index()));
        done.put(programme.index(), plan);
        return plan;
    }

    private List<ProgrammePlan.Way> sieved(LawForms.OfProgramme programme) {
        return programme.programme().owing().event().isPresent() ? askedAsOfEvents(programme) : ways(programme);
    }

    private ProgrammePlan judged(ProgrammePlan plan) {
        planner.stage(new Judge(plan));
        return plan;
    }

    /** The ways of a programme and the planes that gather them. */
    private ProgrammePlan gathered(LawForms.OfProgramme programme, List<ProgrammePlan.Way> ways) {
        var table = programme.programme().subject();
        int any = planner.newSlot(table);
        int anyOpen = planner.newSlot(table);
        var met = ways.stream().mapToInt(it -> logic.leaf(it.met())).toArray();
        var open = ways.stream()
                .filter(it -> it.open() >= 0)
                .mapToInt(it -> logic.leaf(it.open()))
                .toArray();
        var levels = ways.stream()
                .flatMap(it -> it.pay().levels().stream())
                .filter(it -> it.slot() >= 0)
                .mapToInt(it -> logic.leaf(it.slot()))
                .toArray();
        planner.origins().made(any, met);
        planner.origins().made(anyOpen, open);
        var reads = planner.origins()
                .of(Stream.of(met, open, levels).flatMapToInt(IntStream::of).toArray());
        return new ProgrammePlan(programme, table, ways, any, anyOpen, reads);
    }

    /** Whoever an event happened to is left to the evaluator, which asks the law as of its day. */
    private List<ProgrammePlan.Way> askedAsOfEvents(LawForms.OfProgramme programme) {
        var table = programme.programme().subject();
        int whom = switch (programme.programme().owing().event().orElseThrow().happens()) {
            case Owing.OnDayOf it -> told(table, it.fact());
            case Owing.OnEach it -> told(table, it.fact());
            case Owing.OnFigure ignored -> planner.rows(table);
            case Owing.OnYearDay ignored -> planner.rows(table);
        };
        int never = planner.newSlot(table);
        planner.origins().made(never);
        var whenever = new Whenever(planner, table);
        return programme.ways().stream()
                .map(it -> askedAsOfEvents(it, table, never, logic.and(whom, mayHold(programme, it, whenever))))
                .toList();
    }

    private int mayHold(LawForms.OfProgramme programme, LawForms.Way way, Whenever whenever) {
        int mayHold = Logic.ONE;
        for (int condition : way.conditions()) {
            mayHold = logic.and(
                    mayHold, whenever.of(programme.conditions().get(condition)).maybe());
        }
        return mayHold;
    }

    private ProgrammePlan.Way askedAsOfEvents(LawForms.Way way, SubjectKind table, int never, int mayHold) {
        int open = planner.newSlot(table);
        int formula = logic.and(mayHold, planner.unsure(table));
        planner.origins().made(open, formula);
        int kernel = planner.kernel(table, List.of(new Output(open, formula)));
        return new ProgrammePlan.Way(
                way.looking().from(), way.looking().to(), kernel, never, open, Pay.UNKNOWN, way.most(), true);
    }

    private int told(SubjectKind table, FactDefinition fact) {
        return planner.plane(table, planner.column(new ColumnKey.Told(table, fact)), 0);
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

    /** A programme that is beyond columns: the evaluator answers it for those whom columns do not shut out. */
    private ProgrammePlan explained(LawForms.OfProgramme programme, String why) {
        planner.at(List.of(programme.programme().id(), ""));
        planner.slower(true, why);
        var sieve = planner.planning(Purpose.SIEVE, () -> sieved(programme));
        var table = programme.programme().subject();
        var ways = programme.ways().stream()
                .map(it -> new ProgrammePlan.Way(
                        it.from(),
                        it.to(),
                        NONE,
                        planner.newSlot(table),
                        planner.newSlot(table),
                        NOT_HERE,
                        it.most(),
                        false))
                .toList();
        var plan = gathered(programme, ways);
        planner.stage(new Explain(plan, sieve));
        return plan;
    }

    private ProgrammePlan.Way way(LawForms.OfProgramme programme, LawForms.Way way, Seat seat) {
        var holds = Rails.known(seat.table() == SubjectKind.PERSON ? formulas.alive() : planner.rows(seat.table()));
        for (var condition : shortFirst(programme, way)) {
            holds = holds.and(formulas.condition(condition, seat, holds.maybe()), logic);
        }
        var amounts = way.amount()
                .filter(it -> !way.isHole())
                .flatMap(it -> formulas.cases().of(it, seat));
        var pay = pay(programme, way, amounts, seat);
        int known = logic.any(amounts.stream()
                .flatMap(List::stream)
                .mapToInt(AmountCases.Case::where)
                .toArray());
        int surely = pay.isUnknown() || way.isHole()
                ? Logic.ZERO
                : amounts.isEmpty() ? holds.yes() : logic.and(holds.yes(), known);
        int open = logic.and(holds.maybe(), logic.not(surely));
        return judged(way, seat, surely, pay.isUnknown() ? logic.and(open, planner.unsure(seat.table())) : open, pay);
    }

    private static List<Form> shortFirst(LawForms.OfProgramme programme, LawForms.Way way) {
        return way.conditions().stream()
                .map(programme.conditions()::get)
                .sorted(Comparator.comparing(RowForms::mayBeLong))
                .toList();
    }

    private ProgrammePlan.Way judged(LawForms.Way way, Seat seat, int surely, int open, Pay pay) {
        int met = planner.newSlot(seat.table());
        var outputs = new ArrayList<Output>();
        outputs.add(new Output(met, surely));
        planner.origins().made(met, surely);
        boolean neverOpen = open == Logic.ZERO && pay.byRow().isEmpty();
        int openSlot = neverOpen ? NONE : planner.newSlot(seat.table());
        if (!neverOpen) {
            outputs.add(new Output(openSlot, open));
            planner.origins().made(openSlot, open);
        }
        boolean unsure = planner.origins().of(open).unsure();
        int kernel = planner.kernel(seat.table(), outputs);
        return new ProgrammePlan.Way(way.from(), way.to(), kernel, met, openSlot, pay, way.most(), unsure);
    }

    private Pay pay(
            LawForms.OfProgramme programme, LawForms.Way way, Optional<List<AmountCases.Case>> amounts, Seat seat) {
        if (way.isHole()) {
            return planner.isSieve() ? Pay.UNKNOWN : NOT_HERE;
        }
        if (way.amount().isEmpty()) {
            return new Pay(List.of(new Level(Level.EVERYWHERE, Level.NOTHING)), Optional.empty());
        }
        if (planner.isSieve() && (amounts.isEmpty() || Beyond.isAtPricesOfAnotherDay(programme))) {
            return Pay.UNKNOWN;
        }
        return amounts.map(it -> levels(it, seat))
                .orElseGet(() -> new Pay(
                        List.of(), Optional.of(formulas.rows().of(way.amount().get(), seat))));
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
