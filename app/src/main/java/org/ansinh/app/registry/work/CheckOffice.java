package org.ansinh.app.registry.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.store.CheckRows;
import org.ansinh.app.registry.store.WorkRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class CheckOffice implements PopulationCheckDesk {

    private final CheckRows rows;
    private final WorkRows work;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckOffice(CheckRows rows, WorkRows work, AuditDesk audit, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public List<CheckList> lists() {
        return inOne(() -> rows.lists(Optional.empty()));
    }

    @Override
    public Optional<CheckList> list(int id) {
        return inOne(() -> rows.lists(Optional.of(id)).stream().findFirst());
    }

    @Override
    public List<Line> lines(int list, Optional<State> state) {
        return inOne(() ->
                shown(rows.lines(Optional.of(list), state.map(Enum::name).orElse("")), "DC-" + list));
    }

    @Override
    public List<Line> toLookAt() {
        return inOne(() -> shown(rows.lines(Optional.empty(), "open"), "DC"));
    }

    /** A list of people is a search: its words, and whom it showed. */
    private List<Line> shown(List<Line> lines, String words) {
        audit.searched(words, lines.stream().map(Line::personId).distinct().toList());
        return lines;
    }

    @Override
    public Work work() {
        return inOne(rows::work);
    }

    @Override
    public Optional<Line> answer(int answer) {
        return inOne(() -> rows.answer(answer));
    }

    @Override
    public Map<Integer, Standing> standings(Collection<Integer> people) {
        return people.isEmpty()
                ? Map.of()
                : inOne(() -> rows.standings(people).stream()
                        .collect(Collectors.toMap(Standing::personId, Function.identity())));
    }

    @Override
    public Map<Integer, Standing> standingsOfHouseholds(Collection<Integer> households) {
        if (households.isEmpty()) {
            return Map.of();
        }
        var heads = inOne(() -> rows.heads(households));
        var known = standings(heads.values());
        return heads.entrySet().stream()
                .filter(it -> known.containsKey(it.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, it -> known.get(it.getValue())));
    }

    @Override
    public List<Integer> waitsFor(Collection<Integer> people) {
        return inOne(() -> rows.waitsFor(people));
    }

    @Override
    public Made make(Order order, List<Integer> people, String onceKey) {
        try {
            return inOne(() -> new Made.Done(rows.made(onceKey)
                    .orElseGet(() -> rows.make(order, people, recording(Paper.of("population_check", onceKey))))));
        } catch (DataAccessException trouble) {
            return new Made.Refused(BrokenRule.orThrow(trouble));
        }
    }

    @Override
    public Optional<BrokenRule> withdraw(int list, String because) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(
                status -> rows.withdraw(list, because, recording(Paper.of("population_check_withdrawn")))));
    }

    @Override
    public Judged judge(int list, List<Row> said) {
        return inOne(() -> new CheckJudge(rows.lines(Optional.of(list), ""), LocalDate.now(clock)).judge(said));
    }

    @Override
    public Taken take(int list, String digest, String file, List<Ready> ready) {
        try {
            return inOne(() -> rows.isTaken(list, digest)
                    ? new Taken.Before()
                    : new Taken.Done(rows.take(
                            list,
                            digest,
                            file,
                            ready,
                            recording(new Paper(
                                    "population_answers",
                                    Optional.of(file),
                                    Optional.of(LocalDate.now(clock)),
                                    Optional.empty(),
                                    Optional.empty())))));
        } catch (DataAccessException trouble) {
            var rule = BrokenRule.orThrow(trouble);
            return rule.rule().equals("check_return_once") ? new Taken.Before() : new Taken.Refused(rule);
        }
    }

    @Override
    public Optional<BrokenRule> putAside(int answer, String because) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(
                status -> rows.putAside(answer, because, recording(Paper.of("population_answer_aside")))));
    }

    private long recording(Paper paper) {
        return work.openRecording(paper, clock.instant());
    }

    private <R> R inOne(Supplier<R> reading) {
        return Objects.requireNonNull(transaction.execute(status -> reading.get()));
    }
}
