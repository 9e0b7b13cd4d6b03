-- A refusal ends a file, not the right: whoever has it later waits for a decision like anybody else.
create or replace view face_waiting with (security_invoker = true) as
select o.month, o.run_id, o.programme, o.subject_kind, o.subject_id, o.answer, o.amount, o.floor, o.if_signed, o.provisions, o.missing, o.unverified,
    o.payee_kind, o.payee_id, o.household_id, o.village_id, o.commune_code, t.kind = 'right' as is_right
from determination.face_outcome o
join determination.face_programme t on t.programme = o.programme
where o.programme = any (array(select p.programme from determination.face_programme p where p.decided = 'individually'))
  and not o.decided and (o.answer = 'm' or o.floor > 0) and o.if_signed > 0
  and not exists (select from casework.decision d where d.state = 'signed' and d.programme = o.programme and d.subject_kind = o.subject_kind
        and d.subject_id = o.subject_id and d.kind not in ('stop', 'refuse'))
  and not exists (select from casework.decision d where d.state = 'draft' and d.programme = o.programme and d.subject_kind = o.subject_kind
        and d.subject_id = o.subject_id and d.kind <> 'stop' and (o.unverified or not d.unverified));

-- When missed rights were looked for, from which run, and what came of it: a night that was missed is made up for, a night that was not is not repeated.
create table finding (
    finding_id bigint generated always as identity primary key,
    day        date        not null default public.house_today(),
    at         timestamptz not null default now(),
    run_id     bigint      not null,
    opened     integer     not null,
    closed     integer     not null
);
create index finding_day on finding (day);

-- Files that the house opened and nobody signed yet close with what they stood on; whoever has a right by the newest run and neither decision nor file gets one.
-- Singly are rights that the run of a month does not show, worked out person by person: those that a birthday gives on a day to come, and those of something that happened
-- (a death) in a quarter before. Who declined the same right is not asked again.
create function find_missed(of_month date, programmes text[], events text[], single_ids int[], single_programmes text[], single_occasions text[], single_provisions text[],
    single_levels bigint[], single_unverified boolean[], single_days date[]) returns table (opened integer, closed integer)
language plpgsql security definer set search_path = casework, pg_temp set work_mem = '64MB' as $$
begin
    create temp table found_right on commit drop as
    select w.programme, w.subject_kind, w.subject_id, w.commune_code, w.household_id, w.village_id, w.provisions, greatest(w.amount, w.floor) as level, w.unverified,
           null::date as right_from, case when w.programme = any (find_missed.events) then 'event' else 'right' end as occasion
      from face_waiting w where w.month = of_month and w.is_right and w.programme = any (find_missed.programmes)
       -- the month of a death is still a month of the law; nobody can sign for it any more
       and not exists (select from registry.face_person p where w.subject_kind = 'p' and p.person_id = w.subject_id and p.died_on is not null);
    insert into found_right
    select a.programme, 'p', a.id, p.commune_code, p.household_id, p.village_id, a.provisions, a.level, a.unverified,
           case when a.occasion = 'birthday' then a.day end, a.occasion
      from unnest(single_ids, single_programmes, single_occasions, single_provisions, single_levels, single_unverified, single_days)
             as a(id, programme, occasion, provisions, level, unverified, day)
      join registry.face_person p on p.person_id = a.id and p.died_on is null and p.commune_code is not null
     where not exists (select from found_right f where f.programme = a.programme and f.subject_kind = 'p' and f.subject_id = a.id)
       and not exists (select from decision d where d.state = 'signed' and d.programme = a.programme and d.subject_kind = 'p' and d.subject_id = a.id
                and d.kind not in ('stop', 'refuse') and (a.occasion = 'birthday' or d.signed_on >= a.day));
    analyze found_right;

    with gone as (
        update application a set state = 'closed', because = q.because
          from (select x.application_id, case
                    when p.died_on is not null then 'dead'
                    when exists (select from decision d where d.state = 'signed' and d.kind in ('grant', 'adjust') and d.programme = x.programme
                            and d.subject_kind = x.subject_kind and d.subject_id = x.subject_id) then 'decided'
                    when coalesce(p.commune_code, h.commune_code) is distinct from x.commune_code then 'moved'
                    else 'no_right' end as because
                  from application x
                  left join registry.face_person p on x.subject_kind = 'p' and p.person_id = x.subject_id
                  left join registry.face_household h on x.subject_kind = 'h' and h.household_id = x.subject_id
                 where x.state = 'waiting_signature' and x.came = 'house'
                   and not exists (select from found_right f where f.programme = x.programme and f.subject_kind = x.subject_kind and f.subject_id = x.subject_id
                            and f.commune_code = x.commune_code)
                   and not exists (select from decision d where d.state = 'draft' and d.kind = 'grant' and d.programme = x.programme
                            and d.subject_kind = x.subject_kind and d.subject_id = x.subject_id and coalesce(p.commune_code, h.commune_code) = x.commune_code)) q
         where q.application_id = a.application_id
        returning 1)
    select count(*) into closed from gone;

    -- What the law gives may have become another amount since, or rest on law that was released.
    update application a set level = f.level, provisions = f.provisions, unverified = f.unverified
      from found_right f
     where a.state = 'waiting_signature' and a.came = 'house' and f.programme = a.programme and f.subject_kind = a.subject_kind and f.subject_id = a.subject_id
       and (a.level, a.provisions, a.unverified) is distinct from (f.level, f.provisions, f.unverified);

    with fresh as (
        insert into application (programme, subject_kind, subject_id, commune_code, household_id, village_id, came, occasion, provisions, level, unverified, right_from, state)
        select f.programme, f.subject_kind, f.subject_id, f.commune_code, f.household_id, f.village_id, 'house', f.occasion, f.provisions, f.level, f.unverified,
               f.right_from, 'waiting_signature'
          from found_right f
         where not exists (select from application x where x.programme = f.programme and x.subject_kind = f.subject_kind and x.subject_id = f.subject_id
                    and (x.state in ('waiting_signature', 'received', 'incomplete', 'complete')
                        or x.state = 'withdrawn' and x.came = 'house' and x.received_on is null and x.provisions = f.provisions))
         order by f.commune_code, f.programme, f.subject_id
        on conflict (programme, subject_kind, subject_id) where state in ('waiting_signature', 'received', 'incomplete', 'complete') do nothing
        returning 1)
    select count(*) into opened from fresh;

    drop table found_right;
    insert into finding (run_id, opened, closed)
    select r.run_id, find_missed.opened, find_missed.closed from determination.face_latest_run r where r.month = of_month;
    return next;
end $$;

revoke execute on function find_missed(date, text[], text[], int[], text[], text[], text[], bigint[], boolean[], date[]) from public;
grant execute on function find_missed(date, text[], text[], int[], text[], text[], text[], bigint[], boolean[], date[]) to ansinh_worker;
grant select, insert on finding to ansinh_worker;
grant select on finding to ansinh_officer, ansinh_determiner;
