package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.PapersForTests;
import org.ansinh.app.payments.CashDayDesk;
import org.ansinh.app.payments.CashDayDesk.Act;
import org.ansinh.app.payments.CashDayDesk.Opened;
import org.ansinh.app.payments.CashDayDesk.Plan;
import org.ansinh.app.payments.CashDayDesk.Receipt;
import org.ansinh.app.payments.CashDayDesk.Recorded;
import org.ansinh.app.payments.CashDayDesk.Where;
import org.ansinh.app.payments.CashPaperDesk;
import org.ansinh.app.payments.DispatchDesk;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.testing.House;

/** A pay day in a village: somebody is absent, the others signed, and a scan of the list lies beside it. */
final class SmallCash {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    private final House house;
    private final OfficerId payer;
    private final OfficerId clerk;

    SmallCash(House house, OfficerId payer, OfficerId clerk) {
        this.house = house;
        this.payer = payer;
        this.clerk = clerk;
    }

    /** Pages by their mapping, with addresses that stand for them. */
    Map<String, List<String>> told(OfficerId approver, OfficerId chair) {
        long dispatch = released(approver, chair);
        long day = opened(dispatch);
        var desk = house.get(CashDayDesk.class);
        var lines = as(clerk, () -> desk.lines(day));
        var absent = lines.getLast().key();
        var others = lines.stream()
                .map(CashDayDesk.Line::key)
                .filter(it -> !it.equals(absent))
                .toList();
        record(day, Act.ABSENT, List.of(absent));
        record(day, Act.PAID, others);
        long scan = scanned(day);
        return Map.of(
                "/dispatches/{id}/cash-days", List.of("/dispatches/%d/cash-days".formatted(dispatch)),
                "/cash-days/{id}", List.of("/cash-days/" + day),
                "/cash-days/{id}/list.pdf", List.of("/cash-days/%d/list.pdf".formatted(day)),
                "/cash-days/{id}/absent.pdf", List.of("/cash-days/%d/absent.pdf".formatted(day)),
                "/cash-days/{id}/papers/{paper}", List.of("/cash-days/%d/papers/%d".formatted(day, scan)));
    }

    /** The list of the commune in which most are paid in cash, approved and released. */
    private long released(OfficerId approver, OfficerId chair) {
        var commune = house.text("""
                select d.commune_code from casework.face_decision d
                  join payments.payee y on y.programme = d.programme and y.subject_kind = d.subject_kind::text and y.subject_id = d.subject_id and y.channel = 'cash'
                 where d.programme = 'social_pension' and d.state = 'signed' and d.commune_code not in ('01290', '%s')
                   and not exists (select from payments.payroll p where p.commune_code = d.commune_code)
                 group by 1 order by count(*) desc, 1 limit 1""".formatted(SmallProvince.OTHER_COMMUNE));
        var payments = house.get(PaymentDesk.class);
        var made = as(payer, () -> payments.prepare(YearMonth.from(TODAY), "social_pension", commune));
        assertThat(made).isInstanceOf(ListResult.Done.class);
        long list = ((ListResult.Done) made).payrollId();
        assertThat(as(approver, () -> payments.approve(list))).isInstanceOf(ListResult.Done.class);
        var desk = house.get(DispatchDesk.class);
        var sent = as(payer, () -> desk.prepare("cash", List.of(list)));
        assertThat(sent).isInstanceOf(DispatchDesk.Sent.Done.class);
        long id = ((DispatchDesk.Sent.Done) sent).dispatchId();
        assertThat(as(chair, () -> desk.release(id))).isEqualTo(sent);
        return id;
    }

    private long opened(long dispatch) {
        var desk = house.get(CashDayDesk.class);
        var village = as(payer, () -> desk.villages(dispatch)).stream()
                .max(java.util.Comparator.comparingLong(CashDayDesk.Village::people))
                .orElseThrow();
        var plan = new Plan(
                "Nhà văn hoá thôn",
                TODAY,
                Optional.of(TODAY.plusDays(2)),
                "officer_" + payer.number(),
                "Hoàng Văn Sơn, Mặt trận thôn");
        var made = as(payer, () -> desk.open(dispatch, new Where(village.communeCode(), village.id()), plan));
        assertThat(made).isInstanceOf(Opened.Done.class);
        return ((Opened.Done) made).cashDayId();
    }

    private void record(long day, Act act, List<String> keys) {
        var recorded = as(clerk, () -> house.get(CashDayDesk.class).record(day, act, keys, Receipt.SIGNED));
        assertThat(recorded).isEqualTo(new Recorded.Done(keys.size()));
    }

    private long scanned(long day) {
        var desk = house.get(CashPaperDesk.class);
        try {
            var photo = Files.write(Files.createTempFile("ansinh-paper-", ".jpg"), PapersForTests.photo("jpg", 7));
            try {
                assertThat(as(clerk, () -> desk.attach(day, "to-1.jpg", photo))).isEmpty();
            } finally {
                Files.delete(photo);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return as(clerk, () -> desk.of(day)).getFirst().id();
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }
}
