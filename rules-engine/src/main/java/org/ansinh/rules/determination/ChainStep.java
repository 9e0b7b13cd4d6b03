package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.language.Form;

/** "And" when {@code decisive} is 0, "or" when it is 1: one such link decides whatever the others may be. */
final class ChainStep implements Step {

    private final Step[] links;
    private final long decisive;

    ChainStep(List<Step> links, long decisive) {
        this.links = links.toArray(Step[]::new);
        this.decisive = decisive;
    }

    @Override
    public long on(Scene scene) {
        boolean isOpen = false;
        for (var link : links) {
            long value = link.on(scene);
            if (value == decisive) {
                return decisive;
            }
            isOpen |= value == Form.UNKNOWN;
        }
        return isOpen ? Form.UNKNOWN : 1 - decisive;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        for (var link : links) {
            if (link.on(scene) == Form.UNKNOWN) {
                link.missing(scene, facts);
            }
        }
    }

    /** Only links that say what the whole says have decided it. */
    @Override
    public long tell(Scene scene, Telling telling) {
        int begin = telling.mark();
        long whole = 1 - decisive;
        for (var link : links) {
            int mark = telling.mark();
            long value = link.tell(scene, telling);
            if (value == whole) {
                continue;
            }
            boolean changes = value == decisive || whole == 1 - decisive;
            telling.takeBack(changes ? begin : mark, changes ? mark : telling.mark());
            whole = changes ? value : whole;
        }
        return whole;
    }
}
