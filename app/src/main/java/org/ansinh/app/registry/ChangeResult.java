package org.ansinh.app.registry;

import java.util.List;
import org.ansinh.app.access.BrokenRule;

/** What came of recording a change. */
public sealed interface ChangeResult {

    record Recorded(long number) implements ChangeResult {}

    /** The same form was sent before. */
    record RecordedBefore(long number) implements ChangeResult {}

    /** Everything in it was known; no recording was made. */
    record NothingNew() implements ChangeResult {}

    record Refused(List<Refusal> because) implements ChangeResult {}

    /** It touches somebody outside the officer's area. */
    record OutsideArea(BrokenRule rule) implements ChangeResult {}
}
