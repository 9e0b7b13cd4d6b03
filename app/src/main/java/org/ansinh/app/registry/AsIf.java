package org.ansinh.app.registry;

/** What came of looking at a change before it is recorded. */
public sealed interface AsIf<R> {

    record Seen<R>(R answer) implements AsIf<R> {}

    /** Everything in it is known: recording it would change nothing. */
    record NothingNew<R>() implements AsIf<R> {}

    /** It would not be recorded. */
    record Unrecorded<R>(ChangeResult because) implements AsIf<R> {}
}
