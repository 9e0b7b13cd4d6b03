package org.ansinh.app.inspection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.inspection.SampleDesk.Item;
import org.ansinh.app.inspection.SampleDesk.Kind;
import org.ansinh.app.inspection.SampleDesk.Order;
import org.ansinh.app.inspection.SampleDesk.Sample;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Samples and what was drawn; the functions of the schema decide who may. */
@Repository
public class SampleRows {

    private static final String SAMPLE = """
            select s.sample_id, s.kind, s.programme, s.commune_code, lower(s.days) as first_day, upper(s.days) - 1 as last_day, s.wanted, s.population, s.seed, s.digest,
                   coalesce(o.full_name, '') as drawn_by, s.drawn_at
              from inspection.sample s left join access.face_officer o on o.role_name = s.drawn_by""";

    private final JdbcClient jdbc;

    SampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long draw(Order order) {
        return jdbc.sql("select inspection.draw(:kind, :programme, :commune, :from, :to, :size, :once)")
                .param("kind", order.kind().name().toLowerCase(Locale.ROOT))
                .param("programme", order.programme().orElse(null))
                .param("commune", order.commune().orElse(null))
                .param("from", order.from())
                .param("to", order.to())
                .param("size", order.size())
                .param("once", order.onceKey())
                .query(Long.class)
                .single();
    }

    public List<Sample> latest(int most) {
        return jdbc.sql(SAMPLE + " order by s.sample_id desc limit ?")
                .param(most)
                .query(SampleRows::sample)
                .list();
    }

    public Optional<Sample> find(long id) {
        return jdbc.sql(SAMPLE + " where s.sample_id = ?")
                .param(id)
                .query(SampleRows::sample)
                .optional();
    }

    public boolean isReproduced(long id) {
        return jdbc.sql("select coalesce(inspection.is_reproduced(?), false)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    public List<Item> items(long id) {
        return jdbc.sql("""
                        select s.nth, s.key, s.subject_kind = 'h' as household, s.subject_id, coalesce(p.name, h.code, '') as name, s.programme, s.commune_code, s.decision_id,
                               s.payroll_id, coalesce(d.number, s.payroll_id::text, '') as number, d.signed_on, s.for_month, s.amount
                          from inspection.sampled s
                          left join casework.face_decision d on d.decision_id = s.decision_id
                          left join registry.face_household h on s.subject_kind = 'h' and h.household_id = s.subject_id
                          left join registry.face_person p on p.person_id = case s.subject_kind when 'p' then s.subject_id else h.head_id end
                         where s.sample_id = ? order by s.nth""").param(id).query(SampleRows::item).list();
    }

    private static Sample sample(ResultSet row, int n) throws SQLException {
        return new Sample(
                row.getLong("sample_id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("programme")),
                Optional.ofNullable(row.getString("commune_code")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("wanted"),
                row.getLong("population"),
                row.getString("seed"),
                row.getString("digest"),
                row.getString("drawn_by"),
                row.getTimestamp("drawn_at").toInstant());
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getInt("nth"),
                row.getString("key"),
                row.getBoolean("household"),
                row.getInt("subject_id"),
                row.getString("name"),
                row.getString("programme"),
                row.getString("commune_code"),
                Optional.ofNullable(row.getObject("decision_id", Long.class)),
                Optional.ofNullable(row.getObject("payroll_id", Long.class)),
                row.getString("number"),
                Optional.ofNullable(row.getObject("signed_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("for_month", LocalDate.class)).map(YearMonth::from),
                row.getLong("amount"));
    }
}
