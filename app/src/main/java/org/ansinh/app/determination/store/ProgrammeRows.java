package org.ansinh.app.determination.store;

import java.util.Collection;
import java.util.Locale;
import org.ansinh.rules.pack.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the database how binding the programmes of the pack in force are. */
@Repository
public class ProgrammeRows {

    private final JdbcClient jdbc;

    ProgrammeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void tell(Collection<Programme> programmes) {
        jdbc.sql("delete from determination.programme where programme <> all (?)")
                .param(programmes.stream().map(Programme::id).toArray(String[]::new))
                .update();
        for (var it : programmes) {
            jdbc.sql("""
                            insert into determination.programme values (?, ?, ?, ?, ?) on conflict (programme) do update
                                set kind = excluded.kind, amount_kind = excluded.amount_kind, decided = excluded.decided, hidden = excluded.hidden""")
                    .params(
                            it.id(),
                            word(it.kind()),
                            word(it.terms().amountKind()),
                            word(it.terms().decided()),
                            it.hidden())
                    .update();
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
