package org.ansinh.app.access.work;

import java.util.List;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.GrantsDesk;
import org.ansinh.app.access.StaffDesk;
import org.ansinh.app.access.store.StaffRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what whoever acts was given; the database shows nobody another's. */
@Service
class GrantsOffice implements GrantsDesk {

    private final StaffRows rows;

    GrantsOffice(StaffRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StaffDesk.Given> mine() {
        return rows.given(Acting.officer());
    }
}
