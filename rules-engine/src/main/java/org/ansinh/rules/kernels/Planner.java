package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.columns.Needs;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.SubjectKind;

/** What a plan is put together from while a law is read: slots, columns, common values, bounds and stages, each once. */
final class Planner {

    /** How many formulas one method computes at most: far below what the JIT still compiles. */
    private static final int LONGEST = 400;

    private final LawForms law;
    private Purpose purpose;
    private final Logic logic = new Logic();
    private final Origins origins = new Origins(logic);
    private final KernelWriter writer = new KernelWriter(logic);
    private final List<SubjectKind> slotTables = new ArrayList<>();
    private final Map<Object, Integer> slotOf = new HashMap<>();
    private final List<LawPlan.FactSlot> factSlots = new ArrayList<>();
    private final List<ColumnKey> columns = new ArrayList<>();
    private final Set<Link> links = new LinkedHashSet<>();
    private final Map<Form, Integer> commonOf = new HashMap<>();
    private final List<CommonValues.OverDays> common = new ArrayList<>();
    private final Set<Integer> cuts = new LinkedHashSet<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<LawPlan.Slower> slower = new ArrayList<>();
    private final List<LawPlan.Made> made = new ArrayList<>();
    private List<String> place = List.of("", "");

    Planner(LawForms law, Purpose purpose) {
        this.law = law;
        this.purpose = purpose;
    }

    /** Whether what planes cannot say is left open instead of being worked out row by row. */
    boolean isSieve() {
        return purpose == Purpose.SIEVE;
    }

    /** Plans something for another purpose than what is planned around it. */
    <T> T planning(Purpose part, Supplier<T> planning) {
        var before = purpose;
        purpose = part;
        try {
            return planning.get();
        } finally {
            purpose = before;
        }
    }

    Origins origins() {
        return origins;
    }

    LawForms law() {
        return law;
    }

    Logic logic() {
        return logic;
    }

    int newSlot(SubjectKind table) {
        slotTables.add(table);
        return slotTables.size() - 1;
    }

    void stage(Stage stage) {
        stages.add(stage);
    }

    /** Says where in the law one is, for what {@link #slower} tells. */
    void at(List<String> programmeAndProvision) {
        place = programmeAndProvision;
    }

    List<String> place() {
        return place;
    }

    void slower(boolean explained, String why) {
        var one = new LawPlan.Slower(place.getFirst(), place.getLast(), explained, why);
        if (!slower.contains(one)) {
            slower.add(one);
        }
    }

    int column(ColumnKey key) {
        int at = columns.indexOf(key);
        if (at < 0) {
            columns.add(key);
            return columns.size() - 1;
        }
        return at;
    }

    void link(Link link) {
        links.add(link);
    }

    /** The formula of one plane of a column, or (with {@code ROWS}) of the rows there are. */
    int plane(SubjectKind table, int column, int bit) {
        record Key(SubjectKind table, int column, int bit) {}
        return logic.leaf(slotOf.computeIfAbsent(new Key(table, column, bit), it -> {
            int slot = newSlot(table);
            factSlots.add(new LawPlan.FactSlot(slot, column, bit));
            return slot;
        }));
    }

    int stated(SubjectKind table, int column) {
        return plane(table, column, LawPlan.FactSlot.STATED);
    }

    int rows(SubjectKind table) {
        return plane(table, -1, LawPlan.FactSlot.ROWS);
    }

    /** A plane that says of nobody anything: left open on purpose. */
    int unsure(SubjectKind table) {
        int leaf = plane(table, -1, LawPlan.FactSlot.UNSURE);
        origins.unsure(logic.get(leaf).left());
        return leaf;
    }

    /** The place of a common value; when it changes, everybody is looked at anew. */
    int common(Form form) {
        int place = commonOfBound(form);
        cuts.add(place);
        return place;
    }

    /** The place of a common value that only makes a bound: when it changes, only those it passes are looked at anew. */
    int commonOfBound(Form form) {
        return commonOf.computeIfAbsent(form, it -> {
            common.add(law.common().of(it));
            return common.size() - 1;
        });
    }

