package org.ansinh.app.determination;

import java.util.List;
import org.ansinh.rules.determination.Unverified;

/** What in the law nobody has confirmed, and who has taken responsibility for it since. */
public interface ReleaseDesk {

    /** Everything unverified in the pack in force, released or not, in the pack's order. */
    List<Unverified> unverified();

    /** The same of one programme alone: what stands between it and a decision. */
    List<Unverified> unverified(String programme);

    List<Release> released();

    /** Released by whoever acts, under the name they give; the database asks for a jurist. */
    ReleaseResult release(String what, String because, String jurist);

    /** How it went. */
    sealed interface ReleaseResult {
        record Released(String what) implements ReleaseResult {}

        record AlreadyReleased(String what) implements ReleaseResult {}

        record NotUnverified(String what) implements ReleaseResult {}

        record ReasonTooShort(int atLeast) implements ReleaseResult {}

        /** Nobody answers for it by name. */
        record NobodyNamed() implements ReleaseResult {}
    }
}
