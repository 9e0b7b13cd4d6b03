package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
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
    Map<String, List<String>> told(long list, OfficerId chair) {
        long dispatch = released(list, chair);
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

    private long released(long list, OfficerId chair) {
        var desk = house.get(DispatchDesk.class);
        var sent = as(payer, () -> desk.prepare("cash", List.of(list)));
        if (sent instanceof DispatchDesk.Sent.Done(long id)) {
            assertThat(as(chair, () -> desk.release(id))).isEqualTo(sent);
            return id;
        }
        return house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select max(dispatch_id) from payments.dispatch where channel = 'cash'")
                        .query(Long.class)
                        .single());
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
