package org.ansinh.app.registry;

import java.util.Locale;

/** What a change would alter in the matters of a room above; a form shows it before anything is saved. */
public interface EffectPart {

    /** Smaller comes first. */
    int order();

    /** The template whose fragment {@code effects(content)} shows it. */
    String template();

    /** Called while the change stands and will be undone: reads what it needs; the thinking is for {@link Effect#shown}. */
    Effect read(Touched touched);

    /** What was read; asked once, afterwards, outside the transaction. */
    interface Effect {
        Object shown(Locale locale);
    }
}
