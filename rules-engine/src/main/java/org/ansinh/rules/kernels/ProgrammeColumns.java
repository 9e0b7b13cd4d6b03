package org.ansinh.rules.kernels;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.pack.Combination;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * What one programme answers by its own conditions for everybody in a block on a day: where it is met, where undetermined,
 * how much, and by which provisions. Valid until the next block is worked on.
 */
public final class ProgrammeColumns {

    private final ProgrammePlan plan;
    private final Set adds;
    private final AmountTable pairs = new AmountTable();
    private final long[] wayAmounts;
    private int[] pair = new int[0];
    private long[][] codes = new long[0][];
    private long[] due = new long[0];
    private long[] one = new long[0];
    private long[] met = new long[0];
    private long[] special = new long[0];
    private final Map<Integer, LevelOrder> orders = new HashMap<>();
    private @Nullable LevelOrder order;
    private @Nullable Workplace at;

    /** Ways of which some may stand beside others. */
    private record Set(List<Integer> add, List<Integer> to) {}

    ProgrammeColumns(ProgrammePlan plan) {
        this.plan = plan;
        this.wayAmounts = new long[plan.ways().size()];
        this.adds = new Set(places(it -> it.add()), places(it -> it.to()));
    }

    private interface Names {
        List<String> of(Combination.Adds adds);
    }

    private List<Integer> places(Names names) {
        var programme = plan.law().programme();
        var ids = programme.provisions().stream().map(it -> it.id()).toList();
        return programme.combination().adds().stream()
                .flatMap(it -> names.of(it).stream())
                .map(ids::indexOf)
                .distinct()
                .toList();
    }

    public Programme programme() {
        return plan.law().programme();
    }

    public SubjectKind table() {
        return plan.table();
    }

    ProgrammePlan plan() {
        return plan;
    }

    /** Takes what the stages left in the slots. */
    void take(Workplace from) {
        at = from;
        int words = from.words(plan.table());
        if (order == null || order.day() != from.day().day()) {
            order = orders.computeIfAbsent(from.day().day(), day -> LevelOrder.on(plan, from.day()));
            pairs.clear();
        }
        room(words, Integer.SIZE - Integer.numberOfLeadingZeros(order.ranked().size()));
        special(from, words);
        plain(from, order, words);
        specialRows(from, words);
    }

    private void room(int words, int bits) {
        if (met.length < words) {
            met = new long[words];
            special = new long[words];
            due = new long[words];
            one = new long[words];
            codes = new long[0][];
        }
        if (codes.length < bits) {
            codes = new long[bits][met.length];
        }
    }

    /** Rows that need more than "the first in order": something open beside something met, sums, amounts of their own. */
    private void special(Workplace from, int words) {
        var any = from.slots()[plan.any()];
        var open = from.slots()[plan.anyOpen()];
        boolean sums = programme().combination().rule() == Combination.Rule.SUM;
        for (int w = 0; w < words; w++) {
            special[w] = sums ? any[w] : any[w] & open[w];
        }
        for (var way : plan.ways()) {
            if (way.pay().byRow().isPresent()) {
                or(special, from.slots()[way.met()], words);
            }
        }
        if (!adds.add().isEmpty()) {
            for (int w = 0; w < words; w++) {
                special[w] |= anyOf(adds.add(), from, w) & anyOf(adds.to(), from, w);
            }
        }
    }

    private long anyOf(List<Integer> ways, Workplace from, int word) {
        long any = 0;
        for (int i = 0; i < ways.size(); i++) {
            any |= from.slots()[plan.ways().get(ways.get(i)).met()][word];
        }
        return any;
    }

    /**
     * Goes through the amounts from the one that wins, each taking the rows that are left. A row's code is the place of its
     * amount in that order, counted from 1, cut into planes.
     */
    private void plain(Workplace from, LevelOrder levels, int words) {
        var any = from.slots()[plan.any()];
        for (int w = 0; w < words; w++) {
            met[w] = any[w] & ~special[w];
        }
        System.arraycopy(special, 0, due, 0, words);
        for (var code : codes) {
            Arrays.fill(code, 0, words, 0);
        }
        var rest = from.rest(met, words);
        for (int k = 0; k < levels.ranked().size(); k++) {
            var level = levels.ranked().get(k);
            var where = level.where() == ProgrammePlan.Level.EVERYWHERE ? from.one() : from.slots()[level.where()];
            take(from.slots()[level.met()], where, rest, one, words);
            for (int bits = k + 1; bits != 0; bits &= bits - 1) {
                or(codes[Integer.numberOfTrailingZeros(bits)], one, words);
            }
            if (level.amount() != 0) {
                or(due, one, words);
            }
        }
    }

    private static void take(long[] met, long[] where, long[] rest, long[] taken, int words) {
        for (int w = 0; w < words; w++) {
            long left = rest[w];
            long chosen = met[w] & where[w] & left;
            taken[w] = chosen;
            rest[w] = left & ~chosen;
        }
    }

