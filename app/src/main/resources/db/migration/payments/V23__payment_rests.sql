-- Whose payment rests, and why: by a decision (suspended), or because a village head or a funeral claim told of a death that the register does not know (told_dead). Nothing is
-- lost: when the word was a mistake the months go on the next list by themselves; when the death is recorded, the law says what is still due and what was paid too much.
create view resting as
select s.programme, s.subject_kind, s.subject_id, 'suspended' as cause from suspended s
union all
select distinct d.programme, d.subject_kind, d.subject_id, 'told_dead'
  from registry.face_told_dead z join casework.face_decision d on d.subject_kind = 'p' and d.subject_id = z.person_id
 where z.open and d.state = 'signed' and d.kind = 'grant'
   and not exists (select from suspended s where s.programme = d.programme and s.subject_kind = d.subject_kind and s.subject_id = d.subject_id);

-- The lines of a list as it is drawn: whoever rests is left out.
create or replace function to_list(for_month date, of_programme text, of_commune text)
returns table (subject_kind "char", subject_id integer, due_month date, times smallint, village_id integer, gross bigint, recovery_id bigint, kept_back bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with due as (
        select s.*, s.payable - s.listed as gross from payments.standing(of_programme, of_commune, for_month) s where s.payable > s.listed
           and not exists (select from payments.resting z where z.programme = of_programme and z.subject_kind = s.subject_kind and z.subject_id = s.subject_id)
    ), claim as (
        select distinct on (r.subject_kind, r.subject_id) r.subject_kind, r.subject_id, r.recovery_id, r.kept_percent,
               least(payments.still_to_recover(r.recovery_id), r.instalment - coalesce((select sum(d.amount) from payments.deduction d join payments.payroll p using (payroll_id)
                   where d.recovery_id = r.recovery_id and p.month = to_list.for_month), 0)) as most
          from payments.recovery r
         where r.programme = of_programme and r.state = 'signed' and r.way = 'deducted' and payments.still_to_recover(r.recovery_id) > 0
         order by r.subject_kind, r.subject_id, r.recovery_id
    ), able as (
        select d.*, c.recovery_id, c.most, d.gross - ceil(d.gross * c.kept_percent / 100.0)::bigint as able
          from due d left join claim c on c.subject_kind = d.subject_kind and c.subject_id = d.subject_id and c.most > 0
    )
    select a.subject_kind, a.subject_id, a.due_month, a.times, a.village_id, a.gross, a.recovery_id,
           coalesce(greatest(least(a.able, a.most - coalesce(sum(a.able) over (partition by a.subject_kind, a.subject_id order by a.due_month
               rows between unbounded preceding and 1 preceding), 0)), 0), 0)::bigint
      from able a
$$;

-- What is beside the list: whoever rests stands there with that cause.
create or replace function withheld(of_programme text, of_commune text, of_through date)
returns table (cause text, subject_kind "char", subject_id integer, for_month date, amount bigint, missing text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with s as materialized (
        select x.*, z.cause as rests from payments.standing(of_programme, of_commune, of_through) x
          left join payments.resting z on z.programme = of_programme and z.subject_kind = x.subject_kind and z.subject_id = x.subject_id
    )
    select 'not_worked_out', n.subject_kind, n.subject_id, of_through, 0::bigint, '' from payments.not_worked_out(of_programme, of_commune, of_through) n
    union all
    select c.cause, s.subject_kind, s.subject_id, s.due_month, c.amount, case when access.sees_reasons() then s.missing else '' end
      from s cross join lateral (values ('paid_unknown', s.paid_unknown), ('level_unknown', s.level_unknown), ('ask', case when s.missing <> '' then 0 end),
          ('unverified', greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), ('above_level', s.above_level), (s.rests, greatest(s.payable - s.listed, 0)),
          ('overpaid', case when s.listed > s.payable + s.unverified
              then greatest(s.listed - s.payable - s.unverified - payments.claimed(of_programme, s.subject_kind, s.subject_id, s.due_month), 0) else 0 end)) c(cause, amount)
     where c.cause is not null and (c.amount > 0 or c.cause = 'ask' and c.amount = 0)
    union all
    select 'overpaid', q.subject_kind, q.subject_id, q.for_month, q.amount, '' from (
        select l.subject_kind, l.subject_id, l.for_month, (sum(l.amount) - payments.claimed(of_programme, l.subject_kind, l.subject_id, l.for_month))::bigint as amount
          from payments.held_line l
         where access.may_see_commune(of_commune) and access.sees_people() and l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through
           and exists (select from determination.face_account a where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through)
           and not exists (select from s where s.subject_kind = l.subject_kind and s.subject_id = l.subject_id and s.due_month = l.for_month)
           and case l.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = l.subject_id and p.commune_code = of_commune)
                    else exists (select from registry.face_household h where h.household_id = l.subject_id and h.commune_code = of_commune) end
         group by l.subject_kind, l.subject_id, l.for_month
        having sum(l.amount) > 0) q where q.amount > 0
$$;

create or replace function told(of_programme text, of_communes text[], of_through date)
returns table (account_id bigint, open_lines bigint, open bigint, unverified bigint, above_level bigint, unknown bigint, overpaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select a.account_id, count(*) filter (where s.payable > s.listed and z.cause is null),
           coalesce(sum(s.payable - s.listed) filter (where s.payable > s.listed and z.cause is null), 0)::bigint,
           coalesce(sum(greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), 0)::bigint, coalesce(sum(s.above_level), 0)::bigint,
           count(*) filter (where s.level_unknown > 0 or s.paid_unknown > 0 or s.missing <> '' or s.payable > s.listed and z.cause is not null),
           coalesce(sum(case when s.listed > s.payable + s.unverified
               then greatest(s.listed - s.payable - s.unverified - payments.claimed(of_programme, s.subject_kind, s.subject_id, s.due_month), 0) else 0 end), 0)::bigint
      from determination.face_account a
      left join payments.standing_anywhere(of_programme, of_communes, of_through) s on s.commune_code = a.commune_code
      left join payments.resting z on z.programme = of_programme and z.subject_kind = s.subject_kind and z.subject_id = s.subject_id
     where a.programme = of_programme and a.through = of_through and a.commune_code = any (of_communes)
     group by a.account_id
$$;

-- Why a line differs: payment rests, or goes on after a word that was a mistake.
create or replace function differ(of_list bigint)
returns table (subject_kind "char", subject_id integer, part text, cause text, before bigint, after bigint, before_us bigint, decision_id bigint, day date,
    place text, facts text, months text, village_id integer)
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
                when e.listed_in is not null or e.subject_kind = 'p' and e.lives_in <> e.here then 'moved_out'
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
           case t.cause when 'died' then t.died_on when 'told_dead' then (select min(z.told_on) from registry.face_told_dead z where z.person_id = t.subject_id and z.open) when 'age' then t.birthday when 'decree' then t.since when 'fact' then t.since when 'new_decision' then t.first_signed
               when 'resumed' then t.signed_on when 'adjusted' then t.signed_on when 'stopped' then t.signed_on when 'paid_before_us' then t.paid_through end,
           case t.cause when 'moved_in' then t.came_from when 'moved_out' then coalesce(t.listed_in, t.lives_in) end,
           case when t.cause in ('fact', 'unknown') then t.facts else '' end, '', t.village_id
      from told t
    union all
    select e.subject_kind, e.subject_id, 'arrears', 'arrears', 0, e.now_arrears, 0, null, null, null, '', e.now_months, e.village_id from everybody e where e.now_arrears > 0
    union all
    select e.subject_kind, e.subject_id, 'arrears_before', 'arrears_paid', e.then_arrears, 0, 0, null, null, null, '', '', e.village_id from everybody e where e.then_arrears > 0
$$;

-- Sums count whoever rests: they are overtaken in the transaction that tells of a death, dismisses the word, or records the death.
create function told_dead_overtakes(people integer[]) returns void language sql security definer set search_path = payments, pg_temp as $$
    select payments.overtake_tallies(array_agg(q.programme), array_agg(q.subject_kind), array_agg(q.subject_id))
      from (select distinct d.programme, d.subject_kind, d.subject_id from casework.face_decision d
             where d.subject_kind = 'p' and d.subject_id = any (people) and d.state = 'signed' and d.kind = 'grant') q
    having count(*) > 0
$$;
select registry.face_follow_told_dead('payments.told_dead_overtakes');

-- A list drawn before payment rested is drawn again.
drop trigger nobody_on_it_is_suspended on payroll;
drop function nobody_on_it_is_suspended();
create function nobody_on_it_rests() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    rests record;
begin
    select min(z.cause) as first_cause, count(distinct (l.subject_kind, l.subject_id)) filter (where z.cause = 'told_dead') as told_dead into rests
      from line l join resting z on z.programme = l.programme and z.subject_kind = l.subject_kind and z.subject_id = l.subject_id
     where l.payroll_id = new.payroll_id;
    if rests.told_dead > 0 then
        raise exception 'Since list % was drawn, the death of % people on it was told.', new.payroll_id, rests.told_dead
            using errcode = 'AS010', constraint = 'list_has_told_dead', detail = rests.told_dead::text, hint = 'Discard the draft and draw it again: their money is kept beside the list.';
    elsif rests.first_cause is not null then
        raise exception 'Since list % was drawn, somebody on it was suspended.', new.payroll_id
            using errcode = 'AS010', constraint = 'list_overtaken', hint = 'Discard the draft and draw it again.';
    end if;
    return null;
end $$;
create trigger nobody_on_it_rests after update on payroll for each row when (old.state = 'draft' and new.state = 'approved') execute function nobody_on_it_rests();

revoke all on function told_dead_overtakes(integer[]), nobody_on_it_rests() from public;
