package org.ansinh.app.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.ansinh.app.testing.TestDatabase;

/** The book as a connection of its own sees it: of the tables' owner, who may do more than any officer. */
final class Book {

    static final String PENSION = "social_pension";

    private final TestDatabase database;

    Book(TestDatabase database) {
        this.database = database;
    }

    /** One transaction; what is refused, at once or at commit, is thrown. */
    void tell(String... statements) throws SQLException {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /** The number that a query answers with, 0 where it answers with nothing. */
    long ask(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** What a list does when it is approved: money that a commune owes to one elder for October. */
    static String owed(String key, String commune, int elder, long amount) {
        return """
                select ledger.face_post(row('%1$s', 'list_approved', '2026-10-20', 'social_pension', '%2$s', 'list', 1, null, null)::ledger.face_head,
                    array[ledger.face_account('cost', 'social_pension', '%2$s', 2026)], array[ledger.face_account('payable', 'social_pension', '%2$s')],
                    array[%4$d::bigint], array['p'::"char"], array[%3$d], array[date '2026-10-01'])""".formatted(key, commune, elder, amount);
    }

    static String paid(String key, String commune, int elder, long amount) {
        return """
                select ledger.face_post(row('%1$s', 'paid', '2026-10-20', 'social_pension', '%2$s', 'list', 1, null, null)::ledger.face_head,
                    array[ledger.face_account('payable', 'social_pension', '%2$s')], array[ledger.face_account('provider', null, '%2$s', of_provider => 'cash')],
                    array[%4$d::bigint], array['p'::"char"], array[%3$d], array[date '2026-10-01'])""".formatted(key, commune, elder, amount);
    }

    /** What stands on the accounts of a class in a commune, debit less credit. */
    long balance(String accountClass, String commune) throws SQLException {
        return ask("""
                select coalesce(sum(t.debit - t.credit), 0) from ledger.turnover t join ledger.account a using (account_id)
                 where a.class = '%s' and a.commune_code = '%s'""".formatted(accountClass, commune));
    }

    /** Accounts whose kept sums are not those of their movements. */
    long disagreements() throws SQLException {
        return ask("""
                select count(*) from (
                    select account_id, period, debit, credit from ledger.turnover
                    except
                    select s.account_id, e.period, sum(s.debit), sum(s.credit)
                      from (select entry_id, debit as account_id, amount as debit, 0 as credit from ledger.movement
                            union all select entry_id, credit, 0, amount from ledger.movement) s join ledger.entry e using (entry_id) group by 1, 2) q""");
    }
}
