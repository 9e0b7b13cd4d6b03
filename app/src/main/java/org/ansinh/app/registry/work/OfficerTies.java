package org.ansinh.app.registry.work;

import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.OfficerPersons;
import org.ansinh.app.registry.store.OfficerTieRows;
import org.springframework.stereotype.Service;

@Service
class OfficerTies implements OfficerPersons {

    private final OfficerTieRows rows;

    OfficerTies(OfficerTieRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<BrokenRule> tie(OfficerId officer, String personalNumber) {
        return BrokenRule.by(() -> rows.tie(officer, personalNumber));
    }

    @Override
    public Optional<BrokenRule> untie(OfficerId officer) {
        return BrokenRule.by(() -> rows.untie(officer));
    }
}
