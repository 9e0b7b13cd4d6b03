package org.ansinh.app.casework.work;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.AdjustDesk;
import org.ansinh.app.casework.store.AdjustmentRows;
import org.ansinh.app.pages.Writing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mass adjustment: the causes are read off the accounts of what decisions owe. */
@Service
class AdjustOffice implements AdjustDesk {

    private final AdjustmentRows rows;
    private final LawInWords law;

    AdjustOffice(AdjustmentRows rows, LawInWords law) {
        this.rows = rows;
        this.law = law;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Difference> differences() {
        return rows.byCause(YearMonth.from(law.today()));
    }

    @Override
    @Transactional
    public long draft(Cause cause, Optional<String> communeCode) {
        var through = YearMonth.from(law.today());
        var authority = law.mustDecide(cause.programme());
        long drafted = 0;
        for (var it : rows.byCause(through)) {
            if (it.cause().equals(cause)
                    && communeCode.map(it.communeCode()::equals).orElse(true)) {
                drafted += rows.draft(through, cause, it.communeCode(), authority, because(cause));
            }
        }
        return drafted;
    }

    /** Decisions are written in Vietnamese. */
    private static String because(Cause cause) {
        var writing = new Writing(LawInWords.VIETNAMESE);
        return "Mức theo luật từ tháng %s là %s, mức đã ký là %s"
                .formatted(
                        writing.month(cause.from()), writing.money(cause.newLevel()), writing.money(cause.oldLevel()));
    }
}
