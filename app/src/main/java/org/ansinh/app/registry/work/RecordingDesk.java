package org.ansinh.app.registry.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.store.LoadRows;
import org.ansinh.app.registry.store.WorkRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class RecordingDesk implements ChangeDesk {

    private final LoadRows load;
    private final WorkRows work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecordingDesk(LoadRows load, WorkRows work, PlatformTransactionManager transactions, Clock clock) {
        this.load = load;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public ChangeResult record(Paper paper, List<Change> changes) {
        var before = sentBefore(paper);
        if (before.isPresent()) {
            return new ChangeResult.RecordedBefore(before.get());
        }
        try {
            return transaction.execute(status -> {
                var result = load.post(ChangeRows.of(stamped(paper), withNewHeads(changes)), LocalDate.now(clock));
                if (!result.refusals().isEmpty()) {
                    // one form is one whole: either all of it is recorded or nothing
                    status.setRollbackOnly();
                    return new ChangeResult.Refused(result.refusals());
                }
                return result.broughtNothingNew()
                        ? new ChangeResult.NothingNew()
                        : new ChangeResult.Recorded(result.lastRecording());
            });
        } catch (DataAccessException e) {
            var outside = BrokenRule.in(e).filter(BrokenRule::isOutsideArea);
            if (outside.isPresent()) {
                return new ChangeResult.OutsideArea(outside.get());
            }
            return sentBefore(paper)
                    .<ChangeResult>map(ChangeResult.RecordedBefore::new)
                    .orElseThrow(() -> e);
        }
    }

    private Optional<Long> sentBefore(Paper paper) {
        return paper.onceKey().flatMap(key -> transaction.execute(status -> work.recordedUnder(key)));
    }

    private Paper stamped(Paper paper) {
        return paper.saidAt().isPresent() ? paper : paper.saidAt(clock.instant());
    }

    /** A household whose head has died is headed by the one named, from the day after. */
    private List<Change> withNewHeads(List<Change> changes) {
        var all = new ArrayList<>(changes);
        for (var change : changes) {
            if (change instanceof Change.Death(int dead, LocalDate on, Optional<Integer> newHead)
                    && newHead.isPresent()) {
                work.homeOn(dead, on)
                        .ifPresent(home -> all.add(new Change.MovedHouse(newHead.get(), home, "head", on.plusDays(1))));
            }
        }
        return all;
    }

    @Override
    public <R> R asIf(Paper paper, List<Change> changes, Supplier<R> shown) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            load.post(ChangeRows.of(stamped(paper), withNewHeads(changes)), LocalDate.now(clock));
            return shown.get();
        });
    }

    @Override
    public List<Task> tasks() {
        return transaction.execute(status -> {
            var all = new ArrayList<>(work.conflicts());
            for (var move : work.moves()) {
                if (move.ours()) {
                    all.add(new Task(
                            "move_to_accept",
                            Optional.empty(),
                            Optional.of(move.moveId()),
                            move.toCommune(),
                            String.join(", ", move.names())));
                }
            }
            return all;
        });
    }

    @Override
    public int release(Paper paper, List<Integer> people, String toCommune, LocalDate on, String note) {
        return transaction.execute(
                status -> work.release(people, toCommune, on, note, work.openRecording(paper, clock.instant())));
    }

    @Override
    public List<Move> moves() {
        return transaction.execute(status -> work.moves());
    }

    @Override
    public int accept(Paper paper, int moveId, String householdCode, int villageId) {
        return transaction.execute(
                status -> work.accept(moveId, householdCode, villageId, work.openRecording(paper, clock.instant())));
    }

    @Override
    public void sendBack(Paper paper, int moveId) {
        transaction.executeWithoutResult(status -> work.sendBack(moveId, work.openRecording(paper, clock.instant())));
    }

    @Override
    public void keepDraft(String formKey, String body) {
        transaction.executeWithoutResult(status -> work.keepDraft(formKey, body, clock.instant()));
    }

    @Override
    public Optional<String> draft(String formKey) {
        return transaction.execute(status -> work.draft(formKey));
    }

    @Override
    public void dropDraft(String formKey) {
        transaction.executeWithoutResult(status -> work.dropDraft(formKey));
    }
}
