-- What became of the lines of an approved list. A line itself is never changed; what happened to it stands beside it, in order: paid; or not collected or returned, and then
-- its money is owed again and open for the next list, with its month named; or paid and, days later, returned by the bank.
create table report (
    payroll_id  bigint      not null references payroll,
    nth         integer     not null check (nth > 0),
    outcome     text        not null check (outcome in ('paid', 'not_collected', 'returned')),
    happened_on date        not null,
    document    text        not null check (btrim(document) <> ''),
    lines       bigint      not null,
    amount      bigint      not null,
    reported_by name        not null default current_setting('role'),
    reported_at timestamptz not null default now(),
    primary key (payroll_id, nth)
);
create table outcome (
    programme    text     not null,
    subject_kind "char"   not null,
    subject_id   integer  not null,
    for_month    date     not null,
    sequence     smallint not null,
    nth          smallint not null check (nth in (0, 1)),
    outcome      text     not null check (outcome in ('paid', 'not_collected', 'returned')),
    payroll_id   bigint   not null,
    report       integer  not null,
    constraint outcome_once primary key (programme, subject_kind, subject_id, for_month, sequence, nth),
    constraint outcome_of_a_line foreign key (programme, subject_kind, subject_id, for_month, sequence) references line,
    check (nth = 0 or outcome = 'returned')
);
create index outcome_payroll_idx on outcome (payroll_id);

create function outcome_stays() returns trigger language plpgsql as $$
begin
    raise exception 'What became of a line is not changed: % of payments.%.', lower(tg_op), tg_table_name
        using errcode = 'AS010', constraint = 'outcome_stays', hint = 'Report what happened afterwards.';
end $$;
create trigger report_stays before update or delete or truncate on report for each statement execute function outcome_stays();
create trigger outcome_stays before update or delete or truncate on outcome for each statement execute function outcome_stays();

-- The second report of a line is that what was paid came back; lists that nobody approved have nothing to report.
create function outcome_follows() returns trigger language plpgsql set search_path = payments, pg_temp as $$
begin
    if exists (select from fresh f where f.nth = 1 and not exists (select from outcome o where o.programme = f.programme and o.subject_kind = f.subject_kind
                 and o.subject_id = f.subject_id and o.for_month = f.for_month and o.sequence = f.sequence and o.nth = 0 and o.outcome = 'paid'))
       or exists (select from (select distinct f.payroll_id, f.report from fresh f) f left join report r on r.payroll_id = f.payroll_id and r.nth = f.report
                 left join payroll p on p.payroll_id = f.payroll_id where r.nth is null or p.state is distinct from 'approved')
       or exists (select from fresh f join line l using (programme, subject_kind, subject_id, for_month, sequence) where l.payroll_id <> f.payroll_id) then
        raise exception 'Only an approved line is paid, and only what was paid comes back.'
            using errcode = 'AS010', constraint = 'outcome_follows', hint = 'Open the list again: another officer has reported some of its lines.';
    end if;
    return null;
end $$;
create trigger outcome_follows after insert on outcome referencing new table as fresh for each statement execute function outcome_follows();

alter table report enable row level security;
alter table report force row level security;
alter table outcome enable row level security;
alter table outcome force row level security;
create policy owner_works on report to ansinh_owner using (true) with check (true);
create policy owner_works on outcome to ansinh_owner using (true) with check (true);
create policy jobs_read on report for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_read on outcome for select to ansinh_worker, ansinh_determiner using (true);
create policy own_area on report for select to ansinh_officer using (exists (select from payroll p where p.payroll_id = report.payroll_id));
create policy own_area on outcome for select to ansinh_officer using (exists (select from payroll p where p.payroll_id = outcome.payroll_id));
grant select on report, outcome to ansinh_officer, ansinh_worker, ansinh_determiner;

-- What a line holds of its month's money: nothing once it came back.
create view held_line as
select l.payroll_id, l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, l.commune_code, l.village_id,
       case when exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
                 and o.for_month = l.for_month and o.sequence = l.sequence and o.outcome <> 'paid') then 0 else l.amount end as amount
  from line l;

-- As before, of what lines still hold: what came back is open again.
create or replace function standing_of(of_programme text, of_communes text[], of_through date)
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
                 where o.commune_code = any (of_communes) and o.programme = of_programme and o.through = of_through and access.may_see_commune(o.commune_code)
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
      from payments.held_line l
     where access.may_see_commune(of_commune) and access.sees_people() and l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through
       and exists (select from determination.face_account a where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through)
       and not exists (select from s where s.subject_kind = l.subject_kind and s.subject_id = l.subject_id and s.due_month = l.for_month)
       and case l.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = l.subject_id and p.commune_code = of_commune)
                else exists (select from registry.face_household h where h.household_id = l.subject_id and h.commune_code = of_commune) end
     group by l.subject_kind, l.subject_id, l.for_month
    having sum(l.amount) > 0
$$;

create or replace function beside_before(of_list bigint)
returns table (subject_kind "char", subject_id integer, now_due date, then_due date, now_month bigint, now_arrears bigint, now_months text, then_month bigint,
    then_arrears bigint, before_us bigint, paid_through date, came_from text, village_id integer, lists_before integer, then_at timestamptz, months_now integer,
    months_then integer)
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
          from then_lists p join line l on l.payroll_id = p.payroll_id
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
