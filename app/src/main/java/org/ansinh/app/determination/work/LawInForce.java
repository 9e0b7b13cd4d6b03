package org.ansinh.app.determination.work;

import org.ansinh.app.determination.store.ReleaseRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.Law;
import org.springframework.stereotype.Component;

/** The pack of the day, with what jurists have released in it. */
@Component
class LawInForce {

    private final LawbookDesk lawbook;
    private final ReleaseRows releases;

    LawInForce(LawbookDesk lawbook, ReleaseRows releases) {
        this.lawbook = lawbook;
        this.releases = releases;
    }

    Law now() {
        return lawbook.current().withReleased(releases.released());
    }

    Law at(long recording) {
        return lawbook.inForceAt(recording).withReleased(releases.released());
    }
}
