package org.ansinh.app.registry;

import java.util.List;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.registry.LoadResult.Repair;

/** What came of recording a change. */
public sealed interface ChangeResult {

    /** @param repairs what was put right without doubt on the way */
    record Recorded(long number, Touched touched, List<Repair> repairs) implements ChangeResult {
        public Recorded {
            repairs = List.copyOf(repairs);
        }
    }

    /** The same form was sent before. */
    record RecordedBefore(long number) implements ChangeResult {}

    /** Everything in it was known; no recording was made. */
    record NothingNew() implements ChangeResult {}

    record Refused(List<Refusal> because) implements ChangeResult {
        public Refused {
            because = List.copyOf(because);
        }
    }

    /** A rule that the database kept: another area, somebody else's word, a move that is under way. */
    record Broken(BrokenRule rule) implements ChangeResult {}

    /** A large load holds the register for minutes: nothing was recorded, the form can be sent again. */
    record Busy() implements ChangeResult {}
}
