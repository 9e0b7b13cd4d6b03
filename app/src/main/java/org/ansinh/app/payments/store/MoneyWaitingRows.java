package org.ansinh.app.payments.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits among recoveries and suspensions for whoever acts. */
@Repository
public class MoneyWaitingRows {

    private final JdbcClient jdbc;

    MoneyWaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Alike things.
     *
     * @param programme of one of them, {@code commune} too; of all, where {@code places} is 1
     */
    public record Waits(
            String what,
            long number,
            long amount,
            Optional<LocalDate> since,
            String programme,
            String commune,
            long places) {}

    /** Whether whoever acts may draft, and so has proposals to read. */
    public boolean mayDraft() {
        return jdbc.sql("select access.has_role('paying_officer') or access.has_role('commune_officer')")
                .query(Boolean.class)
                .single();
    }

    /**
     * @param notFetched after how many months without anybody coming payment may rest, by programme
     * @param lasted after how many months of a suspension the right may end, by its rule
     */
    public List<Waits> waiting(YearMonth month, Map<String, Integer> notFetched, Map<String, Integer> lasted) {
        return jdbc.sql("select * from payments.work_waiting(?, ?, ?, ?, ?)")
                .params(month.atDay(1), names(notFetched), months(notFetched), names(lasted), months(lasted))
                .query((row, n) -> new Waits(
                        row.getString("what"),
                        row.getLong("number"),
                        row.getLong("amount"),
                        Optional.ofNullable(row.getObject("since", LocalDate.class)),
                        row.getString("programme"),
                        row.getString("commune_code"),
                        row.getLong("places")))
                .list();
    }

    private static String[] names(Map<String, Integer> rules) {
        return rules.keySet().toArray(String[]::new);
    }

    private static Integer[] months(Map<String, Integer> rules) {
        return rules.values().toArray(Integer[]::new);
    }
}
