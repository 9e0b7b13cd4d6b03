package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.DayWork;
import org.ansinh.app.payments.TransferDesk;
import org.ansinh.app.payments.store.TransferRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Transfers on the work of the day: what is to sign, and who came and is paid by nobody until this commune decides. */
@Service
class TransferWork implements DayWork {

    private final TransferRows rows;
    private final TransferDesk transfers;
    private final Clock clock;

    TransferWork(TransferRows rows, TransferDesk transfers, Clock clock) {
        this.rows = rows;
        this.transfers = transfers;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        var today = LocalDate.now(clock);
        return rows.waiting().stream()
                .map(it -> new Waiting(
                        it.what(),
                        it.number(),
                        0,
                        Optional.of(it.since()),
                        it.what().equals("transfer_to_receive")
                                && transfers
                                        .dueOn(it.programme(), it.since())
                                        .filter(day -> day.isBefore(today))
                                        .isPresent(),
                        "/transfers"))
                .toList();
    }
}
