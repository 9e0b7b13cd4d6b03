package org.ansinh.app.payments.work;

import java.util.List;
import org.ansinh.app.payments.KeptDesk;
import org.ansinh.app.payments.store.HeldPartRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** As whoever acts: of their area, and for whoever sees people. */
@Service
class KeptMoney implements KeptDesk {

    private final HeldPartRows rows;

    KeptMoney(HeldPartRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Kept> ofList(long payrollId) {
        return rows.ofList(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Kept> ofDispatch(long dispatchId) {
        return rows.ofDispatch(dispatchId);
    }
}
