package org.ansinh.rules.kernels;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.Column;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.determination.Looks;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** One thread's room for one block after another: planes in slots, columns as they stand on the day, and the day itself. */
final class Workplace {

    private static final int TABLES = 2;

    private final LawPlan plan;
    private final long[][] slots;
    private final long[][] own;
    private final Column[] columns;
    private final int[] rows = new int[TABLES];
    private long[] one = new long[0];
    private long[] zero = new long[0];
    private long[] rest = new long[0];
    private int[] counts = new int[0];
    private final int[] people;
    private final Map<Long, long[]> amounts = new HashMap<>();
    private final List<ProgrammeColumns> programmes;
    private @Nullable Looks looks;
    private @Nullable Block block;
    private @Nullable DayValues day;
    private DayValues @Nullable [][] dayOfRow;
    private final Sources sources;
    private final Rests[] rests;
    private final BitSet changed = new BitSet();
    private boolean isNew = true;
    private int ranOn;

    Workplace(LawPlan plan) {
        this.plan = plan;
        this.slots = new long[plan.slots()][];
        this.own = new long[plan.slots()][0];
        this.columns = new Column[plan.needs().columns().size()];
        this.people = new int[plan.variables()];
        this.programmes = plan.programmes().stream().map(ProgrammeColumns::new).toList();
        this.sources = Sources.of(plan);
        this.rests = plan.stages().stream().map(it -> it.rests(plan, sources)).toArray(Rests[]::new);
    }

    /** The book behind a population, for programmes that only the evaluator can answer. */
    void book(Optional<FactBook> book) {
        looks = book.map(plan.law().common()::looks).orElse(null);
    }

    Looks looks() {
        return java.util.Objects.requireNonNull(
                looks,
                "This law needs the book of facts behind the population: some of its programmes are no kernels.");
    }

    /** Takes a block up; everybody is looked at on the same day. */
    void open(Block next, DayValues on) {
        compare(next, on);
        block = next;
        day = on;
        dayOfRow = null;
        rows[0] = next.rows(SubjectKind.PERSON);
        rows[1] = next.rows(SubjectKind.HOUSEHOLD);
        room(Math.max(words(SubjectKind.PERSON), words(SubjectKind.HOUSEHOLD)));
        for (int i = 0; i < columns.length; i++) {
            columns[i] = next.column(i);
        }
        bind();
    }

    /** Takes up a block of pieces: each row has a day of its own. */
    void openPieces(Block next, DayValues[] ofPeople, DayValues[] ofHouseholds, DayValues any) {
        open(next, any);
        isNew = true;
        dayOfRow = new DayValues[][] {ofPeople, ofHouseholds};
    }

    /** Every plane of one size for all blocks, so that the loops over them need no other bound. */
    private void room(int words) {
        if (one.length < words) {
            one = new long[words];
            zero = new long[words];
            rest = new long[words];
            Arrays.fill(one, -1L);
            for (int i = 0; i < own.length; i++) {
                own[i] = new long[words];
            }
        }
        System.arraycopy(own, 0, slots, 0, slots.length);
    }

    private void bind() {
        for (var fact : plan.factSlots()) {
            if (fact.bit() == LawPlan.FactSlot.ROWS) {
                Planes.fill(slots[fact.slot()], rows(plan.slotTables().get(fact.slot())));
            } else if (fact.bit() == LawPlan.FactSlot.UNSURE) {
                slots[fact.slot()] = one;
            } else {
                var column = columns[fact.column()];
                slots[fact.slot()] = fact.bit() == LawPlan.FactSlot.STATED
                        ? column.stated()
                        : fact.bit() < column.width() ? column.bits(fact.bit()) : zero;
            }
        }
    }

    /** What differs from the last time, when it was the same people; otherwise everything does. */
    private void compare(Block next, DayValues on) {
        isNew |= block == null || !block.isOfSamePeopleAs(next) || isPieced() || on.day() < ranOn;
        if (isNew) {
            return;
        }
        var before = day();
        for (int i = 0; i < sources.commons(); i++) {
            changed.set(sources.common(i), changed.get(sources.common(i)) || before.common(i) != on.common(i));
        }
        for (int i = 0; i < sources.bounds(); i++) {
            changed.set(sources.bound(i), changed.get(sources.bound(i)) || before.bound(i) != on.bound(i));
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != next.column(i)) {
                changed.set(sources.column(i));
            }
        }
        for (var fact : plan.factSlots()) {
            if (fact.column() >= 0 && changed.get(sources.column(fact.column()))) {
                changed.set(fact.slot());
            }
        }
        if (next.bondsChange(before.day(), on.day())) {
            changed.set(sources.bonds());
        }
    }

    /** Runs the stages, of the same people as before only those that rest on something that changed. */
    void run() {
        for (int i = 0; i < rests.length; i++) {
            if (isNew || rests[i].isStale(changed, ranOn, day().day())) {
                plan.stages().get(i).run(this);
                changed.or(rests[i].writes());
            }
        }
        changed.clear();
        isNew = isPieced();
        ranOn = day().day();
    }

    void compute(int kernel, SubjectKind table) {
        plan.kernels().get(kernel).run(slots, words(table));
    }

    /** A copy of a plane that may be eaten up. */
    long[] rest(long[] plane, int words) {
        System.arraycopy(plane, 0, rest, 0, words);
        return rest;
    }

    /** Numbers for as many rows, all 0; whoever uses them leaves them so. */
    int[] counts(int wanted) {
        if (counts.length < wanted) {
            counts = new int[wanted];
        }
        return counts;
    }

    /** Room for the rows an expression speaks of. */
    int[] people() {
        return people;
    }

    /** Amounts of one provision that differ from row to row; only those of rows it is met or open for mean anything. */
    long[] amounts(ProgrammePlan programme, int way) {
        var known = amounts.get((long) programme.law().index() << 32 | way);
        if (known == null || known.length < rows(programme.table())) {
            known = new long[rows(programme.table())];
            amounts.put((long) programme.law().index() << 32 | way, known);
        }
        return known;
    }

    ProgrammeColumns programme(int index) {
        return programmes.get(index);
    }

    List<ProgrammeColumns> programmes() {
        return programmes;
    }

    Block block() {
        return java.util.Objects.requireNonNull(block);
    }

    DayValues day() {
        return java.util.Objects.requireNonNull(day);
    }

    boolean isPieced() {
        return dayOfRow != null;
    }

    DayValues dayOf(SubjectKind table, int row) {
        return dayOfRow == null ? day() : dayOfRow[table.ordinal()][row];
    }

    long[][] slots() {
        return slots;
    }

    Column column(int index) {
        return columns[index];
    }

    int rows(SubjectKind table) {
        return rows[table.ordinal()];
    }

    int words(SubjectKind table) {
        return Planes.words(rows[table.ordinal()]);
    }

    long[] one() {
        return one;
    }

    long[] zero() {
        return zero;
    }
}
