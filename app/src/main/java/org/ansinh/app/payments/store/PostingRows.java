package org.ansinh.app.payments.store;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of a list may be named in public. */
@Repository
public class PostingRows {

    private final JdbcClient jdbc;

    PostingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean mayPost() {
        return jdbc.sql("select access.sees_reasons()").query(Boolean.class).single();
    }

    /** @param posted whether they may be named */
    public record Row(String name, int birthYear, String village, long amount, boolean posted) {}

    /**
     * Asked as the house, for whoever posts need not read what keeps somebody off the page. Of a programme with such groups nobody is posted whose group is not known.
     *
     * @param provisions whose beneficiaries are not named
     * @param facts hidden ones: whoever has one recorded is not named in such a programme either
     */
    public List<Row> rows(long payroll, Collection<String> provisions, Collection<String> facts) {
        return jdbc.sql("""
                        with listed as (
                            select l.programme, l.subject_kind, l.subject_id, min(l.village_id) as village_id, sum(l.amount)::bigint as amount from payments.line l
                             where l.payroll_id = :payroll group by 1, 2, 3
                        ), known as (
                            select x.subject_kind, x.subject_id, btrim(p.id) as id from listed x
                              join casework.face_decision d on d.programme = x.programme and d.subject_kind = x.subject_kind and d.subject_id = x.subject_id and d.state = 'signed'
                             cross join lateral unnest(string_to_array(d.provisions, ',')) p(id)
                            union
                            select x.subject_kind, x.subject_id, btrim(p.id) from listed x
                              join determination.face_owed o on o.programme = x.programme and o.subject_kind = x.subject_kind and o.subject_id = x.subject_id and o.amount > 0
                             cross join lateral unnest(string_to_array(o.provisions, ',')) p(id)
                        )
                        select coalesce(b.name, '') as name, coalesce(extract(year from b.born), 0)::int as year, coalesce(v.name, '') as village, x.amount,
                               cardinality(:provisions) = 0
                               or (exists (select from known k where k.subject_kind = x.subject_kind and k.subject_id = x.subject_id and k.id <> '')
                                   and not exists (select from known k where k.subject_kind = x.subject_kind and k.subject_id = x.subject_id and k.id = any (:provisions))
                                   and not exists (select from registry.face_facts_of(x.subject_kind, x.subject_id) f where f.fact = any (:facts) and coalesce(f.whole, 1) <> 0)) as posted
                          from listed x
                          left join registry.face_household h on x.subject_kind = 'h' and h.household_id = x.subject_id
                          left join registry.face_person b on b.person_id = case x.subject_kind when 'p' then x.subject_id else h.head_id end
                          left join territory.face_village v on v.village_id = x.village_id and v.days @> public.house_today()
                         order by village, name, x.subject_id""")
                .param("payroll", payroll)
                .param("provisions", provisions.toArray(String[]::new))
                .param("facts", facts.toArray(String[]::new))
                .query((row, n) -> new Row(
                        row.getString("name"),
                        row.getInt("year"),
                        row.getString("village"),
                        row.getLong("amount"),
                        row.getBoolean("posted")))
                .list();
    }
}
