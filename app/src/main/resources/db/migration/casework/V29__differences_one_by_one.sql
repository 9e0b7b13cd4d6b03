-- Levels are asked subject by subject, and only of those who may be owed more than was signed: laid out for every decision of the province they cost each officer of a
-- commune a third of a second on every visit to the page of decisions.
create or replace function differences(of_through date)
returns table (programme text, subject_kind "char", subject_id integer, commune_code text, household_id integer, village_id integer, old_level bigint,
    new_level bigint, first_month date, arrears bigint, unverified boolean, period_months smallint, account_id bigint)
language sql stable security definer set search_path = casework, pg_temp as $$
    with owed as materialized (
        select o.* from determination.face_owed o where o.through = of_through and o.amount > 0 and o.commune_code = any (access.my_communes())
    ), raised as materialized (
        select o.*, l.amount as level, greatest(o.first_month, l.from_month) as from_month,
               least(o.last_month, (l.until_month - interval '1 month')::date) as to_month
          from owed o
         -- "offset 0" keeps both questions with the one subject they are about
         cross join lateral (select from decision x where x.state = 'signed' and x.subject_kind = o.subject_kind and x.subject_id = o.subject_id
                and x.programme = o.programme and x.amount > 0 and x.amount < o.amount limit 1 offset 0) less
         cross join lateral (select x.amount, x.from_month, x.until_month from face_level x where x.subject_kind = o.subject_kind
                and x.subject_id = o.subject_id and x.programme = o.programme offset 0) l
         where l.amount > 0 and o.amount > l.amount and l.from_month <= o.last_month and l.until_month > o.first_month
    ), paid_fact as materialized (
        select n.fact_no, i.instance_no, i.instance as programme from registry.face_fact_name n join registry.face_fact_instance i using (fact_no)
         where n.fact in ('person.paid_through', 'household.paid_through')
    ), stretch as (
        -- Asked subject by subject and by numbers: two sets of tens of thousands, of which the planner expects one row each, would be joined each with each.
        select q.* from (
            select r.*, (select max(f.day) from registry.face_fact_numbered f
                          where f.subject_id = r.subject_id and f.subject_kind = r.subject_kind
                            and (f.fact_no, f.instance_no) in (select p.fact_no, p.instance_no from paid_fact p where p.programme = r.programme)) as paid_through
              from raised r offset 0) q
         where q.paid_through is null or q.last_month > q.paid_through
    )
    select s.programme, s.subject_kind, s.subject_id, s.commune_code, max(s.household_id), max(s.village_id), min(s.level), max(s.amount), min(s.from_month),
           sum((s.amount - s.level) * ((extract(year from age(s.to_month, s.from_month)) * 12 + extract(month from age(s.to_month, s.from_month)))::int + 1))::bigint,
           bool_or(s.unverified), max(s.period_months), max(s.account_id)
      from stretch s
     group by s.programme, s.subject_kind, s.subject_id, s.commune_code
$$;

-- The case of somebody asks for every decision, signed or not.
drop index decision_subject;
create index decision_subject on decision (subject_kind, subject_id, programme);
