package org.ansinh.app.reporting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.app.reporting.Cell;
import org.ansinh.app.reporting.Dimension;
import org.ansinh.app.reporting.FiguresDesk.Counted;
import org.ansinh.app.reporting.FiguresDesk.Figure;
import org.ansinh.app.reporting.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts and lists from the same words: a measure says which rows it is made of, a dimension what one row belongs to. A count groups them, a list shows them; so
 * a figure cannot differ from what it opens into.
 */
@Repository
public class FigureRows {

    private static final String PEOPLE = """
            select 'p' as kind, p.person_id as id, p.person_id as person_id, p.village_id, p.commune_code, p.ethnic_group, 0::bigint as dong, '' as note
              from registry.face_person p
             where p.died_on is null and p.household_id is not null""";

    private static final String HOUSEHOLDS = """
            select 'h' as kind, h.household_id as id, h.head_id as person_id, h.village_id, h.commune_code, head.ethnic_group, 0::bigint as dong, '' as note
              from registry.face_household h
              left join registry.face_person head on head.person_id = h.head_id
             where exists (select from registry.face_person m where m.household_id = h.household_id and m.died_on is null)""";

    private static final String OF_CLASS = """
             and exists (select from registry.face_fact_now f
                          where f.subject_kind = 'h' and f.subject_id = h.household_id and f.fact = 'household.class'
                            and f.words = '%s' and f.days @> cast(:lastDay as date))""";

    private static final String OUTCOMES = """
            select o.subject_kind::text as kind, o.subject_id as id, coalesce(h.head_id, o.subject_id) as person_id, o.village_id, o.commune_code,
                   p.ethnic_group, %s as dong, %s as note
              from determination.face_outcome o
              left join registry.face_household h on o.subject_kind = 'h' and h.household_id = o.subject_id
              left join registry.face_person p on p.person_id = coalesce(h.head_id, o.subject_id)
             where o.month = cast(:firstDay as date) and o.programme = :programme and %s""";

    private final JdbcClient jdbc;

    FigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Figure> counted(Cell cell) {
        var figures = new HashMap<String, Figure>();
        asked(
                        "select %s as value, count(*) as counted, coalesce(sum(r.dong), 0) as dong from (%s) r %s group by 1"
                                .formatted(value(cell.dimension()), rows(cell.measure()), where(cell)),
                        cell)
                .query(row -> {
                    figures.put(row.getString("value"), new Figure(row.getLong("counted"), row.getLong("dong")));
                });
        return figures;
    }

    public List<Counted> listed(Cell cell, int offset, int limit) {
        return asked("""
                        select r.kind, r.id, coalesce(p.name, '') as name, coalesce(extract(year from p.born), 0)::int as year, coalesce(v.name, '') as village,
                               r.commune_code, r.dong, r.note
                          from (%s) r
                          left join registry.face_person p on p.person_id = r.person_id
                          left join territory.face_village v on v.village_id = r.village_id and v.days @> cast(:lastDay as date)
                         %s order by r.commune_code, village, name, r.id offset :offset limit :limit""".formatted(rows(cell.measure()), where(cell)), cell)
                .param("offset", offset)
                .param("limit", limit)
                .query(FigureRows::counted)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Cell cell) {
        return jdbc.sql(sql)
                .param("firstDay", cell.month().atDay(1))
                .param("lastDay", cell.month().atEndOfMonth())
                .param("programme", cell.programme().orElse(""))
                .param("value", cell.value().orElse(""));
    }

    private static String rows(Measure measure) {
        return switch (measure) {
            case PEOPLE -> PEOPLE;
            case HOUSEHOLDS -> HOUSEHOLDS;
            case POOR -> HOUSEHOLDS + OF_CLASS.formatted("poor");
            case NEAR_POOR -> HOUSEHOLDS + OF_CLASS.formatted("near_poor");
            case BENEFICIARIES -> OUTCOMES.formatted("o.owed", "o.provisions", "o.decided and o.owed > 0");
            case WITHOUT_DECISION ->
                OUTCOMES.formatted(
                        "o.if_signed",
                        "o.provisions",
                        "o.answer = 'm' and not o.decided and o.amount > 0 and o.payee_kind <> 'insurer'");
            case UNDETERMINED -> OUTCOMES.formatted("o.floor", "o.missing", "o.answer = 'u'");
        };
    }

    private static String value(Dimension dimension) {
        return switch (dimension) {
            case WHOLE -> "''";
            case COMMUNE -> "r.commune_code";
            case ETHNIC_GROUP -> "coalesce(r.ethnic_group, '')";
            case VILLAGE_STATUS -> """
                case when exists (select from territory.face_village_fact s where s.subject_id = r.village_id and s.fact = 'village.extremely_difficult'
                                   and s.days @> cast(:lastDay as date) and s.whole = 1) then 'difficult' else 'other' end""";
        };
    }

    private static String where(Cell cell) {
        return cell.value().isPresent() ? "where " + value(cell.dimension()) + " = :value" : "";
    }

    private static Counted counted(ResultSet row, int n) throws SQLException {
        return new Counted(
                row.getString("kind").equals("h"),
                row.getInt("id"),
                row.getString("name"),
                row.getInt("year"),
                row.getString("village"),
                row.getString("commune_code"),
                row.getLong("dong"),
                row.getString("note"));
    }
}
