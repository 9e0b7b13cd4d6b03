package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficeDays;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.SuspensionDesk.Ground;
import org.ansinh.app.payments.TransferDesk;
import org.ansinh.app.payments.store.TransferRows;
import org.ansinh.rules.pack.Handling.Does;
import org.ansinh.rules.pack.Programme;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which rule a transfer rests on, and how long the new commune may take, are read off the law pack. */
@Service
class Transfers implements TransferDesk {

    private static final ZoneId HOUSE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final TransferRows rows;
    private final LawbookDesk lawbook;
    private final OfficeDays days;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Transfers(
            TransferRows rows,
            LawbookDesk lawbook,
            OfficeDays days,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.lawbook = lawbook;
        this.days = days;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Ground> grounds(String programme, Locale locale) {
        var today = LocalDate.now(clock);
        return Suspensions.told(
                lawbook.current().pack().handlingOf(programme).stream()
                        .filter(it -> it.does() == Does.TRANSFER && it.days().includes(today)),
                locale);
    }

    @Override
    public Drafted draft(NewTransfer it) {
        var known = grounds(it.about().programme(), Locale.of("vi"));
        if (known.stream().noneMatch(ground -> ground.id().equals(it.ground()))
                && !(known.isEmpty() && it.ground().isEmpty())) {
            throw new NotUnderstood("ground", it.ground());
        }
        try {
            long id = transaction.execute(status -> rows.draft(it));
            return new Drafted.Done(id);
        } catch (DataAccessException refused) {
            return new Drafted.Refused(BrokenRule.orThrow(refused));
        }
    }

    @Override
    public Optional<BrokenRule> sign(long transferId) {
        return move(transferId, "sign", "");
    }

    @Override
    public Optional<BrokenRule> sendBack(long transferId, String because) {
        return move(transferId, "return", because);
    }

    @Override
    public Optional<BrokenRule> receive(long transferId, String because) {
        return move(transferId, "receive", because);
    }

    private Optional<BrokenRule> move(long id, String act, String because) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.move(id, act, because)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Transfer> all() {
        return rows.all().stream().map(this::due).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Transfer> find(long transferId) {
        return rows.find(transferId).map(this::due);
    }

    private Transfer due(Transfer it) {
        var since = it.state() == State.SENT || it.state() == State.RECEIPT_DRAFTED
                ? it.steps().signed().map(act -> LocalDate.ofInstant(act.at(), HOUSE))
                : Optional.<LocalDate>empty();
        return new Transfer(
                it.transferId(),
                it.about(),
                it.name(),
                it.toCommune(),
                it.lastMonth(),
                it.ground(),
                it.cause(),
                it.state(),
                it.steps(),
                it.leaves(),
                it.arrives(),
                since.flatMap(day -> dueOn(it.about().programme(), day)));
    }

    /** The steps of a move that the pack gives a term, one after the other; none where it knows of none. */
    @Override
    public Optional<LocalDate> dueOn(String programme, LocalDate sent) {
        int working = lawbook.current().pack().programme(programme).stream()
                .flatMap(it -> Stream.of("move", "move_decision").flatMap(step -> it.deadlineOn(sent, step).stream()))
                .mapToInt(Programme.Deadline::workingDays)
                .sum();
        return working == 0 ? Optional.empty() : Optional.of(days.calendar().endOfTerm(sent, working));
    }
}
