package org.ansinh.rules.determination;

import java.util.stream.Stream;
import org.ansinh.rules.language.Form;

/**
 * "And" when {@code decisive} is 0, "or" when it is 1: one such link decides whatever the others may be. The day is looked at
 * only where what is said of somebody does not decide: who is no pupil hears nothing of school months.
 */
final class ChainStep implements Step {

    private final Step[] links;
    private final long decisive;

    /** {@code links} in the order in which they are asked. */
    ChainStep(Stream<? extends Step> links, long decisive) {
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

    /** The first link that decides is told, and where none does, all that say what the whole says. */
    @Override
    public long tell(Scene scene, Telling telling) {
        int begin = telling.mark();
        long whole = 1 - decisive;
        for (var link : links) {
            int mark = telling.mark();
            long value = link.tell(scene, telling);
            if (value == decisive) {
                telling.takeBack(begin, mark);
                return decisive;
            }
            if (value != whole) {
                boolean opens = whole == 1 - decisive;
                telling.takeBack(opens ? begin : mark, opens ? mark : telling.mark());
                whole = opens ? value : whole;
            }
        }
        return whole;
    }
}
