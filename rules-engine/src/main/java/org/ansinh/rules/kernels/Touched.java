package org.ansinh.rules.kernels;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.SubjectKind;

/**
 * Whose answers may change within a month because something they rest on does: a fact of their own, a number that a moving
 * bound passes, or either of somebody they hang together with.
 */
final class Touched {

    private final LawPlan plan;
    private final Workplace at;
    private final List<AtLeast> limits;
    private final Map<Integer, Integer> columnOfSlot = new HashMap<>();
    private final Map<Integer, long[]> changed = new HashMap<>();
    private final Map<Integer, long[]> passed = new HashMap<>();
    private boolean[] moved = new boolean[0];

    Touched(LawPlan plan, Workplace at) {
        this.plan = plan;
        this.at = at;
        this.limits = plan.stages().stream()
                .filter(AtLeast.class::isInstance)
                .map(AtLeast.class::cast)
                .toList();
        limits.forEach(it -> columnOfSlot.put(it.slot(), it.column()));
        plan.factSlots().stream()
                .filter(it -> it.column() >= 0)
                .forEach(it -> columnOfSlot.put(it.slot(), it.column()));
    }

    /** Takes up the block that lies open at the workplace. */
    void look(MonthDays days) {
        changed.clear();
        passed.clear();
        int words = Math.max(at.words(SubjectKind.PERSON), at.words(SubjectKind.HOUSEHOLD));
        for (int i = 0; i < plan.needs().columns().size(); i++) {
            var changes = at.column(i).changes();
            if (changes.size() > 0) {
                var plane = new long[words];
                for (int row : changes.rows()) {
                    Planes.set(plane, row);
                }
                changed.put(i, plane);
            }
        }
        var spare = new long[words];
        for (var limit : limits) {
            if (days.moves(limit.bound())) {
                var plane = new long[words];
                limit.passed(at, days.least(limit.bound()), days.most(limit.bound()), plane, spare);
                passed.put(limit.slot(), plane);
            }
        }
        moved = moved(at.block(), days);
    }

    /** Clusters in which a bond begins or ends within the month. */
    private boolean[] moved(Block block, MonthDays days) {
        var clusters = new boolean[clusters(block)];
        for (var link : plan.needs().links()) {
            var table = link.equals(Link.MEMBERS) ? SubjectKind.HOUSEHOLD : SubjectKind.PERSON;
            var links = block.links(link);
            for (int row = 0; row < block.rows(table); row++) {
                for (int i = links.begin(row); i < links.end(row); i++) {
                    boolean begins = links.from(i) > days.first() && links.from(i) <= days.last();
                    boolean ends = links.to(i) >= days.first() && links.to(i) < days.last();
                    clusters[block.cluster(table, row)] |= begins || ends;
                }
            }
        }
        return clusters;
    }

    private static int clusters(Block block) {
        int clusters = 0;
        for (var table : new SubjectKind[] {SubjectKind.PERSON, SubjectKind.HOUSEHOLD}) {
            int rows = block.rows(table);
            clusters = rows == 0 ? clusters : Math.max(clusters, block.cluster(table, rows - 1) + 1);
        }
        return clusters;
    }

    /** Puts ones where a programme's answer may change. */
    void of(ProgrammePlan programme, long[] into) {
        int words = at.words(programme.table());
        Arrays.fill(into, 0, words, 0);
        gather(programme.reads().own(), programme.table(), into);
        if (programme.reads().far().isEmpty()) {
            return;
        }
        var block = at.block();
        var clusters = moved.clone();
        for (var table : new SubjectKind[] {SubjectKind.PERSON, SubjectKind.HOUSEHOLD}) {
            var rows = new long[at.words(table)];
            gather(programme.reads().far(), table, rows);
            for (int w = 0; w < rows.length; w++) {
                for (long rest = rows[w]; rest != 0; rest &= rest - 1) {
                    clusters[block.cluster(table, (w << 6) + Long.numberOfTrailingZeros(rest))] = true;
                }
            }
        }
        for (int row = 0; row < block.rows(programme.table()); row++) {
            if (clusters[block.cluster(programme.table(), row)]) {
                Planes.set(into, row);
            }
        }
    }

    private void gather(Set<Integer> slots, SubjectKind table, long[] into) {
        int words = at.words(table);
        for (int slot : slots) {
            if (plan.slotTables().get(slot) == table) {
                or(passed.get(slot), words, into);
                or(changed.get(columnOfSlot.getOrDefault(slot, -1)), words, into);
            }
        }
    }

    private static void or(long @org.jspecify.annotations.Nullable [] plane, int words, long[] into) {
        if (plane != null) {
            for (int w = 0; w < words; w++) {
                into[w] |= plane[w];
            }
        }
    }
}
