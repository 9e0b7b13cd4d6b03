package org.ansinh.app.access.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansinh.app.access.InspectionDesk.Actor;
import org.ansinh.app.access.InspectionDesk.Entry;
import org.ansinh.app.access.InspectionDesk.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The audit as inspectors and administrators read it; the table's own policy keeps everybody else out. */
@Repository
public class InspectionRows {
    private final JdbcClient jdbc;

    public InspectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Actor> actors() {
        return jdbc.sql("select role_name, full_name from access.face_officer order by full_name, role_name")
                .query((row, n) -> new Actor(row.getString(1), row.getString(2)))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(Question question) {
        var where = new TreeMap<String, Object>();
        return jdbc.sql("select count(*) from access.face_audit e" + where(question, where))
                .params(where)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Entry> entries(Question question, long skip, int most) {
        var where = new TreeMap<String, Object>();
        String sql = "select * from access.face_audit e" + where(question, where)
                + " order by entry_id desc offset :skip limit :most";
        where.put("skip", skip);
        where.put("most", most);
        return jdbc.sql(sql).params(where).query(InspectionRows::entry).list();
    }

    /** That somebody looked whether the audit is whole. */
    @Transactional
    public void inspected(boolean holds) {
        jdbc.sql("insert into access.audit_entry (act, words) values ('inspect_audit', ?)")
                .param(holds ? "holds" : "does not hold")
                .update();
    }

    private static String where(Question question, Map<String, Object> values) {
        var where = new StringBuilder(" where true");
        question.officer().ifPresent(it -> {
            values.put("officer", it);
            where.append(" and e.officer = :officer::name");
        });
        question.person().ifPresent(it -> {
            values.put("person", it);
            where.append(" and (e.person_id = :person or e.shown @> array[:person]::integer[])");
        });
        question.act().ifPresent(it -> {
            values.put("act", it);
            where.append(" and e.act = :act");
        });
        question.from().ifPresent(it -> {
            values.put("from", it);
            where.append(" and e.at >= (:from::date::timestamp at time zone 'Asia/Ho_Chi_Minh')");
        });
        question.to().ifPresent(it -> {
            values.put("to", it.plusDays(1));
            where.append(" and e.at < (:to::date::timestamp at time zone 'Asia/Ho_Chi_Minh')");
        });
        return where.toString();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("entry_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("officer"),
                row.getString("officer_name"),
                row.getString("act"),
                row.getObject("person_id", Integer.class),
                row.getString("words"),
                numbers(row.getArray("shown")),
                row.getObject("rows_count", Long.class),
                row.getString("about_name"),
                row.getObject("erased_by") != null);
    }

    private static List<Integer> numbers(@org.jspecify.annotations.Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }
}
