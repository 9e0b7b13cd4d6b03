package org.ansinh.app.reporting.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CauseToSign;
import org.ansinh.app.determination.Release;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.springframework.stereotype.Component;

/** What waits for an officer of these roles, the most pressing first. */
@Component
class HomeWork {

    private final CaseDesk cases;
    private final PaymentDesk payments;
    private final ReleaseDesk releases;

    HomeWork(CaseDesk cases, PaymentDesk payments, ReleaseDesk releases) {
        this.cases = cases;
        this.payments = payments;
        this.releases = releases;
    }

    /**
     * A piece of work and where it is done; its words are under {@code home.work.KEY}.
     *
     * @param count how many wait; none where it is not counted
     * @param dong their money; 0 where it is not of money
     * @param held how many more wait for something else first
     */
    public record Item(String key, Optional<Long> count, long dong, long held, String href) {}

    List<Item> of(Set<String> roles, YearMonth month) {
        var items = new ArrayList<Item>();
        boolean signs = roles.contains("commune_chair") || roles.contains("provincial_approver");
        if (signs) {
            items.add(toSign());
        }
        if (roles.contains("paying_officer") || signs) {
            addLists(items, month, signs);
        }
        if (roles.contains("commune_officer") || roles.contains("commune_chair")) {
            items.add(place("tasks", "/tasks"));
        }
        if (roles.contains("jurist")) {
            items.add(toRelease());
        }
        if (roles.contains("inspector")) {
            items.add(place("audit", "/audit"));
            items.add(place("decisions", "/decisions/list"));
            items.add(place("payments", "/payments"));
        }
        if (roles.contains("inspector") || roles.contains("statistician")) {
            items.add(place("figures", "/figures"));
        }
        if (roles.contains("administrator")) {
            items.add(place("officers", "/officers"));
            items.add(place("audit", "/audit"));
        }
        return items;
    }

    private static Item place(String key, String href) {
        return new Item(key, Optional.empty(), 0, 0, href);
    }

    private Item toSign() {
        var causes = cases.toSign();
        long ready = causes.stream().mapToLong(CauseToSign::ready).sum();
        return new Item(
                "sign",
                Optional.of(ready),
                causes.stream()
                        .filter(it -> it.ready() > 0)
                        .mapToLong(CauseToSign::monthly)
                        .sum(),
                causes.stream().mapToLong(CauseToSign::unverified).sum(),
                "/decisions");
    }

    /** Drafts and approved lists of the month; before there is any, the way to prepare one. */
    private void addLists(List<Item> items, YearMonth month, boolean signs) {
        var lists = payments.lists(month);
        var drafts = lists.stream().filter(it -> !it.approved()).toList();
        var approved = lists.stream().filter(Payroll::approved).toList();
        if (lists.isEmpty() && !signs) {
            items.add(place("prepare", "/payments?month=" + month));
        }
        if (!drafts.isEmpty() || signs) {
            items.add(counted(signs ? "approve" : "drafts", drafts, month));
        }
        if (!approved.isEmpty()) {
            items.add(counted("approved", approved, month));
        }
    }

    private static Item counted(String key, List<Payroll> lists, YearMonth month) {
        return new Item(
                key,
                Optional.of((long) lists.size()),
                lists.stream().mapToLong(Payroll::amount).sum(),
                0,
                "/payments?month=" + month);
    }

    private Item toRelease() {
        var released = releases.released().stream().map(Release::what).toList();
        return new Item(
                "release",
                Optional.of(releases.unverified().stream()
                        .filter(it -> !released.contains(it.what()))
                        .count()),
                0,
                0,
                "/law");
    }
}
