package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.casework.DecisionInForce.SignedPaper;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.exchange.work.AccountReading.Account;
import org.ansinh.app.exchange.work.BookLines.About;
import org.ansinh.app.pages.NumberEntry;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** Reads rows about decisions, payees and months paid. */
final class BookReading {

    private final RowSubjects subjects;
    private final FactWords words;
    private final LocalDate today;
    private final String document;
    private final Set<String> providers;
    private final BookLines lines = new BookLines();

    /** @param providers with whom there is a contract to pay into electronic accounts */
    BookReading(RowSubjects subjects, FactWords words, LocalDate today, String document, Set<String> providers) {
        this.subjects = subjects;
        this.words = words;
        this.today = today;
        this.document = document;
        this.providers = providers;
    }

    BookLines lines() {
        return lines;
    }

    /** A decision in force goes to the book of decisions; one that has ended is history and goes to the facts, as does the last day of one that is in force until then. */
    void decision(int line, RowReading it) {
        var programme = programme(it);
        var signed = it.exactDay(Column.SIGNED_ON);
        if (signed.isAfter(today)) {
            throw it.stop(Column.SIGNED_ON, "signed_in_future", WrittenDay.written(today));
        }
        var number = it.needed(Column.DECISION_NUMBER);
        var from = it.day(Column.FROM).map(WrittenDay.Read::day).orElse(signed);
        var days = it.says(Column.TO) ? new DateRange(from, end(it, from)) : DateRange.startingOn(from);
        if (days.to().isBefore(today)) {
            lines.ended.add(new BookLines.Ended(about(line, it, programme), number, signed, days, false));
            return;
        }
        var paper = new SignedPaper(
                number, signed, it.cell(Column.OFFICE), it.cell(Column.SIGNER_TITLE), it.cell(Column.SIGNER));
        var level = level(it);
        var about = about(line, it, programme);
        // All of a row is read before any of it is taken: a bad account number must not leave half a decision.
        var through = it.says(Column.PAID_THROUGH) ? Optional.of(through(it)) : Optional.<LocalDate>empty();
        var payee =
                it.says(Column.CHANNEL) ? Optional.of(payee(about, days, number)) : Optional.<BookLines.Payee>empty();
        lines.decided.add(new BookLines.Decided(about, paper, from, level));
        if (!days.isOpenEnded()) {
            lines.ended.add(new BookLines.Ended(about, number, signed, days, true));
        }
        through.ifPresent(day -> lines.paid.add(new BookLines.Paid(about, day)));
        payee.ifPresent(lines.payees::add);
    }

    private static LocalDate end(RowReading it, LocalDate from) {
        var to = it.day(Column.TO).orElseThrow().last();
        if (to.isBefore(from)) {
            throw it.stop(Column.TO, "ends_before_it_starts", it.cell(Column.FROM));
        }
        return to;
    }

    void payees(int line, RowReading it) {
        var source = it.cell(Column.SOURCE);
        lines.payees.add(payee(about(line, it, programme(it)), it.days(), source.isEmpty() ? document : source));
    }

    private BookLines.Payee payee(About about, DateRange days, String source) {
        var it = about.row();
        var channel = it.channel();
        var account = account(it, channel);
        Optional<SubjectRef> payee = it.says(Column.PAYEE_KEY) || it.says(Column.PAYEE_NUMBER)
                ? Optional.of(subjects.person(about.line(), it, Column.PAYEE_KEY, Column.PAYEE_NUMBER))
                : Optional.empty();
        if (payee.isEmpty() && about.household()) {
            throw it.stop(Column.PAYEE_KEY, "value_missing", "");
        }
        return new BookLines.Payee(about, payee, channel, account, days, source);
    }

    private Optional<Account> account(RowReading it, String channel) {
        if (channel.equals("bank_account")) {
            return Optional.of(AccountReading.atBank(it));
        }
        if (channel.equals("e_account")) {
            return Optional.of(AccountReading.electronic(it, providers));
        }
        if (it.says(Column.ACCOUNT)) {
            throw it.stop(Column.ACCOUNT, "account_without_bank", it.cell(Column.CHANNEL));
        }
        return Optional.empty();
    }

    void paid(int line, RowReading it) {
        lines.paid.add(new BookLines.Paid(about(line, it, programme(it)), through(it)));
    }

    /** Nothing up to the end of that month is ever owed again. */
    private static LocalDate through(RowReading it) {
        var through = it.day(Column.PAID_THROUGH).orElseThrow(() -> it.stop(Column.PAID_THROUGH, "value_missing", ""));
        return YearMonth.from(through.last()).atEndOfMonth();
    }

    private static long level(RowReading it) {
        it.needed(Column.LEVEL);
        return NumberEntry.whole(it.cell(Column.LEVEL))
                .filter(amount -> amount > 0)
                .orElseThrow(() -> it.stop(Column.LEVEL, "level_unreadable", ""));
    }

    private String programme(RowReading it) {
        it.needed(Column.PROGRAMME);
        return words.programme(it.cell(Column.PROGRAMME))
                .orElseThrow(() -> it.stop(Column.PROGRAMME, "programme_unknown", words.programmeLabels()));
    }

    /** The law says whom a programme is for: a person or a household. */
    private About about(int line, RowReading it, String programme) {
        var kind = words.subjectOf(programme);
        if (kind == SubjectKind.HOUSEHOLD && !it.says(Column.HOUSEHOLD)) {
            throw it.stop(Column.HOUSEHOLD, "household_needed", words.programmeLabel(programme));
        }
        return new About(line, it, subjects.subject(line, it, kind), programme);
    }
}
