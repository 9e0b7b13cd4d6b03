-- A month's statements come as hundreds of files, and each is small beside the list it speaks of: nothing here may read a whole list, or all outcomes there ever were,
-- for one file. Measured with a list of 100,000 lines.
create or replace function report_told(of_list bigint, of_outcome text, on_day date, on_paper text, named text[] default null, excepted text[] default '{}') returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    list payments.payroll;
    reported bigint;
    number integer;
    sums bigint;
begin
    select * into list from payments.payroll p where p.payroll_id = of_list for update;
    perform payments.must_prepare(list.commune_code);
    if list.payroll_id is null or list.state <> 'approved' or on_day > public.house_today() or on_day < list.month - interval '2 months' then
        raise exception 'List % is not reported on for %.', of_list, on_day
            using errcode = 'AS010', constraint = 'report_of_an_approved_list', hint = 'Money is paid once a list is approved, on a day that has come.';
    end if;
    create temp table if not exists reported_line (like payments.outcome) on commit drop;
    truncate reported_line;
    select coalesce(max(r.nth), 0) + 1 into number from report r where r.payroll_id = of_list;
    insert into reported_line
    with asked as materialized (
        -- What is no key of a line names none. Whether it is one is asked without taking it apart: an expression that also picks the parts out costs 60 µs a key.
        select distinct left(m.key, 1)::"char" as kind, substr(split_part(m.key, '/', 1), 2)::integer as id, split_part(m.key, '/', 2)::date as month,
               split_part(m.key, '/', 3)::smallint as nth
          from (select n.key from unnest(named) n(key) where n.key ~ '^[ph][0-9]{1,9}/[0-9]{4}-(?:0[1-9]|1[0-2])-01/[0-9]{1,4}$' offset 0) m
    )
    select l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, case when o.outcome is null then 0 else 1 end, of_outcome, of_list, number
      from (select x.* from line x where named is null and x.payroll_id = of_list
            union all
            -- each by its key, whatever the planner thinks of a list that was drawn a moment ago: the offset keeps it from reading the list for every key
            select x.* from asked k
             cross join lateral (select y.* from line y where y.programme = list.programme and y.subject_kind = k.kind and y.subject_id = k.id
                  and y.for_month = k.month and y.sequence = k.nth offset 0) x
             where x.payroll_id = of_list) l
      left join outcome o on o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id and o.for_month = l.for_month
           and o.sequence = l.sequence and o.nth = 0
      cross join lateral (select l.subject_kind::text || l.subject_id::text || '/' || l.for_month || '/' || l.sequence as key) k
     where k.key <> all (excepted)
       and (o.outcome is null or o.outcome = 'paid' and of_outcome = 'returned' and named is not null)
       and not exists (select from outcome b where b.programme = l.programme and b.subject_kind = l.subject_kind and b.subject_id = l.subject_id
            and b.for_month = l.for_month and b.sequence = l.sequence and b.nth = 1);
    select count(*), sum(l.amount) into reported, sums from reported_line r join line l using (programme, subject_kind, subject_id, for_month, sequence);
    if reported = 0 then
        return 0;
    end if;
    insert into report (payroll_id, nth, outcome, happened_on, document, lines, amount) values (of_list, number, of_outcome, on_day, on_paper, reported, sums);
    insert into outcome select * from reported_line;
    return reported;
end $$;

-- Channels of the lines that are told, not of their whole list.
create or replace function post_report() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    said record;
    list payments.payroll;
    head ledger.face_head;
begin
    for said in select distinct f.payroll_id, f.report from fresh f loop
        select * into list from payroll p where p.payroll_id = said.payroll_id;
        select 'list/' || list.payroll_id || '/report/' || r.nth, r.outcome, r.happened_on, list.programme, list.commune_code, 'list', list.payroll_id, r.document, null
          into head from report r where r.payroll_id = said.payroll_id and r.nth = said.report;
        perform ledger.face_post(head, array_agg(m.debit order by m.subject_id, m.for_month, m.sequence), array_agg(m.credit order by m.subject_id, m.for_month, m.sequence),
                array_agg(m.amount order by m.subject_id, m.for_month, m.sequence), array_agg(m.subject_kind order by m.subject_id, m.for_month, m.sequence),
                array_agg(m.subject_id order by m.subject_id, m.for_month, m.sequence), array_agg(m.for_month order by m.subject_id, m.for_month, m.sequence))
           from (with way as materialized (
                     select c.channel, ledger.face_account('payable', list.programme, list.commune_code) as payable,
                            ledger.face_account('carried', list.programme, list.commune_code) as carried,
                            ledger.face_account('provider', null, list.commune_code, null, null, c.channel) as provider
                       from (select distinct l.channel from fresh f join line l using (programme, subject_kind, subject_id, for_month, sequence)
                              where f.payroll_id = said.payroll_id and f.report = said.report) c)
                 select l.subject_kind, l.subject_id, l.for_month, l.sequence, l.amount, case when f.nth = 1 then w.provider else w.payable end as debit,
                        case when f.outcome = 'paid' then w.provider else w.carried end as credit
                   from fresh f join line l using (programme, subject_kind, subject_id, for_month, sequence) join way w on w.channel = l.channel
                  where f.payroll_id = said.payroll_id and f.report = said.report) m;
    end loop;
    return null;
end $$;

-- The planner met the outcomes when there were few and would go on reading all of them for each line: "offset 0" has it ask line by line, by their keys.
create or replace function outcome_follows() returns trigger language plpgsql set search_path = payments, pg_temp set enable_seqscan = off as $$
begin
    if exists (select from fresh f where f.nth = 1 and not exists (select from outcome o where o.programme = f.programme and o.subject_kind = f.subject_kind
                 and o.subject_id = f.subject_id and o.for_month = f.for_month and o.sequence = f.sequence and o.nth = 0 and o.outcome = 'paid' offset 0))
       or exists (select from (select distinct f.payroll_id, f.report from fresh f) f left join report r on r.payroll_id = f.payroll_id and r.nth = f.report
                 left join payroll p on p.payroll_id = f.payroll_id where r.nth is null or p.state is distinct from 'approved')
       or exists (select from fresh f join line l using (programme, subject_kind, subject_id, for_month, sequence) where l.payroll_id <> f.payroll_id) then
        raise exception 'Only an approved line is paid, and only what was paid comes back.'
            using errcode = 'AS010', constraint = 'outcome_follows', hint = 'Open the list again: another officer has reported some of its lines.';
    end if;
    return null;
end $$;
