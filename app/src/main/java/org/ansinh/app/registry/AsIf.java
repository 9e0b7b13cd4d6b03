package org.ansinh.app.registry;

import java.util.List;
import org.ansinh.app.registry.LoadResult.Repair;

/** What came of looking at a change before it is recorded. */
public sealed interface AsIf<R> {

    /** @param repairs what was put right without doubt, and will be */
    record Seen<R>(R answer, List<Repair> repairs) implements AsIf<R> {
        public Seen {
            repairs = List.copyOf(repairs);
        }
    }

    /** Everything in it is known: recording it would change nothing. */
    record NothingNew<R>() implements AsIf<R> {}

    /** It would not be recorded. */
    record Unrecorded<R>(ChangeResult because) implements AsIf<R> {}
}
