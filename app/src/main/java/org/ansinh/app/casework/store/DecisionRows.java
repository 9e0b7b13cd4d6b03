package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.casework.CauseToSign;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionChoice;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Signing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions as rows: every statement runs as whoever acts, under the row policies and triggers of the schema. */
@Repository
public class DecisionRows {

    private static final String SHOWN = """
            select d.decision_id, d.programme, case when x.annuls then 'annul' when x.reopens is not null then 'reopen' else d.kind end as kind, d.subject_kind = 'h' as household, d.subject_id, coalesce(p.name, h.code, '') as name, d.commune_code,
                   coalesce(v.name, '') as village, d.amount, d.cause, d.state, d.unverified, d.number, d.effective_from,
                   coalesce(a.full_name, '') as drafted_by, coalesce(s.full_name, nullif(d.signer_name, '')) as signed_by,
                   case when d.taken_over then d.signer_title else d.authority end as signer_title, d.signed_on, d.returned_because, d.taken_over, d.office,
                   coalesce(convert_from(d.determination, 'UTF8'), '') as determination
              from casework.face_decision d
              join casework.decision x on x.decision_id = d.decision_id
              left join registry.face_household h on d.subject_kind = 'h' and h.household_id = d.subject_id
              left join registry.face_person p on p.person_id = case d.subject_kind when 'p' then d.subject_id else h.head_id end
              left join territory.face_village v on v.village_id = d.village_id and v.days @> public.house_today()
              left join access.face_officer a on a.role_name = d.drafted_by
              left join access.face_officer s on s.role_name = d.signed_by
            """;

    private static final String CHOSEN = """
             where (cast(:state as text) is null or d.state = :state) and (cast(:programme as text) is null or d.programme = :programme)
               and (cast(:commune as text) is null or d.commune_code = :commune) and (cast(:cause as text) is null or d.cause_key = :cause)
            """;

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> programmesInUse() {
        return jdbc.sql("select programme from casework.programmes_in_use()")
                .query((row, n) -> row.getString(1))
                .list();
    }

    public List<CauseToSign> toSign() {
        return jdbc.sql("""
                        select programme, commune_code, cause_key, max(cause) as cause, max(case when annuls then 'annul' when reopens is not null then 'reopen' else kind end) as kind, count(*) as number, sum(amount) as monthly,
                               count(*) filter (where drafted_by = current_user) as own,
                               count(*) filter (where drafted_by <> current_user and unverified) as unverified
                          from casework.decision where state = 'draft'
                         group by programme, commune_code, cause_key order by programme, commune_code, number desc, cause_key""")
                .query((row, n) -> new CauseToSign(
                        row.getString("programme"),
                        row.getString("commune_code"),
                        row.getString("cause_key"),
                        row.getString("cause"),
                        row.getString("kind"),
                        row.getLong("number"),
                        row.getLong("monthly"),
                        row.getLong("own"),
                        row.getLong("unverified")))
                .list();
    }

    public List<DecisionId> draftsOf(String programme, Optional<String> commune, String causeKey) {
        return jdbc.sql("""
                        select decision_id from casework.decision where state = 'draft' and programme = :programme and cause_key = :cause
                           and (cast(:commune as text) is null or commune_code = :commune) order by 1""")
                .param("programme", programme)
                .param("cause", causeKey)
                .param("commune", commune.orElse(null))
                .query((row, n) -> new DecisionId(row.getLong(1)))
                .list();
    }

    public Optional<DecisionId> draftChange(String kind, DecisionId of, long amount, LocalDate from, String because) {
        return jdbc.sql("select casework.draft_change(?, ?, ?, ?, ?)")
                .params(kind, of.number(), amount, from, because)
                .query((row, n) ->
                        Optional.ofNullable(row.getObject(1, Long.class)).map(DecisionId::new))
                .single();
    }

    /** @param asAMistake the end is annulled; otherwise it is a right anew */
    public Optional<DecisionId> draftReopening(DecisionId end, boolean asAMistake, String because) {
        return jdbc.sql("select casework.draft_reopening(?, ?, ?)")
                .params(end.number(), asAMistake, because)
                .query((row, n) ->
                        Optional.ofNullable(row.getObject(1, Long.class)).map(DecisionId::new))
                .single();
    }

    public Signing sign(List<DecisionId> decisions) {
        return jdbc.sql("select done, own, unverified from casework.sign(?)")
                .param(numbers(decisions))
                .query((row, n) -> new Signing(
                        ids((Long[]) row.getArray("done").getArray()), row.getLong("own"), row.getLong("unverified")))
                .single();
    }

    public int sendBack(List<DecisionId> drafts, String because) {
        return jdbc.sql(
                        "update casework.decision set state = 'returned', returned_because = ? where decision_id = any (?) and state = 'draft'")
                .params(because, numbers(drafts))
                .update();
    }

    public Optional<Decision> find(DecisionId id) {
        return jdbc.sql(SHOWN + " where d.decision_id = ?")
                .param(id.number())
                .query(DecisionRows::decision)
                .optional();
    }

    public List<Decision> ofSubject(boolean household, int subject) {
        return jdbc.sql(
                        SHOWN
                                + " where d.subject_kind = ?::\"char\" and d.subject_id = ? and d.state = 'signed' order by d.signed_on desc, d.decision_id desc")
                .params(household ? "h" : "p", subject)
                .query(DecisionRows::decision)
                .list();
    }

