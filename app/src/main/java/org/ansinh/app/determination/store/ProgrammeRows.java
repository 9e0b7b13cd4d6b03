package org.ansinh.app.determination.store;

import java.time.LocalDate;
import java.util.Locale;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.pack.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the database how binding the programmes of the pack in force are, which facts they read, and on which days their law turns. */
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
            var read = law.read(it.id());
            jdbc.sql("""
                            insert into determination.programme values (?, ?, ?, ?, ?, ?, ?::date[]) on conflict (programme) do update
                                set kind = excluded.kind, amount_kind = excluded.amount_kind, decided = excluded.decided, hidden = excluded.hidden, facts = excluded.facts, days = excluded.days""")
                    .params(
                            it.id(),
                            word(it.kind()),
                            word(it.terms().amountKind()),
                            word(it.terms().decided()),
                            it.hidden(),
                            read.facts().stream().sorted().toArray(String[]::new),
                            read.days().stream()
                                    .map(LocalDate::toString)
                                    .sorted()
                                    .toArray(String[]::new))
                    .update();
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
