-- A decree is the cause only in a month in which the law of the programme turns: the pack says on which days. Then a birthday in those weeks, one's own or a child's, does not
-- hide it any more; where something was recorded too, somebody else to whom the same happened without must show it.
create or replace function law_changed(of_list bigint, kinds "char"[], ids integer[])
returns table (subject_kind "char", subject_id integer, since date, why text, day date, facts text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with law as materialized (
        select coalesce(x.facts, '{}') as facts, array(select date_trunc('month', d.day)::date from unnest(x.days) d(day)) as months
          from payroll q left join determination.face_programme x using (programme) where q.payroll_id = of_list
    ), run as materialized (
        select o.*, lag(o.amount) over w as amount_before, lag(o.provisions) over w as provisions_before, lag(o.last_month) over w as last_before
          from payroll p join determination.face_owed o on o.commune_code = p.commune_code and o.programme = p.programme and o.through = p.month
         where p.payroll_id = of_list
        window w as (partition by o.subject_kind, o.subject_id order by o.first_month)
    ), turn as materialized (
        select distinct on (r.subject_kind, r.subject_id) r.*
          from run r join unnest(kinds, ids) a(kind, id) on a.kind = r.subject_kind and a.id = r.subject_id
         where r.amount_before <> r.amount and r.last_before = r.first_month - interval '1 month'
         order by r.subject_kind, r.subject_id, r.first_month desc
    ), seen as materialized (
        select t.*, e.facts, y.own, y.others
          from turn t
          cross join lateral (select daterange((t.first_month - interval '1 month')::date, (t.first_month + interval '1 month')::date) as days) w
          cross join lateral (
              select array_agg(distinct x.kind || x.id) as whom from (
                  select t.subject_kind::text as kind, t.subject_id as id
                  union all select 'h', t.household_id where t.household_id is not null
                  union all select 'v', t.village_id where t.village_id is not null
                  union all select 'p', m.person_id from registry.face_membership m where m.household_id = t.household_id and m.days && w.days) x) near
          cross join lateral (
              select coalesce(string_agg(distinct f.fact, ','), '') as facts
                from law l cross join unnest(near.whom) n(who) cross join lateral registry.face_facts_of(left(n.who, 1)::"char", substr(n.who, 2)::int) f
               where f.fact = any (l.facts) and f.fact not in ('person.decision', 'household.decision', 'person.paid_through', 'household.paid_through')
                 and (lower(f.days) > lower(w.days) and lower(f.days) < upper(w.days) or upper(f.days) > lower(w.days) and upper(f.days) < upper(w.days))) e
          cross join lateral (
              select max(z.birthday) filter (where t.subject_kind = 'p' and z.person_id = t.subject_id) as own,
                     count(*) filter (where not (t.subject_kind = 'p' and z.person_id = t.subject_id)) as others
                from (select p.person_id, (p.born + make_interval(years => extract(year from g.d)::int - extract(year from p.born)::int))::date as birthday
                        from registry.face_person p cross join (values (lower(w.days)), (upper(w.days) - 1)) g(d)
                       where p.person_id in (select substr(n.who, 2)::int from unnest(near.whom) n(who) where n.who like 'p%')) z
               where z.birthday <@ w.days) y
    ), judged as (
        select s.*, s.provisions = s.provisions_before and s.amount > 0 and s.amount_before > 0 and s.first_month = any (l.months)
                    and (s.facts = '' or bool_or(s.facts = '')
                        over (partition by s.first_month, s.provisions_before, s.provisions, s.amount_before, s.amount)) as by_decree
          from seen s cross join law l
    )
    select j.subject_kind, j.subject_id, j.first_month,
           case when j.by_decree then 'decree' when j.facts <> '' and j.own is null and j.others = 0 then 'fact'
                when j.facts = '' and j.own is not null and j.others = 0 and j.provisions <> j.provisions_before then 'age' end,
           j.own, j.facts
      from judged j
$$;
