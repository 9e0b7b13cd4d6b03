-- Why each line of a list differs from the list before, from evidence only (ADR 44).
create or replace function differ(of_list bigint)
returns table (subject_kind "char", subject_id integer, part text, cause text, before bigint, after bigint, before_us bigint,
    decision_id bigint, day date, place text, facts text, months text, village_id integer)
language sql stable security definer set search_path = payments, pg_temp as $$
    with list as materialized (
        select p.* from payroll p where p.payroll_id = of_list
    ), everybody as materialized (
        select * from beside_before(of_list)
    ), changed as materialized (
        select * from everybody e where e.now_month <> e.then_month
    ), law as materialized (
        select l.* from (select array_agg(c.subject_kind) as kinds, array_agg(c.subject_id) as ids from changed c) a, law_changed(of_list, a.kinds, a.ids) l
    ), answer as materialized (
        select o.subject_kind, o.subject_id, o.through, bool_or(o.unverified and o.amount > 0) as unverified, bool_or(o.missing <> '') as missing, sum(o.amount) as amount
          from list t join determination.face_owed o on o.commune_code = t.commune_code and o.programme = t.programme
          cross join (select max(c.now_due) as now_due, max(c.then_due) as then_due from everybody c) d
         where o.through = t.month and d.now_due between o.first_month and o.last_month
            or o.through = d.then_due and o.through < t.month and d.then_due between o.first_month and o.last_month
         group by o.subject_kind, o.subject_id, o.through
    ), evidence as materialized (
        select c.*, t.month as list_month, d.kinds, v.decision_id as level_by, v.kind as level_kind, v.signed_on, v.effective, v.first_by, v.first_signed, v.first_taken_over,
               p.died_on, p.commune_code as lives_in, t.commune_code as here, n.elsewhere as listed_in, w.since, w.why, w.day as birthday, coalesce(w.facts, '') as facts,
               r.cause as rests, an.unverified as unverified, an.missing as missing, an.amount as law_amount, at.unverified as unverified_then, at.missing as missing_then,
               exists (select from line x join payroll q using (payroll_id) where x.programme = t.programme and x.subject_kind = c.subject_kind
                       and x.subject_id = c.subject_id and q.month < c.now_due) as ever_listed
          from list t cross join changed c
          cross join lateral (
              select max(l.decision_id) filter (where l.now_in) as decision_id, max(l.kind) filter (where l.now_in) as kind, max(l.signed_on) filter (where l.now_in) as signed_on,
                     max(l.from_month) filter (where l.now_in) as effective, min(l.decision_id) filter (where l.first) as first_by,
                     min(l.signed_on) filter (where l.first) as first_signed, bool_or(l.taken_over) filter (where l.first) as first_taken_over
                from (select f.*, f.from_month = '-infinity' as first, c.now_due >= f.from_month and c.now_due < f.until_month as now_in from casework.face_level f
                       where f.programme = t.programme and f.subject_kind = c.subject_kind and f.subject_id = c.subject_id) l) v
          cross join lateral (
              select string_agg(f.kind, ',' order by f.from_month) as kinds from casework.face_level f
               where f.programme = t.programme and f.subject_kind = c.subject_kind and f.subject_id = c.subject_id and f.from_month <= c.now_due) d
          left join registry.face_person p on c.subject_kind = 'p' and p.person_id = c.subject_id
          left join resting r on r.programme = t.programme and r.subject_kind = c.subject_kind and r.subject_id = c.subject_id
          left join law w on w.subject_kind = c.subject_kind and w.subject_id = c.subject_id
          left join answer an on an.subject_kind = c.subject_kind and an.subject_id = c.subject_id and an.through = t.month
          left join answer at on at.subject_kind = c.subject_kind and at.subject_id = c.subject_id and at.through = c.then_due
          left join lateral (select max(q.commune_code) as elsewhere from line x join payroll q using (payroll_id)
               where x.programme = t.programme and x.subject_kind = c.subject_kind and x.subject_id = c.subject_id and x.for_month = c.now_due
                 and q.commune_code <> t.commune_code) n on true
    ), told as (
        select e.*, case
            when e.then_month = 0 then case
                when e.came_from is not null then 'moved_in'
                when e.kinds like '%stop,grant%' then 'resumed'
                when exists (select from suspension z, list q where z.programme = q.programme and z.subject_kind = e.subject_kind and z.subject_id = e.subject_id
                     and z.state = 'ended' and z.resumed_at >= e.then_due) then 'resumed'
                when e.subject_kind = 'p' and exists (select from registry.face_told_dead z where z.person_id = e.subject_id and z.dismissed_on >= e.then_due) then 'told_dead_mistaken'
                when not e.ever_listed and not e.first_taken_over then 'new_decision'
                when e.unverified_then then 'released'
                when e.missing_then then 'answered'
                when e.lists_before = 0 and e.since is distinct from e.now_due then 'no_list_before'
                when e.since > e.then_due then coalesce(e.why, 'unknown')
                else 'unknown' end
            when e.now_month = 0 then case
                when e.died_on < e.now_due + interval '1 month' then 'died'
                when e.level_kind = 'stop' then 'stopped'
                when e.rests is not null then e.rests
                when exists (select from payments.payer y, list q where y.programme = q.programme and y.subject_kind = e.subject_kind and y.subject_id = e.subject_id
                     and e.now_due >= y.first_month and e.now_due < y.until_month and y.commune_code is distinct from q.commune_code) or e.listed_in is not null
                     or e.subject_kind = 'p' and e.lives_in <> e.here then 'moved_out'
                when e.paid_through >= e.now_due then 'paid_before_us'
                when e.unverified then 'unverified'
                when e.missing then 'ask'
                when e.level_by is null then 'level_unknown'
                when e.law_amount = 0 and e.since > e.then_due and e.why is not null then e.why
                when e.law_amount = 0 then 'owed_no_more'
                else 'unknown' end
            when e.level_kind = 'adjust' and case when e.before_us > 0 then e.signed_on > e.paid_through else e.signed_on > e.then_at::date - 1 end
                then coalesce(e.why, 'adjusted')
            when e.now_month * e.months_then = e.then_month * e.months_now then 'more_months'
            when e.missing then 'ask'
            when e.since > e.then_due then coalesce(e.why, 'unknown')
            else 'unknown' end as cause
          from evidence e
    )
    select t.subject_kind, t.subject_id, 'month', t.cause, t.then_month, t.now_month, t.before_us,
           case when t.cause in ('new_decision', 'resumed', 'adjusted', 'stopped') or t.level_kind = 'adjust' and t.cause in ('decree', 'age', 'fact') then case t.cause
               when 'new_decision' then t.first_by else t.level_by end end,
           case t.cause when 'died' then t.died_on
                when 'told_dead' then (select min(z.told_on) from registry.face_told_dead z where z.person_id = t.subject_id and z.open) when 'age' then t.birthday
                when 'decree' then t.since when 'fact' then t.since when 'new_decision' then t.first_signed
                when 'resumed' then greatest(t.signed_on, (select max((z.resumed_at at time zone 'Asia/Ho_Chi_Minh')::date) from suspension z, list q
                    where z.programme = q.programme and z.subject_kind = t.subject_kind and z.subject_id = t.subject_id and z.state = 'ended'))
                when 'adjusted' then t.signed_on when 'stopped' then t.signed_on when 'paid_before_us' then t.paid_through end,
           case t.cause when 'moved_in' then t.came_from when 'moved_out' then coalesce(t.listed_in, t.lives_in) end,
           case when t.cause in ('fact', 'unknown') then t.facts else '' end, '', t.village_id
      from told t
    union all
    select e.subject_kind, e.subject_id, 'arrears',
           case when exists (select from line x join outcome o using (programme, subject_kind, subject_id, for_month, sequence)
                              where programme = (select q.programme from list q) and subject_kind = e.subject_kind and subject_id = e.subject_id and o.outcome <> 'paid' 
                                and to_char(for_month, 'YYYY-MM') = any (string_to_array(e.now_months, ','))) then 'came_back' else 'arrears' end,
           0, e.now_arrears, 0, null, null, null, '', e.now_months, e.village_id from everybody e where e.now_arrears > 0
    union all
    select e.subject_kind, e.subject_id, 'arrears_before', 'arrears_paid', e.then_arrears, 0, 0, null, null, null, '', '', e.village_id from everybody e where e.then_arrears > 0