    private static void or(long[] into, long[] other, int words) {
        for (int w = 0; w < words; w++) {
            into[w] |= other[w];
        }
    }

    private void specialRows(Workplace from, int words) {
        for (int w = 0; w < words; w++) {
            for (long rest = special[w]; rest != 0; rest &= rest - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(rest);
                specialRow(from, row);
            }
        }
    }

    private void specialRow(Workplace from, int row) {
        if (pair.length <= row) {
            pair = Arrays.copyOf(pair, met.length << 6);
        }
        long ways = provisions(row);
        long open = open(row);
        amounts(from, row, ways | open);
        long floor = plan.mix().floor(ways, open, wayAmounts);
        if (open == 0 || floor == plan.mix().ceiling(ways, open, wayAmounts)) {
            Planes.set(met, row);
        }
        pair[row] = pairs.number(floor, plan.mix().paid(ways, wayAmounts));
    }

    /** The amounts of some provisions for a row, each in its place of the array that is returned. */
    private void amounts(Workplace from, int row, long ways) {
        for (long rest = ways; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            var way = plan.ways().get(i);
            wayAmounts[i] = way.pay().byRow().isPresent() ? from.amounts(plan, i)[row] : common(from, way, row);
        }
    }

    private static long common(Workplace from, ProgrammePlan.Way way, int row) {
        for (var level : way.pay().levels()) {
            if (level.slot() == ProgrammePlan.Level.EVERYWHERE || Planes.get(from.slots()[level.slot()], row)) {
                return level.amount(from.day());
            }
        }
        return way.most();
    }

    private Workplace at() {
        return java.util.Objects.requireNonNull(at, "No block was taken up yet.");
    }

    /** Rows for which the programme is met and the amount sure. */
    public boolean isMet(int row) {
        return Planes.get(met, row);
    }

    long[] met() {
        return met;
    }

    /** What the programme answers by itself. */
    public Answer answer(int row) {
        if (Planes.get(met, row)) {
            return Answer.MET;
        }
        return Planes.get(at().slots()[plan.any()], row) || Planes.get(at().slots()[plan.anyOpen()], row)
                ? Answer.UNDETERMINED
                : Answer.NOT_MET;
    }

    /** Provisions met, as bits. */
    public long provisions(int row) {
        return bits(row, false);
    }

    /** Provisions of which it is not known whether they are met, as bits. */
    public long open(int row) {
        return bits(row, true);
    }

    private long bits(int row, boolean open) {
        long bits = 0;
        for (int i = 0; i < plan.ways().size(); i++) {
            int slot = open ? plan.ways().get(i).open() : plan.ways().get(i).met();
            bits |= slot < 0 ? 0 : (at().slots()[slot][row >> 6] >>> row & 1) << i;
        }
        return bits;
    }

    /** What is due whatever the missing facts turn out to be: 0 when no provision is met. */
    public long amount(int row) {
        if (Planes.get(special, row)) {
            return pairs.amount(pair[row]);
        }
        int code = code(row);
        return code == 0 ? 0 : levels().get(code - 1).amount();
    }

    /** The provisions whose amounts make {@link #amount}, as bits. */
    public long paid(int row) {
        if (Planes.get(special, row)) {
            return pairs.paid(pair[row]);
        }
        int code = code(row);
        return code == 0 ? 0 : 1L << levels().get(code - 1).way();
    }

    /** Rows to which more than 0 may be due, as bits of a word. */
    long due(int word) {
        return due[word];
    }

    /** Writes every row's amount into a plain column, from a place on; amounts must fit. */
    public void amounts(int[] into, int from) {
        Arrays.fill(into, from, from + at().rows(plan.table()), 0);
        int[] amounts = new int[levels().size() + 1];
        for (int k = 0; k < levels().size(); k++) {
            amounts[k + 1] = Math.toIntExact(levels().get(k).amount());
        }
        for (int w = 0; w < words(); w++) {
            int first = w << 6;
            for (long rest = due[w]; rest != 0; rest &= rest - 1) {
                int bit = Long.numberOfTrailingZeros(rest);
                into[from + first + bit] = (special[w] >>> bit & 1) == 0
                        ? amounts[code(w, bit)]
                        : Math.toIntExact(pairs.amount(pair[first + bit]));
            }
        }
    }

    /** Writes 1 for every row that meets a provision and 0 for every other into a plain column, from a place on. */
    public void met(byte[] into, int from) {
        Bytes.spread(at().slots()[plan.any()], at().rows(plan.table()), into, from);
    }

    private int words() {
        return at().words(plan.table());
    }

    private int code(int row) {
        return code(row >> 6, row & 63);
    }

    private int code(int word, int bit) {
        int code = 0;
        for (int k = 0; k < codes.length; k++) {
            code |= (int) (codes[k][word] >>> bit & 1) << k;
        }
        return code;
    }

    private List<LevelOrder.Ranked> levels() {
        return java.util.Objects.requireNonNull(order).ranked();
    }
}
