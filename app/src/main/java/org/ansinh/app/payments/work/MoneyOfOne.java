package org.ansinh.app.payments.work;

import java.util.List;
import org.ansinh.app.payments.MoneyDesk;
import org.ansinh.app.payments.store.MoneyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Did she get her money? The question that whoever stands at the counter asks. */
@Service
class MoneyOfOne implements MoneyDesk {

    private final MoneyRows rows;

    MoneyOfOne(MoneyRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> of(boolean household, int subjectId, int most) {
        return rows.of(household, subjectId, most);
    }
}
