package org.ansinh.app.payments.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.ansinh.app.payments.PostingDesk;
import org.ansinh.app.payments.store.PayrollRows;
import org.ansinh.app.payments.store.PostingRows;
import org.ansinh.rules.pack.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever acts must see the list; who on it may be named is then asked as the house. */
@Service
class Postings implements PostingDesk {

    private static final String STEP = "posting";

    private final PayrollRows lists;
    private final PostingRows rows;
    private final EntitlementsSeen seen;
    private final LawbookDesk lawbook;
    private final TransactionTemplate transaction;
    private final boolean amounts;

    Postings(
            PayrollRows lists,
            PostingRows rows,
            EntitlementsSeen seen,
            LawbookDesk lawbook,
            PlatformTransactionManager transactions,
            @Value("${ansinh.posting.amounts:false}") boolean amounts) {
        this.lists = lists;
        this.rows = rows;
        this.seen = seen;
        this.lawbook = lawbook;
        this.transaction = new TransactionTemplate(transactions);
        this.amounts = amounts;
    }

    @Override
    public Optional<Posting> of(long payrollId) {
        var masks = seen.masks();
        Optional<Payroll> list = Objects.requireNonNull(
                transaction.execute(status -> rows.mayPost() ? lists.list(payrollId) : Optional.<Payroll>empty()));
        return list.filter(it -> it.approved() && !masks.isHidden(it.programme()))
                .map(it -> {
                    var keptBack = masks.notToBePosted(it.programme());
                    var named = Acting.as(
                            Actor.WORKER,
                            () -> Objects.requireNonNull(transaction.execute(
                                    status -> rows.rows(payrollId, keptBack, masks.hiddenFacts()))));
                    return new Posting(
                            it,
                            villages(named),
                            named.stream().filter(row -> !row.posted()).count(),
                            amounts,
                            basis(it));
                });
    }

    private List<Village> villages(List<PostingRows.Row> all) {
        var villages = new LinkedHashMap<String, List<Named>>();
        all.stream()
                .filter(PostingRows.Row::posted)
                .forEach(it -> villages.computeIfAbsent(it.village(), name -> new ArrayList<>())
                        .add(new Named(it.name(), it.birthYear(), amounts ? it.amount() : 0)));
        return villages.entrySet().stream()
                .map(it -> new Village(it.getKey(), List.copyOf(it.getValue())))
                .toList();
    }

    private Optional<String> basis(Payroll list) {
        return lawbook.current()
                .pack()
                .programme(list.programme())
                .flatMap(it -> it.deadlineOn(list.month().atDay(1), STEP))
                .map(it -> it.basis().cited(Language.VI));
    }
}