$$;

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

-- Everybody on this list, on the list before, or paid for the month before by the office before this house. A quarter is compared with the quarter before, a term with
-- the term before.
create or replace function beside_before(of_list bigint)
returns table (subject_kind "char", subject_id integer, now_due date, then_due date, now_month bigint, now_arrears bigint, now_months text,
    then_month bigint, then_arrears bigint, before_us bigint, paid_through date, came_from text, village_id integer,
    lists_before integer, then_at timestamp with time zone, months_now integer, months_then integer)
language sql stable security definer set search_path = payments, pg_temp as $$
    with list as materialized (
        select p.payroll_id, p.month, p.programme, p.commune_code, p.round, d.now_due, d.then_due, d.months_now, d.months_then
          from payroll p join determination.face_account a on a.commune_code = p.commune_code and a.programme = p.programme and a.through = p.month
          cross join lateral due_months(a.due_after, p.month) d
         where p.payroll_id = of_list
    ), now_on as materialized (
        select l.subject_kind, l.subject_id, coalesce(sum(l.amount) filter (where l.for_month = t.now_due), 0) as month_sum,
               coalesce(sum(l.amount) filter (where l.for_month < t.now_due), 0) as arrears,
               coalesce(string_agg(distinct to_char(l.for_month, 'YYYY-MM'), ',') filter (where l.for_month < t.now_due), '') as months, max(l.village_id) as village_id
          from list t join payroll p on p.programme = t.programme and p.commune_code = t.commune_code and p.month between t.now_due and t.month
           and (p.month < t.month or p.round <= t.round)
          join held_line l on l.payroll_id = p.payroll_id
         group by l.subject_kind, l.subject_id
    ), then_lists as materialized (
        select p.*, t.then_due, p.commune_code = t.commune_code as here
          from list t join payroll p on p.programme = t.programme and p.month >= t.then_due and p.month < t.now_due and p.state = 'approved'
    ), then_on as materialized (
        select l.subject_kind, l.subject_id, coalesce(sum(l.amount) filter (where p.here and l.for_month = p.then_due), 0) as month_sum,
               coalesce(sum(l.amount) filter (where p.here and l.for_month < p.then_due), 0) as arrears,
               max(p.commune_code) filter (where not p.here) as elsewhere, max(l.village_id) filter (where p.here) as village_id, bool_or(p.here) as here
          from then_lists p join (select x.payroll_id, x.subject_kind, x.subject_id, x.for_month, x.village_id, x.amount + x.withheld as amount from line x) l on l.payroll_id = p.payroll_id
         group by l.subject_kind, l.subject_id
    ), paid_fact as materialized (
        select n.fact_no, i.instance_no from list t, registry.face_fact_name n join registry.face_fact_instance i using (fact_no)
         where n.fact in ('person.paid_through', 'household.paid_through') and i.instance = t.programme
    ), subject as materialized (
        select q.subject_kind, q.subject_id, max(q.village_id) as village_id, bool_or(q.worked_out) as worked_out
          from (select o.subject_kind, o.subject_id, o.village_id, true as worked_out
                  from list t join determination.face_owed o on o.commune_code = t.commune_code and o.programme = t.programme and o.through = t.month
                union all select n.subject_kind, n.subject_id, n.village_id, false from now_on n
                union all select h.subject_kind, h.subject_id, h.village_id, false from then_on h where h.here) q
         group by q.subject_kind, q.subject_id
    ), known as materialized (
        select s.*, (select max(f.day) from registry.face_fact_numbered f where f.subject_id = s.subject_id and f.subject_kind = s.subject_kind
                        and (f.fact_no, f.instance_no) in (select p.fact_no, p.instance_no from paid_fact p)) as paid_through,
               (select max(h.commune_code) from registry.face_membership m join registry.face_household h on h.household_id = m.household_id
                 where s.subject_kind = 'p' and m.person_id = s.subject_id and m.kind = 'residence'
                   and m.days @> (select (t.then_due + interval '1 month - 1 day')::date from list t)) as lived_in
          from subject s
    )
    select k.subject_kind, k.subject_id, t.now_due, t.then_due, coalesce(n.month_sum, 0)::bigint, coalesce(n.arrears, 0)::bigint, coalesce(n.months, ''),
           (coalesce(h.month_sum, 0) + b.us)::bigint, coalesce(h.arrears, 0)::bigint, b.us, k.paid_through,
           coalesce(h.elsewhere, nullif(k.lived_in, t.commune_code)), k.village_id,
           (select count(*)::integer from then_lists x where x.here), (select max(x.approved_at) from then_lists x where x.here),
           t.months_now, t.months_then
      from list t cross join known k
      left join now_on n on n.subject_kind = k.subject_kind and n.subject_id = k.subject_id
      left join then_on h on h.subject_kind = k.subject_kind and h.subject_id = k.subject_id
      cross join lateral (select case when k.worked_out and k.paid_through >= t.then_due and coalesce(k.lived_in, t.commune_code) = t.commune_code
                   then coalesce(casework.face_level_known(t.programme, k.subject_kind, k.subject_id, t.then_due, k.paid_through), 0) * t.months_then
                   else 0 end::bigint as us) b
$$;

-- What the approver read is what holds now: drawn anew, every line and cause of the difference is the same.
create or replace function causes_still_hold() returns trigger
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    others bigint;
begin
    if old.state = 'draft' and new.state = 'approved' then
        with anew as materialized (
            select d.* from differ(new.payroll_id) d
        ), shown as materialized (
            select x.subject_kind, x.subject_id, x.part, x.cause, x.before, x.after, x.before_us, x.decision_id, x.day, x.place, x.facts, x.months, x.village_id
              from difference x where x.payroll_id = new.payroll_id
        )
        select count(*) into others from ((select * from anew except select * from shown) union all (select * from shown except select * from anew)) q;
        if others > 0 then
            raise exception 'Since list % was drawn, % causes of its difference have changed.', new.payroll_id, others
                using errcode = 'AS010', constraint = 'list_causes_changed', detail = others::text, hint = 'Discard the draft and draw it again; then read the causes and approve.';
        end if;
    end if;
    return new;
end $$;
