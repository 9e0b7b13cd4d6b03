package org.ansinh.app.ledger.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.ledger.LedgerDesk.Balance;

/** The six columns of a trial balance, and their proof: on every side as much stands debit as credit. */
final class TrialBalance {

    /** In the order of the book. */
    static final List<String> CLASSES = List.of(
            "cost",
            "payable",
            "carried",
            "claim",
            "provider",
            "treasury",
            "allotted",
            "free",
            "committed",
            "used",
            "fund_money",
            "fund");

    private TrialBalance() {}

    /** One line: a class, an account or a sum of them. */
    record Row(
            String name,
            String href,
            long beforeDebit,
            long beforeCredit,
            long debit,
            long credit,
            long afterDebit,
            long afterCredit) {

        static Row of(String name, String href, Balance it) {
            return new Row(
                    name,
                    href,
                    Math.max(it.before(), 0),
                    Math.max(-it.before(), 0),
                    it.debit(),
                    it.credit(),
                    Math.max(it.after(), 0),
                    Math.max(-it.after(), 0));
        }

        Row plus(Row other) {
            return new Row(
                    name,
                    href,
                    Math.addExact(beforeDebit, other.beforeDebit),
                    Math.addExact(beforeCredit, other.beforeCredit),
                    Math.addExact(debit, other.debit),
                    Math.addExact(credit, other.credit),
                    Math.addExact(afterDebit, other.afterDebit),
                    Math.addExact(afterCredit, other.afterCredit));
        }

        public boolean isBalanced() {
            return beforeDebit == beforeCredit && debit == credit && afterDebit == afterCredit;
        }
    }

    /** A side of the book, its classes in the book's order, and their sum. */
    record Side(String key, List<Row> rows, Row sum) {}

    static List<Side> byClass(List<Balance> balances, AccountWords words, Addresses addresses, Locale locale) {
        var sides = new LinkedHashMap<String, LinkedHashMap<String, Row>>();
        balances.stream()
                .sorted((one, other) -> Integer.compare(
                        CLASSES.indexOf(one.account().kind()),
                        CLASSES.indexOf(other.account().kind())))
                .forEach(it -> {
                    var kind = it.account().kind();
                    var row = Row.of(words.say("class." + kind, locale), addresses.ofClass(kind), it);
                    sides.computeIfAbsent(it.account().side(), side -> new LinkedHashMap<>())
                            .merge(kind, row, Row::plus);
                });
        var shown = new ArrayList<Side>();
        sides.forEach((side, rows) -> shown.add(new Side(side, List.copyOf(rows.values()), sum(rows.values()))));
        return shown;
    }

    static Row sum(Collection<Row> rows) {
        return rows.stream().reduce(new Row("", "", 0, 0, 0, 0, 0, 0), Row::plus);
    }

    /** Where a line leads to. */
    interface Addresses {
        String ofClass(String kind);
    }
}
