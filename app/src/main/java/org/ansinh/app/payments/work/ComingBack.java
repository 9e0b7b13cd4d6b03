package org.ansinh.app.payments.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.StatementDesk;
import org.ansinh.app.payments.model.Answers;
import org.ansinh.app.payments.model.Answers.Answer;
import org.ansinh.app.payments.model.Answers.Unreadable;
import org.ansinh.app.payments.model.BankAnswers;
import org.ansinh.app.payments.store.AnswerRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A file is read whole before anything of it is taken in; what is taken in, is so in one transaction, once for its bytes. */
@Service
class ComingBack implements StatementDesk {

    private final AnswerRows rows;
    private final FileMaking making;
    private final TransactionTemplate transaction;

    ComingBack(AnswerRows rows, FileMaking making, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.making = making;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Taken take(String name, byte[] content) {
        Answers answers;
        try {
            answers = isWorkbook(content) ? making.listThatComesBack().read(content) : BankAnswers.read(content);
        } catch (Unreadable none) {
            return new Taken.NotRead(none.what(), none.where());
        }
        return take(digest(content), name, answers);
    }

    private static boolean isWorkbook(byte[] content) {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K';
    }

    @Override
    public Taken take(PaperAnswer it) {
        var reason = it.reason().isBlank() ? Optional.<String>empty() : Optional.of(it.reason());
        var answer = new Answer(
                it.key(), Optional.of(it.paper()), it.said(), Optional.of(it.amount()), it.happenedOn(), reason);
        return take(
                digest(answer.toString().getBytes(StandardCharsets.UTF_8)),
                it.paper(),
                new Answers("paper", List.of(answer), List.of()));
    }

    private Taken take(byte[] digest, String name, Answers answers) {
        return asking(() -> {
            boolean again = rows.isKnown(digest);
            return new Taken.Done(rows.take(digest, name, answers), again);
        });
    }

    private Taken asking(Supplier<Taken> work) {
        try {
            var taken = transaction.execute(status -> work.get());
            return taken == null ? new Taken.NotRead("nothing_said", "") : taken;
        } catch (DataAccessException trouble) {
            return new Taken.Refused(BrokenRule.orThrow(trouble));
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Statement> latest(int atMost) {
        return rows.latest(atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Statement> find(long statementId) {
        return rows.find(statementId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AnswerLine> lines(long statementId, int offset, int limit) {
        return rows.lines(statementId, offset, limit);
    }

    @Override
    public Optional<BrokenRule> settle(long statementId, int line, String words) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.settle(statementId, line, words)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AtProvider> providers() {
        return rows.providers();
    }

    @Override
    public Taken giveBack(GivingBack back) {
        return asking(() -> {
            long id = rows.giveBack(back);
            return new Taken.Done(id, id == 0);
        });
    }
}
