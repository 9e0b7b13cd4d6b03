package org.ansinh.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.ansinh.app.access.Actor;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses in the book, whatever the program above it does; and that the book balances whatever is posted. */
class DoubleEntryTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final Book book = new Book(database);

    private static final String HEAD = """
            insert into ledger.entry (key, kind, happened_on, source_kind, source_id, lines, total, digest)
            values ('%s', 'list_approved', '2026-10-20', 'list', 1, %d, %d, '')""";

    private static final String MOVEMENT = """
            insert into ledger.movement (entry_id, line, debit, credit, amount)
            select e.entry_id, %d, ledger.face_account('%s', 'social_pension', '01273', %s), ledger.face_account('payable', 'social_pension', '01273'), %d
              from ledger.entry e where e.key = '%s'""";

    @Test
    void anEntryWithoutItsMovementsIsRefusedAtCommit() {
        assertThatThrownBy(() -> book.tell(HEAD.formatted("half/1", 2, 1_080_000)))
                .hasMessageContaining("does not balance: 0 movements of 0 for 2 movements of 1080000");
        assertThatThrownBy(() -> book.tell(
                        HEAD.formatted("half/2", 2, 1_080_000),
                        MOVEMENT.formatted(1, "cost", "2026", 540_000, "half/2")))
                .hasMessageContaining("does not balance: 1 movements of 540000");
        assertThatThrownBy(() -> book.tell(
                        HEAD.formatted("half/3", 1, 540_000), MOVEMENT.formatted(1, "cost", "2026", 540_001, "half/3")))
                .hasMessageContaining("does not balance");
    }

    @Test
    void aMovementHasTwoEndsAndAnAmount() {
        for (var half : List.of(
                "insert into ledger.movement (entry_id, line, debit, amount) select entry_id, 1, 1, 540000 from ledger.entry where key = 'ends'",
                "insert into ledger.movement (entry_id, line, debit, credit, amount) select entry_id, 1, 1, 1, 540000 from ledger.entry where key = 'ends'",
                "insert into ledger.movement (entry_id, line, debit, credit, amount) select entry_id, 1, 1, 2, -540000 from ledger.entry where key = 'ends'",
                "insert into ledger.movement (entry_id, line, debit, credit, amount) select entry_id, 1, 999999, 2, 540000 from ledger.entry where key = 'ends'")) {
            assertThatThrownBy(() -> book.tell(HEAD.formatted("ends", 1, 540_000), half))
                    .as(half)
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(null value|movement_has_two_ends|check constraint|two accounts).*");
        }
        assertThatThrownBy(
                        () -> book.tell(
                                HEAD.formatted("sides", 1, 540_000),
                                "insert into ledger.movement (entry_id, line, debit, credit, amount) select e.entry_id, 1,"
                                        + " ledger.face_account('allotted', 'social_pension', '01273', 2026, 'province'),"
                                        + " ledger.face_account('payable', 'social_pension', '01273'), 540000 from ledger.entry e where e.key = 'sides'"))
                .hasMessageContaining("of one side");
    }

    @Test
    void whatWasPostedIsChangedByNobody() throws SQLException {
        book.tell(Book.owed("stays/1", "01288", 7, 540_000));
        for (var act : List.of(
                "update ledger.entry set total = 1",
                "update ledger.entry set document = 'x' where key = 'stays/1'",
                "delete from ledger.entry",
                "truncate ledger.entry cascade",
                "update ledger.movement set amount = 1",
                "update ledger.movement set credit = debit + 1",
                "delete from ledger.movement",
                "truncate ledger.movement",
                "update ledger.account set commune_code = '01273'",
                "delete from ledger.account",
                "update ledger.account_class set overdraws = true",
                "delete from ledger.turnover",
                "update ledger.turnover set debit = 0",
                "insert into ledger.turnover select account_id, '2026-09-01', 1, 0 from ledger.account",
                "insert into ledger.movement select entry_id, line + 1, debit, credit, amount, subject_kind, subject_id, for_month from ledger.movement")) {
            assertThatThrownBy(() -> book.tell(act))
                    .as(act)
                    .isInstanceOf(SQLException.class)
                    .extracting(it -> ((SQLException) it).getSQLState())
                    .isEqualTo("AS010");
        }
    }

    @Test
    void postedTwiceIsOnceAndWithOtherMovementsItIsRefused() throws SQLException {
        book.tell(Book.owed("twice/1", "01291", 7, 540_000));
        book.tell(Book.owed("twice/1", "01291", 7, 540_000));

        assertThat(book.balance("payable", "01291")).isEqualTo(-540_000);
        assertThatThrownBy(() -> book.tell(Book.owed("twice/1", "01291", 7, 500_000)))
                .hasMessageContaining("stands already with other movements");
    }

    @Test
    void nobodyIsPaidMoreThanIsOwed() throws SQLException {
        book.tell(Book.owed("over/1", "01294", 7, 540_000), Book.paid("over/2", "01294", 7, 500_000));

        assertThatThrownBy(() -> book.tell(Book.paid("over/3", "01294", 7, 40_001)))
                .hasMessageContaining("payable would be overdrawn");
        book.tell(Book.paid("over/3", "01294", 7, 40_000));
        assertThat(book.balance("payable", "01294")).isZero();
    }

    @Test
    void aClosedPeriodTakesNothingMore() throws SQLException {
        book.tell("insert into ledger.closed_period (month, closed_by) values ('2026-08-01', 'officer_1')");

        var late = HEAD.replace("happened_on,", "on_day, happened_on,")
                .replace("'2026-10-20'", "'2026-08-31', '2026-08-31'");
        assertThatThrownBy(() -> book.tell(late.formatted("late/1", 1, 540_000)))
                .hasMessageContaining("period of 2026-08-31 is closed");
        assertThatThrownBy(() -> book.tell("delete from ledger.closed_period")).hasMessageContaining("is not changed");
    }

    @Test
    void officersReadTheHeadsOfTheirAreaAndPostNothingByHand() throws SQLException {
        book.tell(Book.owed("area/1", "01297", 7, 540_000), Book.owed("area/2", "01300", 8, 540_000));
        var here = database.officer("ke.toan.so", "paying_officer", "01297");
        var counts = database.officer("thong.ke.so", "statistician", "*");

        var mine = "select count(*) from ledger.entry where key like 'area/%'";
        assertThat(database.as(
                        Actor.officer(here),
                        () -> database.jdbc().sql(mine).query(Long.class).single()))
                .isOne();
        assertThat(database.as(
                        Actor.officer(counts),
                        () -> database.jdbc().sql(mine).query(Long.class).single()))
                .isZero();
        for (var act : List.of(
                Book.owed("area/3", "01297", 7, 540_000),
                "select count(*) from ledger.movement",
                "insert into ledger.closed_period values ('2026-09-01')")) {
            assertThatThrownBy(() -> database.run(
                            Actor.officer(here), () -> database.jdbc().sql(act).query(row -> {})))
                    .as(act)
                    .hasStackTraceContaining("permission denied");
        }
    }

    /** Posted again and again, cut off in the middle, too much: what is owed is always what was approved less what was paid. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theBookBalancesWhateverIsPosted(long seed) throws SQLException {
        var random = new Random(seed);
        var commune = "%05d".formatted(2_000 + seed);
        long owed = 0;
        long paid = 0;
        for (int step = 0; step < 25; step++) {
            long amount = 10_000L * (1 + random.nextInt(80));
            var key = "random/%d/%d".formatted(seed, step);
            switch (random.nextInt(4)) {
                case 0 -> {
                    book.tell(Book.owed(key, commune, 7, amount), Book.owed(key, commune, 7, amount));
                    owed += amount;
                }
                case 1 -> cutOff(Book.owed(key, commune, 7, amount));
                default -> paid += paidUpTo(owed - paid, Book.paid(key, commune, 7, amount), amount);
            }
            assertThat(book.balance("payable", commune)).as("step %d", step).isEqualTo(paid - owed);
            assertThat(book.ask("select sum(debit) - sum(credit) from ledger.turnover"))
                    .isZero();
            assertThat(book.disagreements()).isZero();
        }
    }

    private long paidUpTo(long open, String sql, long amount) throws SQLException {
        if (amount > open) {
            assertThatThrownBy(() -> book.tell(sql)).hasMessageContaining("overdrawn");
            return 0;
        }
        book.tell(sql);
        return amount;
    }

    /** The connection ends before the commit. */
    private static void cutOff(String sql) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
        }
    }
}
