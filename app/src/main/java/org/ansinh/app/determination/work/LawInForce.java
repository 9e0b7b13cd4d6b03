package org.ansinh.app.determination.work;

import java.util.Set;
import org.ansinh.app.determination.store.ReleaseRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pack of the day, with what jurists have released in it. */
@Component
class LawInForce {

    private final LawbookDesk lawbook;
    private final ReleaseRows releases;

    /** Working out what rests on unreleased values takes longer than a whole person; it is the same until a pack comes or a jurist signs. */
    private volatile @Nullable Known known;

    private record Known(Law shipped, Set<String> what, Law law) {}

    LawInForce(LawbookDesk lawbook, ReleaseRows releases) {
        this.lawbook = lawbook;
        this.releases = releases;
    }

    Law now() {
        return released(lawbook.current());
    }

    Law at(long recording) {
        return released(lawbook.inForceAt(recording));
    }

    private Law released(Law law) {
        var what = releases.released();
        var last = known;
        if (last == null || last.shipped() != law || !last.what().equals(what)) {
            last = new Known(law, what, law.withReleased(what));
            known = last;
        }
        return last.law();
    }
}
