-- A list draws on the account of what decisions owe (determination.face_owed), not on months that somebody determined for everybody. It pays what the law gives
-- up to the level that was signed, from the first month that was not paid before this house, less what any list holds already.

-- Where everybody with a decision stands, month by month (a quarter counts in its last month, a term of school in the term's last, once they have ended).
--   by_law          what the law gives under the decisions in force
--   payable         of it, up to the signed level, on law that is confirmed or released
--   unverified      of it, up to the signed level, on law that nobody has released
--   above_level     more than was signed: a proposal to adjust the decision, paid only once that is signed; of months paid before, only those in one stretch
--                   of the same answer with the first month that was not
--   level_unknown   owed by a decision the book of decisions does not hold
--   paid_unknown    owed by a decision that was taken over without the month through which it was paid
--   listed, times   what lists hold for the month already, and on how many lines
--   missing         what must be asked; to whoever sees no reasons, only that something must
-- Months that were paid before this house owe nothing again; only a decision signed afterwards that raises their level owes the difference.
-- It rests on nothing but the newest account, levels, months paid before and what lists hold: whatever changes one of these overtakes the sums kept of it (tally).
create function standing_anywhere(of_programme text, of_communes text[], of_through date)
returns table (commune_code text, subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with paid_fact as materialized (
        select n.fact_no, i.instance_no from registry.face_fact_name n join registry.face_fact_instance i using (fact_no)
         where n.fact in ('person.paid_through', 'household.paid_through') and i.instance = of_programme
    ), subject as materialized (
        -- One row carries all that is asked about a subject: joined month by month, the planner takes thousands of subjects for one and joins them each with each.
        select s.*, (select max(f.day) from registry.face_fact_numbered f
                      where f.subject_id = s.subject_id and f.subject_kind = s.subject_kind
                        and (f.fact_no, f.instance_no) in (select p.fact_no, p.instance_no from paid_fact p)) as paid_through,
               array(select v from casework.face_level v
                      where v.programme = of_programme and v.subject_kind = s.subject_kind and v.subject_id = s.subject_id) as levels,
               array(select x from payments.held_line x
                      where x.programme = of_programme and x.subject_kind = s.subject_kind and x.subject_id = s.subject_id) as lines
          from (select o.account_id, o.commune_code, o.due_after, o.subject_kind, o.subject_id, max(o.household_id) as household_id,
                       max(o.village_id) as village_id, array_agg(o) as answers
                  from determination.face_owed o
                 where o.commune_code = any (of_communes) and o.programme = of_programme and o.through = of_through
                 group by o.account_id, o.commune_code, o.due_after, o.subject_kind, o.subject_id) s
    ), month as (
        select s.*, m.month, (m.month + make_interval(months => s.due_after[extract(month from m.month)::int]))::date as due_month,
               o.amount, o.last_month, o.unverified, case when o.in_force or o.amount > 0 then o.missing else '' end as missing
          from subject s cross join lateral unnest(s.answers) o
          cross join lateral (select g::date as month from generate_series(o.first_month, o.last_month, interval '1 month') g) m
         -- Stretches that were paid to their end, that no list holds and nothing raised since: they owe nothing, and are most of everybody's months.
         where not (o.last_month <= coalesce(s.paid_through, '-infinity') and s.lines = '{}'
                    and not exists (select from unnest(s.levels) l where l.kind = 'adjust' and l.signed_on > s.paid_through))
    ), settled as (
        select m.*, l.amount as level, l.taken_over and m.paid_through is null as paid_unknown, m.paid_through >= m.month as was_paid,
               case when m.paid_through >= m.month and l.amount > 0 and l.signed_on > m.paid_through and l.kind = 'adjust'
                   then casework.face_level_known(of_programme, m.subject_kind, m.subject_id, m.month, m.paid_through) end as level_then
          from month m
          left join lateral unnest(m.levels) l on m.month >= l.from_month and m.month < l.until_month
         where m.due_month <= of_through
    ), priced as (
        select s.*, case when s.level is null or s.paid_unknown then 0
                   when s.was_paid then greatest(least(s.amount, s.level) - s.level_then, 0)
                   else least(s.amount, s.level) end as owed
          from settled s
    )
    select any_value(p.commune_code), p.subject_kind, p.subject_id, p.due_month, sum(p.amount)::bigint, coalesce(sum(p.owed) filter (where not p.unverified), 0)::bigint,
           coalesce(sum(p.owed) filter (where p.unverified), 0)::bigint, coalesce(sum(greatest(p.amount - p.level, 0)) filter (where p.level > 0 and (not coalesce(p.was_paid, false) or p.last_month > p.paid_through)), 0)::bigint,
           coalesce(sum(p.amount) filter (where p.level is null and not coalesce(p.was_paid, false)), 0)::bigint,
           coalesce(sum(least(p.amount, p.level)) filter (where p.paid_unknown), 0)::bigint,
           case when (select access.sees_reasons()) then coalesce(string_agg(distinct p.missing, ',') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '')
               else coalesce(max('ask') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '') end,
           max(p.household_id), max(p.village_id),
           case when any_value(p.lines) = '{}' then 0 else coalesce((select sum(x.amount) from unnest(any_value(p.lines)) x where x.for_month = p.due_month), 0) end::bigint,
           case when any_value(p.lines) = '{}' then 0 else (select count(*) from unnest(any_value(p.lines)) x where x.for_month = p.due_month) end::smallint
      from priced p
     group by p.account_id, p.subject_kind, p.subject_id, p.due_month
$$;

-- In communes of one's area.
create function standing_of(of_programme text, of_communes text[], of_through date)
returns table (commune_code text, subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select * from payments.standing_anywhere(of_programme, array(select unnest(of_communes) intersect select unnest(access.my_communes())), of_through)
$$;

-- In one commune.
create function standing(of_programme text, of_commune text, of_through date)
returns table (subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select s.subject_kind, s.subject_id, s.due_month, s.by_law, s.payable, s.unverified, s.above_level, s.level_unknown, s.paid_unknown, s.missing, s.household_id,
           s.village_id, s.listed, s.times
      from payments.standing_of(of_programme, array[of_commune], of_through) s
$$;

-- Decisions in force of people who live in the commune and whom the newest account does not hold: nobody has worked out what they are owed.
create function not_worked_out(of_programme text, of_commune text, of_through date)
returns table (subject_kind "char", subject_id integer, household_id integer, village_id integer)
language sql stable security definer set search_path = payments, pg_temp as $$
    select distinct d.subject_kind, d.subject_id, d.household_id, d.village_id
      from casework.face_decision d
     where access.may_see_commune(of_commune) and d.state = 'signed' and d.kind = 'grant' and d.programme = of_programme and d.commune_code = of_commune
       and d.effective_from < of_through + interval '1 month'
       and not exists (select from casework.face_decision s where s.state = 'signed' and s.kind = 'stop' and s.programme = d.programme
            and s.subject_kind = d.subject_kind and s.subject_id = d.subject_id and s.decision_id > d.decision_id)
       and not exists (select from determination.face_owed o
            where o.commune_code = of_commune and o.programme = of_programme and o.through = of_through
              and o.subject_kind = d.subject_kind and o.subject_id = d.subject_id)
       and case d.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = d.subject_id and p.commune_code = of_commune)
                else exists (select from registry.face_household h where h.household_id = d.subject_id and h.commune_code = of_commune) end
$$;

-- What is beside the list, whose, and why it is not on it.
create function withheld(of_programme text, of_commune text, of_through date)
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
      from payments.held_line l
     where access.may_see_commune(of_commune) and access.sees_people() and l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through
       and exists (select from determination.face_account a where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through)
       and not exists (select from s where s.subject_kind = l.subject_kind and s.subject_id = l.subject_id and s.due_month = l.for_month)
       and case l.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = l.subject_id and p.commune_code = of_commune)
                else exists (select from registry.face_household h where h.household_id = l.subject_id and h.commune_code = of_commune) end
     group by l.subject_kind, l.subject_id, l.for_month
    having sum(l.amount) > 0
$$;

revoke all on function standing_anywhere(text, text[], date), standing_of(text, text[], date), standing(text, text, date), not_worked_out(text, text, date),
    withheld(text, text, date) from public;
grant execute on function standing_of(text, text[], date), standing(text, text, date), not_worked_out(text, text, date), withheld(text, text, date) to ansinh_officer;
grant execute on function standing(text, text, date), not_worked_out(text, text, date), withheld(text, text, date) to ansinh_worker, ansinh_determiner;
