-- Lists to pay are for whoever sees people. What must be asked about somebody is a reason, and stays with those who see reasons.
create policy own_purpose on payroll as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on line as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on payee as restrictive for select to ansinh_officer using ((select access.sees_people()));

-- Where everybody stands; to whoever sees no reasons it is told that something must be asked, not what.
create or replace function standing(of_programme text, of_commune text, of_through date)
returns table (subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with account as materialized (
        select a.* from determination.face_account a
         where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through and access.may_see_commune(of_commune)
    ), subject as materialized (
        select o.subject_kind, o.subject_id, max(o.household_id) as household_id, max(o.village_id) as village_id,
               (select max(f.day) from registry.face_fact_now f
                 where f.subject_id = o.subject_id and f.subject_kind = o.subject_kind and f.instance = of_programme
                   and f.fact in ('person.paid_through', 'household.paid_through')) as paid_through
          from determination.face_owed o join account using (account_id) group by o.subject_kind, o.subject_id
    ), level as materialized (
        select l.* from subject s
        cross join lateral (select * from casework.face_level v
            where v.programme = of_programme and v.subject_kind = s.subject_kind and v.subject_id = s.subject_id) l
    ), month as (
        select o.subject_kind, o.subject_id, m.month, case a.period_months when 3
                   then (date_trunc('quarter', m.month) + interval '2 months')::date else m.month end as due_month,
               o.amount, o.last_month, o.unverified, case when o.in_force or o.amount > 0 then o.missing else '' end as missing, s.paid_through
          from account a join determination.face_owed o on o.account_id = a.account_id join subject s using (subject_kind, subject_id)
          cross join lateral (select g::date as month from generate_series(o.first_month, o.last_month, interval '1 month') g) m
    ), settled as (
        select m.*, l.amount as level, l.taken_over and m.paid_through is null as paid_unknown, m.paid_through >= m.month as was_paid,
               case when m.paid_through >= m.month and l.amount > 0 and l.signed_on > m.paid_through and l.kind = 'adjust'
                   then casework.face_level_known(of_programme, m.subject_kind, m.subject_id, m.month, m.paid_through) end as level_then
          from month m
          left join level l on l.subject_kind = m.subject_kind and l.subject_id = m.subject_id and m.month >= l.from_month and m.month < l.until_month
         where m.due_month <= of_through
    ), priced as (
        select s.*, case when s.level is null or s.paid_unknown then 0
                   when s.was_paid then greatest(least(s.amount, s.level) - s.level_then, 0)
                   else least(s.amount, s.level) end as owed
          from settled s
    )
    select p.subject_kind, p.subject_id, p.due_month, sum(p.amount)::bigint, coalesce(sum(p.owed) filter (where not p.unverified), 0)::bigint,
           coalesce(sum(p.owed) filter (where p.unverified), 0)::bigint, coalesce(sum(greatest(p.amount - p.level, 0)) filter (where p.level > 0 and (not coalesce(p.was_paid, false) or p.last_month > p.paid_through)), 0)::bigint,
           coalesce(sum(p.amount) filter (where p.level is null and not coalesce(p.was_paid, false)), 0)::bigint,
           coalesce(sum(least(p.amount, p.level)) filter (where p.paid_unknown), 0)::bigint,
           case when access.sees_reasons() then coalesce(string_agg(distinct p.missing, ',') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '')
               else coalesce(max('ask') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '') end,
           max(s.household_id), max(s.village_id), coalesce(max(l.listed), 0)::bigint, coalesce(max(l.times), 0)::smallint
      from priced p join subject s using (subject_kind, subject_id)
      left join lateral (select sum(x.amount) as listed, count(*) as times from payments.line x
                          where x.programme = of_programme and x.subject_kind = p.subject_kind and x.subject_id = p.subject_id
                            and x.for_month = p.due_month) l on true
     group by p.subject_kind, p.subject_id, p.due_month
$$;

create or replace function withheld(of_programme text, of_commune text, of_through date)
returns table (cause text, subject_kind "char", subject_id integer, for_month date, amount bigint, missing text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with s as materialized (select * from payments.standing(of_programme, of_commune, of_through))
    select 'not_worked_out', n.subject_kind, n.subject_id, of_through, 0::bigint, '' from payments.not_worked_out(of_programme, of_commune, of_through) n
    union all
    select c.cause, s.subject_kind, s.subject_id, s.due_month, c.amount, case when access.sees_reasons() then s.missing else '' end
      from s cross join lateral (values ('paid_unknown', s.paid_unknown), ('level_unknown', s.level_unknown), ('ask', case when s.missing <> '' then 0 end),
          ('unverified', greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), ('above_level', s.above_level),
          ('overpaid', greatest(s.listed - s.payable - s.unverified, 0))) c(cause, amount)
     where c.amount > 0 or c.cause = 'ask' and c.amount = 0
    union all
    select 'overpaid', l.subject_kind, l.subject_id, l.for_month, sum(l.amount)::bigint, ''
      from payments.line l
     where access.may_see_commune(of_commune) and access.sees_people() and l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through
       and exists (select from determination.face_account a where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through)
       and not exists (select from s where s.subject_kind = l.subject_kind and s.subject_id = l.subject_id and s.due_month = l.for_month)
       and case l.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = l.subject_id and p.commune_code = of_commune)
                else exists (select from registry.face_household h where h.household_id = l.subject_id and h.commune_code = of_commune) end
     group by l.subject_kind, l.subject_id, l.for_month
$$;
