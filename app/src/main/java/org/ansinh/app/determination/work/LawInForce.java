package org.ansinh.app.determination.work;

import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.Law;
import org.springframework.stereotype.Component;

/** The pack of the day, with what jurists have released in it. */
@Component
class LawInForce {

    private final LawbookDesk lawbook;

    LawInForce(LawbookDesk lawbook) {
        this.lawbook = lawbook;
    }

    Law now() {
        return lawbook.current();
    }

    Law at(long recording) {
        return lawbook.inForceAt(recording);
    }
}
