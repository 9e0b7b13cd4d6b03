package org.ansinh.app.determination.store;

import java.util.Locale;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.pack.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the database how binding the programmes of the pack in force are, and which facts they read. */
@Repository
public class ProgrammeRows {

    private final JdbcClient jdbc;

    ProgrammeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void tell(LawForms law) {
        var programmes = law.pack().programmes().values();
        jdbc.sql("delete from determination.programme where programme <> all (?)")
                .param(programmes.stream().map(Programme::id).toArray(String[]::new))
                .update();
        for (var it : programmes) {
            jdbc.sql("""
                            insert into determination.programme values (?, ?, ?, ?, ?, ?) on conflict (programme) do update
                                set kind = excluded.kind, amount_kind = excluded.amount_kind, decided = excluded.decided, hidden = excluded.hidden, facts = excluded.facts""")
                    .params(
                            it.id(),
                            word(it.kind()),
                            word(it.terms().amountKind()),
                            word(it.terms().decided()),
                            it.hidden(),
                            law.factsRead(it.id()).stream().sorted().toArray(String[]::new))
                    .update();
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
