package org.ansinh.app.registry.work;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.registry.AsIf;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.DeathRecorded;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Touched;
import org.ansinh.app.registry.store.LoadRows;
import org.ansinh.app.registry.store.WorkRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class RecordingDesk implements ChangeDesk {

    /** Longer than any form takes; only the load of a large file holds the register so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Whoever types should not wait for a look ahead. */
    private static final Duration LOOKING_AHEAD = Duration.ofSeconds(3);

    private final WorkRows work;
    private final Posting posting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingDesk(
            LoadRows load,
            WorkRows work,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.posting = new Posting(load, work, clock);
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ChangeResult record(Paper paper, List<Change> changes) {
        return record(paper, changes, Optional.empty());
    }

    @Override
    public ChangeResult record(Paper paper, List<Change> changes, String formKey) {
        return record(paper, changes, Optional.of(formKey));
    }

    private ChangeResult record(Paper paper, List<Change> changes, Optional<String> formKey) {
        var result = sentBefore(paper)
                .orElseGet(() -> attempt(paper, status -> {
                    work.waitAtMost(PATIENCE);
                    var posted = posting.post(paper, changes);
                    if (posted instanceof ChangeResult.Recorded) {
                        formKey.ifPresent(work::dropDraft);
                    } else {
                        status.setRollbackOnly();
                    }
                    return posted;
                }));
        if (result instanceof ChangeResult.Recorded) {
            died(changes);
        }
        if (result instanceof ChangeResult.NothingNew || result instanceof ChangeResult.RecordedBefore) {
            formKey.ifPresent(this::dropDraft);
        }
        return result;
    }

    private void died(List<Change> changes) {
        var people = changes.stream()
                .filter(Change.Death.class::isInstance)
                .map(it -> ((Change.Death) it).personId())
                .toList();
        if (!people.isEmpty()) {
            events.publishEvent(new DeathRecorded(people));
        }
    }

    /** A refusal by the register's own functions is an answer; two who send one form at the same moment are told the same number. */
    private ChangeResult attempt(Paper paper, Function<TransactionStatus, ChangeResult> act) {
        ChangeResult result;
        try {
            result = Objects.requireNonNull(transaction.execute(act::apply));
        } catch (DataAccessException trouble) {
            return sentBefore(paper).or(() -> told(trouble)).orElseThrow(() -> trouble);
        }
        return result instanceof ChangeResult.NothingNew ? sentBefore(paper).orElse(result) : result;
    }

    private static Optional<ChangeResult> told(DataAccessException trouble) {
        return trouble instanceof PessimisticLockingFailureException
                ? Optional.of(new ChangeResult.Busy())
                : BrokenRule.in(trouble).map(ChangeResult.Broken::new);
    }

    private Optional<ChangeResult> sentBefore(Paper paper) {
        return paper.onceKey()
                .flatMap(key -> Objects.requireNonNull(transaction.execute(status -> work.recordedUnder(key))))
                .map(ChangeResult.RecordedBefore::new);
    }

    @Override
    public <R> AsIf<R> asIf(Paper paper, List<Change> changes, Function<Touched, R> question) {
        var unsent = paper.withoutOnceKey();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                work.waitAtMost(LOOKING_AHEAD);
                return switch (posting.post(unsent, changes)) {
                    case ChangeResult.Recorded it -> new AsIf.Seen<R>(question.apply(it.touched()), it.repairs());
                    case ChangeResult.NothingNew _ -> new AsIf.NothingNew<R>();
                    case ChangeResult other -> new AsIf.Unrecorded<R>(other);
                };
            }));
        } catch (DataAccessException trouble) {
            return new AsIf.Unrecorded<>(told(trouble).orElseThrow(() -> trouble));
        }
    }

    @Override
    public List<Task> tasks() {
        return transaction.execute(status -> {
            var all = new ArrayList<>(work.conflicts());
            for (var move : work.moves()) {
                if (move.ours() && move.returnedBecause() == null) {
                    all.add(new Task(
                            "move_to_accept",
                            Optional.empty(),
                            Optional.of(move.moveId()),
                            move.toCommune(),
                            String.join(", ", move.names()),
                            move.note()));
                }
            }
            return all;
        });
    }

    @Override
    public List<Move> moves() {
        return transaction.execute(status -> work.moves());
    }

    @Override
    public boolean keepDraft(String formKey, String body, String onceKey) {
        return transaction.execute(status -> work.keepDraft(formKey, body, onceKey, clock.instant()));
    }

    @Override
    public Optional<Draft> draft(String formKey) {
        return transaction.execute(status -> work.draft(formKey));
    }

    @Override
    public void dropDraft(String formKey) {
        transaction.executeWithoutResult(status -> work.dropDraft(formKey));
    }

    @Override
    public List<Draft> drafts() {
        return transaction.execute(status -> work.drafts());
    }
}
