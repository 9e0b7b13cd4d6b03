package org.ansinh.rules.columns;

import org.jspecify.annotations.Nullable;

/** A block while days pass: what changes is put in place as its day comes, everything else stays where it is. One thread's own. */
public final class PassingBlock {

    private final Block block;
    private final Column[] moving;
    private final @Nullable Column[] before;
    private final int[] done;

    public PassingBlock(Population population, Block block) {
        this.block = block;
        int count = population.needs().columns().size();
        this.moving = new Column[count];
        this.before = new @Nullable Column[count];
        this.done = new int[count];
        for (int i = 0; i < count; i++) {
            var column = block.column(i);
            moving[i] = column.changes().size() > 0 ? column.moving() : column;
        }
    }

    /**
     * The block as it stands on a day, with what changes after it through a last one. Days never go back, and what was
     * returned before is no longer good.
     */
    public Block from(int firstDay, int lastDay) {
        var columns = new Column[moving.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = moving[i].changes().size() == 0 ? moving[i] : passed(i, firstDay, lastDay);
            before[i] = columns[i];
        }
        return block.with(columns);
    }

    /** The very same column as before where nothing in it changed or is to change. */
    private Column passed(int i, int firstDay, int lastDay) {
        var changes = moving[i].changes();
        int first = done[i];
        for (; done[i] < changes.size() && changes.days()[done[i]] <= firstDay; done[i]++) {
            moving[i].put(changes.rows()[done[i]], changes.values()[done[i]]);
        }
        var next = changes.between(firstDay, lastDay);
        var last = before[i];
        if (last != null && first == done[i] && last.changes().size() == 0 && next.size() == 0) {
            return last;
        }
        return moving[i].with(next);
    }
}