    public List<Decision> list(DecisionChoice choice, int offset, int limit) {
        return chosen(SHOWN + CHOSEN + " order by d.decision_id desc offset :offset limit :limit", choice)
                .param("offset", offset)
                .param("limit", limit)
                .query(DecisionRows::decision)
                .list();
    }

    public long count(DecisionChoice choice) {
        return chosen("select count(*) from casework.decision d" + CHOSEN, choice)
                .query(Long.class)
                .single();
    }

    /** What the registry is to be told of decisions that were just signed; what it knows already, with an end perhaps, is left as it is. */
    public List<Stated> stated(List<DecisionId> ids) {
        return jdbc.sql("""
                        with asked as materialized (
                            -- an end that is annulled never was: the right goes on as it was signed first, without a day between
                            select d.decision_id, d.subject_kind, d.subject_id, d.commune_code, d.programme, d.kind, d.number, row_number() over (order by d.decision_id) as nth,
                                   case when x.annuls then (select g.signed_on from casework.decision g where g.state = 'signed' and g.kind = 'grant' and not g.annuls
                                            and g.programme = d.programme and g.subject_kind = d.subject_kind and g.subject_id = d.subject_id and g.decision_id < e.decision_id
                                          order by g.effective_from desc, g.decision_id desc limit 1) else d.signed_on end as signed_on,
                                   case when x.annuls then e.effective_from else d.effective_from end as effective_from
                              from casework.face_decision d
                              join casework.decision x on x.decision_id = d.decision_id
                              left join casework.decision e on e.decision_id = x.reopens
                             where d.decision_id = any (?) and d.kind in ('stop', 'grant')
                        ), known as (
                            select k.nth, k.day, k.days
                              from (select array_agg(subject_kind order by nth) as kinds, array_agg(subject_id order by nth) as ids,
                                           array_agg(case subject_kind when 'p' then 'person.decision' else 'household.decision' end order by nth) as facts,
                                           array_agg(programme order by nth) as programmes from asked) a
                             cross join lateral registry.face_facts_of_many(a.kinds, a.ids, a.facts, a.programmes) k
                        )
                        select subject_kind = 'h' as household, subject_id, commune_code, programme, kind, signed_on, effective_from, coalesce(number, '') as number
                          from asked d
                          left join known k on k.nth = d.nth and d.kind = 'grant' and k.day = d.signed_on and k.days @> d.effective_from
                         where k.nth is null
                         order by d.signed_on, d.decision_id""")
                .param(numbers(ids))
                .query((row, n) -> new Stated(
                        row.getBoolean("household"),
                        row.getInt("subject_id"),
                        row.getString("commune_code"),
                        row.getString("programme"),
                        row.getString("kind").equals("stop"),
                        day(row, "signed_on"),
                        day(row, "effective_from"),
                        row.getString("number")))
                .list();
    }

    /** A signed decision as the registry knows it. */
    public record Stated(
            boolean household,
            int subject,
            String commune,
            String programme,
            boolean isStop,
            LocalDate signedOn,
            LocalDate from,
            String number) {}

    private JdbcClient.StatementSpec chosen(String sql, DecisionChoice choice) {
        return jdbc.sql(sql)
                .param("state", choice.state().orElse(null))
                .param("programme", choice.programme().orElse(null))
                .param("commune", choice.commune().orElse(null))
                .param("cause", choice.causeKey().orElse(null));
    }

    private static Decision decision(ResultSet row, int n) throws SQLException {
        return new Decision(
                new DecisionId(row.getLong("decision_id")),
                row.getString("programme"),
                row.getString("kind"),
                row.getBoolean("household"),
                row.getInt("subject_id"),
                row.getString("name"),
                new Decision.Place(row.getString("commune_code"), row.getString("village")),
                row.getLong("amount"),
                row.getString("cause"),
                row.getString("state"),
                row.getBoolean("unverified"),
                Optional.ofNullable(row.getString("number")),
                Optional.ofNullable(row.getObject("effective_from", LocalDate.class)),
                new Decision.Signatures(
                        row.getString("drafted_by"),
                        Optional.ofNullable(row.getString("signed_by")),
                        Optional.ofNullable(row.getObject("signed_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("returned_because")),
                        row.getBoolean("taken_over"),
                        Optional.ofNullable(row.getString("office")),
                        Optional.ofNullable(row.getString("signer_title"))),
                row.getString("determination"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
    }

    private static Long[] numbers(List<DecisionId> ids) {
        return ids.stream().map(DecisionId::number).toArray(Long[]::new);
    }

    static List<DecisionId> ids(Long[] numbers) {
        var ids = new ArrayList<DecisionId>(numbers.length);
        Arrays.stream(numbers).forEach(it -> ids.add(new DecisionId(it)));
        return ids;
    }

    public Map<Integer, Long> monthly(Collection<Integer> people, YearMonth month) {
        var found = new HashMap<Integer, Long>();
        jdbc.sql("""
                        select l.subject_id, sum(l.amount)::bigint from casework.face_level l
                         where l.subject_kind = 'p' and l.subject_id = any (:people) and l.period_months = 1 and l.amount > 0
                           and cast(:month as date) >= l.from_month and cast(:month as date) < l.until_month
                         group by 1""")
                .param("people", people.toArray(new Integer[0]))
                .param("month", month.atDay(1))
                .query(row -> {
                    found.put(row.getInt(1), row.getLong(2));
                });
        return found;
    }
}