    /** The slot in which a formula's plane lies, computed by a loop of its own if there is none yet. */
    int slotFor(SubjectKind table, int formula) {
        if (logic.get(formula).op() == Logic.Op.LEAF) {
            return logic.get(formula).left();
        }
        record Key(SubjectKind table, int formula) {}
        var key = new Key(table, formula);
        var known = slotOf.get(key);
        if (known != null) {
            return known;
        }
        int slot = newSlot(table);
        stage(new Compute(table, kernel(table, List.of(new KernelWriter.Output(slot, formula)))));
        origins.made(slot, formula);
        slotOf.put(key, slot);
        return slot;
    }

    /** A kernel for some formulas; of what is too long for one, parts are computed before in kernels of their own. */
    int kernel(SubjectKind table, List<KernelWriter.Output> outputs) {
        int each = LONGEST / outputs.size();
        var shortened = outputs.stream()
                .map(it -> new KernelWriter.Output(it.slot(), shortened(table, it.formula(), each)))
                .toList();
        int kernel = writer.kernel(shortened);
        var into = new BitSet();
        var of = new BitSet();
        var seen = new BitSet();
        for (var output : shortened) {
            into.set(output.slot());
            leaves(output.formula(), seen, of);
        }
        made.add(new LawPlan.Made(of, into));
        return kernel;
    }

    /** The slots whose planes a formula is made of. */
    private void leaves(int formula, BitSet seen, BitSet slots) {
        if (seen.get(formula)) {
            return;
        }
        seen.set(formula);
        var node = logic.get(formula);
        switch (node.op()) {
            case ZERO, ONE -> {
                // No plane at all.
            }
            case LEAF -> slots.set(node.left());
            case NOT -> leaves(node.left(), seen, slots);
            case AND, OR -> {
                leaves(node.left(), seen, slots);
                leaves(node.right(), seen, slots);
            }
        }
    }

    private int shortened(SubjectKind table, int formula, int longest) {
        var node = logic.get(formula);
        if (node.op().compareTo(Logic.Op.NOT) < 0 || logic.weight(formula, longest + 1) <= longest) {
            return formula;
        }
        int left = part(table, node.left(), longest);
        if (node.op() == Logic.Op.NOT) {
            return logic.not(left);
        }
        int right = part(table, node.right(), longest);
        return node.op() == Logic.Op.AND ? logic.and(left, right) : logic.or(left, right);
    }

    private int part(SubjectKind table, int formula, int longest) {
        return logic.weight(formula, longest) * 3 > longest
                ? logic.leaf(slotFor(table, formula))
                : shortened(table, formula, longest);
    }

    /** Where a common condition holds: everywhere or nowhere, as the day says. */
    int everywhere(SubjectKind table, Form form) {
        record Key(SubjectKind table, int common) {}
        int value = common(form);
        return logic.leaf(slotOf.computeIfAbsent(new Key(table, value), it -> {
            int slot = newSlot(table);
            stage(new Everywhere(table, value, slot));
            origins.made(slot);
            return slot;
        }));
    }

    /** Where a column's number is at least a bound. */
    int atLeast(SubjectKind table, int column, Bound bound) {
        record Key(SubjectKind table, int column, Bound bound) {}
        return logic.leaf(slotOf.computeIfAbsent(new Key(table, column, bound), it -> {
            int slot = newSlot(table);
            stage(new AtLeast(table, column, bound(bound), slot));
            return slot;
        }));
    }

    private int bound(Bound bound) {
        int at = bounds.indexOf(bound);
        if (at < 0) {
            bounds.add(bound);
            return bounds.size() - 1;
        }
        return at;
    }

    LawPlan plan(List<ProgrammePlan> programmes, int variables) {
        return new LawPlan(
                law,
                new Needs(List.copyOf(columns), List.copyOf(links)),
                List.copyOf(slotTables),
                List.copyOf(factSlots),
                List.copyOf(common),
                Set.copyOf(cuts),
                List.copyOf(bounds),
                List.copyOf(stages),
                programmes,
                writer.kernels(),
                List.copyOf(made),
                writer.longestMethod(),
                variables,
                List.copyOf(slower));
    }
}
