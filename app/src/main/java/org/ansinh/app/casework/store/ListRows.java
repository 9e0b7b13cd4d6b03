package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.ansinh.app.casework.EntitlementLists.Entry;
import org.ansinh.app.casework.EntitlementLists.Former;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.ListChoice;
import org.ansinh.app.casework.EntitlementLists.Sort;
import org.ansinh.app.casework.EntitlementLists.Tally;
import org.ansinh.app.casework.EntitlementLists.Village;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest outcomes of a month as lists. A count and its list use the same words. */
@Repository
public class ListRows {

    private static final String OUTCOMES =
            " from determination.face_outcome o left join determination.face_programme t on t.programme = o.programme";

    private static final String UNDECIDED = """
            (o.answer = 'm' or o.floor > 0) and not o.decided and o.if_signed > 0 and coalesce(t.decided, 'individually') = 'individually'
               and coalesce(t.kind, 'right') %s 'right'
               and not exists (select from casework.decision d where d.state = 'signed' and d.programme = o.programme
                    and d.subject_kind = o.subject_kind and d.subject_id = o.subject_id and d.kind <> 'stop')
               and not exists (select from casework.decision d where d.state = 'draft' and d.programme = o.programme
                    and d.subject_kind = o.subject_kind and d.subject_id = o.subject_id and d.kind <> 'stop' and (o.unverified or not d.unverified))""";

    private static final String LIVED_THERE = """
            (o.subject_kind, o.subject_id) in (select t.subject_kind, t.subject_id from registry.face_lived_in(array(
                select w.village_id from territory.face_village w where w.days @> cast(:then as date) and w.commune_code = :former), cast(:then as date)) t)""";

    private final JdbcClient jdbc;

    ListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<YearMonth> months() {
        return jdbc
                .sql("select month from determination.face_latest_run order by month desc")
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    /** What a run found was counted when it closed; what waits for a decision is counted now, among what is decided one by one. */
    public List<Tally> tallies(YearMonth month) {
        return jdbc.sql("""
                        with closed as (
                            select o.programme, o.commune_code, sum(o.number) filter (where %s) as entitled, sum(o.number) filter (where %s) as undetermined,
                                   sum(o.number) filter (where %s) as without_ground, sum(o.owed) as owed
                              from determination.face_outcome_tally o where o.month = :month group by 1, 2
                        ), waiting as (
                            select o.programme, o.commune_code, count(*) filter (where %s) as without_decision, count(*) filter (where %s) as possible
                            %s where o.month = :month and not o.decided and o.if_signed > 0 and o.programme = any (array(
                                   select distinct c.programme from closed c left join determination.face_programme t on t.programme = c.programme
                                    where coalesce(t.decided, 'individually') = 'individually'))
                             group by 1, 2
                        )
                        select programme, commune_code, coalesce(entitled, 0) as entitled, coalesce(undetermined, 0) as undetermined,
                               coalesce(without_decision, 0) as without_decision, coalesce(possible, 0) as possible,
                               coalesce(without_ground, 0) as without_ground, owed
                          from closed left join waiting using (programme, commune_code) order by 1, 2""".formatted(
                                of(Kind.ENTITLED),
                                of(Kind.UNDETERMINED),
                                of(Kind.WITHOUT_GROUND),
                                of(Kind.WITHOUT_DECISION),
                                of(Kind.POSSIBLE),
                                OUTCOMES))
                .param("month", month.atDay(1))
                .query((row, n) -> new Tally(
                        row.getString("programme"),
                        row.getString("commune_code"),
                        row.getLong("entitled"),
                        row.getLong("undetermined"),
                        row.getLong("without_decision"),
                        row.getLong("possible"),
                        row.getLong("without_ground"),
                        row.getLong("owed")))
                .list();
    }

    public long count(ListChoice choice) {
        return chosen("select count(*)" + OUTCOMES + where(choice.kind()), choice)
                .query(Long.class)
                .single();
    }

    public List<Entry> page(ListChoice choice, Sort sort, int offset, int limit) {
        return chosen(rows(choice, sort) + " offset :offset limit :limit", choice)
                .param("offset", offset)
                .param("limit", limit)
                .query(ListRows::entry)
                .list();
    }

    public void each(ListChoice choice, Sort sort, Consumer<Entry> use) {
        chosen(rows(choice, sort), choice).query(row -> {
            use.accept(entry(row, 0));
        });
    }

    public List<Village> villages(ListChoice choice) {
        return chosen("""
                        select v.village_id, v.name from territory.face_village v
                         where v.days @> cast(:then as date) and v.village_id in (select o.village_id %s)
                         order by v.name collate public.vietnamese, v.village_id""".formatted(OUTCOMES + where(choice.kind())), choice)
                .query((row, n) -> new Village(row.getInt(1), row.getString(2)))
                .list();
    }

    /** Their days are over today, and ended not before that month. */
    public List<Former> formers(ListChoice choice) {
        return jdbc.sql("""
                        select c.code, concat_ws(', ', c.full_name, nullif(c.district, ''))%s as name from territory.face_commune c
                         where c.days @> cast(:then as date) and not c.days @> public.house_today() and upper(c.days) <= public.house_today()
                           and case when cast(:commune as text) is null then access.sees_province() else c.successor = :commune end
                         order by name""".formatted(" collate public.vietnamese"))
                .param("then", choice.month().atEndOfMonth())
                .param("commune", choice.commune().orElse(null))
                .query((row, n) -> new Former(row.getString("code"), row.getString("name")))
                .list();
    }

    private static String rows(ListChoice choice, Sort sort) {
        return """
                select o.subject_kind = 'h' as household, case when not c.days @> public.house_today() then concat_ws(', ', c.full_name, nullif(c.district, '')) else '' end as then_in, o.subject_id, coalesce(p.name, h.code, '') collate public.vietnamese as name, coalesce(extract(year from p.born), 0)::int as born,
                       coalesce(v.name, '') collate public.vietnamese as village, o.commune_code, greatest(o.amount, o.floor) as amount, o.owed, o.provisions, o.missing, o.decided,
                       o.unverified
                """ + OUTCOMES + """
                  left join registry.face_household h on o.subject_kind = 'h' and h.household_id = o.subject_id
                  left join registry.face_person p on p.person_id = case o.subject_kind when 'p' then o.subject_id else h.head_id end
                  left join territory.face_village v on v.village_id = o.village_id and v.days @> cast(:then as date)
                  left join territory.face_commune c on c.code = v.commune_code and c.days @> cast(:then as date)
                """ + where(choice.kind()) + " order by " + order(sort) + ", o.subject_id";
    }

    private static String where(Kind kind) {
        return " where o.month = :month and o.programme = :programme and (cast(:commune as text) is null or o.commune_code = :commune)"
                + " and (cast(:village as int) is null or o.village_id = :village) and (cast(:former as text) is null or "
                + LIVED_THERE + ") and ("
                + of(kind) + ")";
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case ENTITLED -> "o.answer = 'm'";
            case UNDETERMINED -> "o.answer = 'u'";
            case WITHOUT_DECISION -> UNDECIDED.formatted("=");
            case POSSIBLE -> UNDECIDED.formatted("<>");
            case WITHOUT_GROUND -> "o.answer = 'n' and o.decided";
        };
    }

    private static String order(Sort sort) {
        var down = sort.descending() ? " desc" : "";
        return switch (sort.key()) {
            case NAME -> "name" + down;
            case VILLAGE -> "o.commune_code" + down + ", village" + down + ", name";
            case AMOUNT -> "greatest(o.amount, o.floor)" + down + ", name";
            case BORN -> "p.born" + down + ", name";
        };
    }

    private JdbcClient.StatementSpec chosen(String sql, ListChoice choice) {
        return jdbc.sql(sql)
                .param("month", choice.month().atDay(1))
                .param("programme", choice.programme())
                .param("commune", choice.commune().orElse(null))
                .param("village", choice.village().orElse(null))
                .param("former", choice.former().orElse(null))
                .param("then", choice.month().atEndOfMonth());
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getBoolean("household"),
                row.getInt("subject_id"),
                row.getString("name"),
                row.getInt("born"),
                row.getString("village"),
                row.getString("commune_code"),
                row.getString("then_in"),
                row.getLong("amount"),
                row.getLong("owed"),
                row.getString("provisions"),
                row.getString("missing"),
                row.getBoolean("decided"),
                row.getBoolean("unverified"));
    }
}
