package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.RecoveryDesk;
import org.ansinh.app.payments.RecoveryDesk.About;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.House;

/** Somebody on an approved list turns out to have died in September: October is to come back. */
final class SmallRecovery {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final House house;
    private final OfficerId officer;
    private final OfficerId payer;
    private final OfficerId chair;

    SmallRecovery(House house, OfficerId officer, OfficerId payer, OfficerId chair) {
        this.house = house;
        this.officer = officer;
        this.payer = payer;
        this.chair = chair;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(long approved) {
        var list = as(payer, () -> house.get(PaymentDesk.class).list(approved)).orElseThrow();
        int dead = dies(approved);
        as(payer, () -> house.get(PaymentDesk.class).prepare(OCTOBER, list.programme(), list.communeCode()));
        var about = new About(list.programme(), false, dead, list.communeCode());
        var desk = house.get(RecoveryDesk.class);
        var drafted = as(payer, () -> desk.draft(about, OCTOBER, Optional.of(100_000L), "mất ngày 3/9/2026"));
        assertThat(drafted).isInstanceOf(RecoveryDesk.Drafted.Done.class);
        long id = ((RecoveryDesk.Drafted.Done) drafted).recoveryId();
        assertThat(as(chair, () -> desk.sign(id))).isEmpty();
        var asking = "/recoveries/new?month=2026-10&programme=%s&commune=%s&subject=p%d"
                .formatted(list.programme(), list.communeCode(), dead);
        return Map.of(
                "/recoveries/{id}",
                List.of("/recoveries/" + id),
                "/recoveries/{id}/letter.pdf",
                List.of("/recoveries/" + id + "/letter.pdf"),
                "/recoveries/new",
                List.of(asking));
    }

    /** Somebody whose household does not have to be told who heads it now. */
    private int dies(long list) {
        int dead = house.as(
                Actor.WORKER,
                () -> house.jdbc().sql("""
                                select min(l.subject_id) from payments.line l join registry.face_person p on p.person_id = l.subject_id
                                  join registry.face_household h on h.household_id = p.household_id
                                 where l.payroll_id = ? and l.for_month = '2026-10-01' and h.head_id <> p.person_id""").param(list).query(Integer.class).single());
        var death = new Change.Death(dead, LocalDate.of(2026, 9, 3), Optional.empty());
        assertThat(as(
                        officer,
                        () -> house.get(ChangeDesk.class)
                                .record(Paper.of("death", "every page, a death"), List.of(death))))
                .isInstanceOf(ChangeResult.Recorded.class);
        return dead;
    }

    private static <T> T as(OfficerId who, Supplier<T> work) {
        return Acting.as(Actor.officer(who), work::get);
    }
}
