-- Where everybody stands, for all communes that are asked about in one statement: the page of a month asked commune by commune and programme by programme.
create function standing_of(of_programme text, of_communes text[], of_through date)
returns table (commune_code text, subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with account as materialized (
        select a.* from determination.face_account a
         where a.commune_code = any (of_communes) and a.programme = of_programme and a.through = of_through and access.may_see_commune(a.commune_code)
    ), subject as materialized (
        select o.account_id, o.subject_kind, o.subject_id, max(o.household_id) as household_id, max(o.village_id) as village_id,
               (select max(f.day) from registry.face_fact_now f
                 where f.subject_id = o.subject_id and f.subject_kind = o.subject_kind and f.instance = of_programme
                   and f.fact in ('person.paid_through', 'household.paid_through')) as paid_through
          from determination.face_owed o join account using (account_id) group by o.account_id, o.subject_kind, o.subject_id
    ), level as materialized (
        select l.* from (select distinct subject_kind, subject_id from subject) s
        cross join lateral (select * from casework.face_level v
            where v.programme = of_programme and v.subject_kind = s.subject_kind and v.subject_id = s.subject_id) l
    ), month as (
        select a.account_id, o.subject_kind, o.subject_id, m.month, case a.period_months when 3
                   then (date_trunc('quarter', m.month) + interval '2 months')::date else m.month end as due_month,
               o.amount, o.last_month, o.unverified, case when o.in_force or o.amount > 0 then o.missing else '' end as missing, s.paid_through
          from account a join determination.face_owed o on o.account_id = a.account_id join subject s on s.account_id = o.account_id and s.subject_kind = o.subject_kind and s.subject_id = o.subject_id
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
    select (select a.commune_code from account a where a.account_id = p.account_id), p.subject_kind, p.subject_id, p.due_month, sum(p.amount)::bigint, coalesce(sum(p.owed) filter (where not p.unverified), 0)::bigint,
           coalesce(sum(p.owed) filter (where p.unverified), 0)::bigint, coalesce(sum(greatest(p.amount - p.level, 0)) filter (where p.level > 0 and (not coalesce(p.was_paid, false) or p.last_month > p.paid_through)), 0)::bigint,
           coalesce(sum(p.amount) filter (where p.level is null and not coalesce(p.was_paid, false)), 0)::bigint,
           coalesce(sum(least(p.amount, p.level)) filter (where p.paid_unknown), 0)::bigint,
           case when access.sees_reasons() then coalesce(string_agg(distinct p.missing, ',') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '')
               else coalesce(max('ask') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '') end,
           max(s.household_id), max(s.village_id), coalesce(max(l.listed), 0)::bigint, coalesce(max(l.times), 0)::smallint
      from priced p join subject s using (account_id, subject_kind, subject_id)
      left join lateral (select sum(x.amount) as listed, count(*) as times from payments.line x
                          where x.programme = of_programme and x.subject_kind = p.subject_kind and x.subject_id = p.subject_id
                            and x.for_month = p.due_month) l on true
     group by p.account_id, p.subject_kind, p.subject_id, p.due_month
$$;

create or replace function standing(of_programme text, of_commune text, of_through date)
returns table (subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select s.subject_kind, s.subject_id, s.due_month, s.by_law, s.payable, s.unverified, s.above_level, s.level_unknown, s.paid_unknown, s.missing, s.household_id,
           s.village_id, s.listed, s.times
      from payments.standing_of(of_programme, array[of_commune], of_through) s
$$;

-- Where programmes stand in the communes of one's area: one of them, or (null) every one that was worked out.
drop function overview(text, date);
create function overview(of_programme text, of_through date)
returns table (programme text, commune_code text, made_at timestamptz, open_lines bigint, open bigint, unverified bigint, above_level bigint, unknown bigint,
    overpaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with account as materialized (
        select a.programme, a.commune_code, a.made_at from determination.face_account a
         where a.through = of_through and (of_programme is null or a.programme = of_programme) and a.commune_code = any ((select access.my_communes())::text[])
    )
    select a.programme, a.commune_code, a.made_at, count(*) filter (where s.payable > s.listed), coalesce(sum(greatest(s.payable - s.listed, 0)), 0)::bigint,
           coalesce(sum(greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), 0)::bigint, coalesce(sum(s.above_level), 0)::bigint,
           count(*) filter (where s.level_unknown > 0 or s.paid_unknown > 0 or s.missing <> ''),
           coalesce(sum(greatest(s.listed - s.payable - s.unverified, 0)), 0)::bigint
      from account a
      left join (select q.programme, t.* from (select x.programme, array_agg(x.commune_code) as communes from account x group by x.programme) q
                   cross join lateral payments.standing_of(q.programme, q.communes, of_through) t) s
        on s.programme = a.programme and s.commune_code = a.commune_code
     group by a.programme, a.commune_code, a.made_at
$$;

revoke all on function standing_of(text, text[], date), overview(text, date) from public;
grant execute on function standing_of(text, text[], date), overview(text, date) to ansinh_officer;
