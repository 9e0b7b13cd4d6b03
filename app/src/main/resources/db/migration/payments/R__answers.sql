-- A table of this session for what a file says, emptied if it is there already.
create or replace function open_arrivals() returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if to_regclass('pg_temp.arrived_payee') is null then
        create temp table arrived_payee (line integer, programme text, subject_kind text, subject_id integer, payee_id integer, channel text, bank text,
            account text, holder text, from_day date, until date, source text) on commit delete rows;
        grant insert on arrived_payee to ansinh_officer, ansinh_worker;
    else
        truncate arrived_payee;
    end if;
end $$;

-- What becomes of each line: taken; known, it stands already; otherwise, somebody else or another way is stated for some of these days; elsewhere, it is about
-- somebody outside one's area.
create or replace function judge_arrivals()
returns table (line integer, outcome text, before text)
language plpgsql stable security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    whole boolean := access.sees_province();
    area text[] := access.my_communes();
begin
    return query
    with stated as (
        select y.programme, y.subject_kind, y.subject_id, y.payee_id, y.channel,
               case when y.bank is not null then case when y.channel = 'e_account' then payments.latin(y.bank) else coalesce((payments.bank_of(y.bank)).code, y.bank) end end as bank,
               y.account, y.holder, y.days, 0 as line from payee y
        where exists (select from arrived_payee a where (a.programme, a.subject_kind, a.subject_id) = (y.programme, y.subject_kind, y.subject_id))
        union all
        select a.programme, a.subject_kind, a.subject_id, a.payee_id, a.channel,
               case when a.bank is not null then case when a.channel = 'e_account' then payments.latin(a.bank) else coalesce((payments.bank_of(a.bank)).code, a.bank) end end,
               a.account, a.holder, daterange(a.from_day, a.until), a.line
          from arrived_payee a
    ), before_it as (
        select a.line, count(*) as there, bool_or(e.days @> a.days and e.payee_id = a.payee_id and e.channel = a.channel and e.account is not distinct from a.account
                and (e.bank is null or e.bank is not distinct from a.bank) and (e.holder is null or a.holder is null or e.holder = a.holder)) as same,
            bool_or(e.holder is null and a.holder is not null or e.bank is null and a.bank is not null) as nameless,
            bool_and(e.line = 0 and upper_inf(e.days) and upper_inf(a.days) and lower(a.days) >= date_trunc('month', public.house_today())::date
                and (lower_inf(e.days) or lower(e.days) < lower(a.days))) as may_follow,
            min(q.name || '|' || e.channel || '|' || coalesce(e.bank, '') || '|' || coalesce(e.account, '')) as before
        from stated a join stated e on (e.programme, e.subject_kind, e.subject_id) = (a.programme, a.subject_kind, a.subject_id) and e.line < a.line and e.days && a.days
        left join registry.face_person q on q.person_id = e.payee_id
        where a.line > 0
        group by a.line
    )
    select a.line,
        case when coalesce(p.commune_code, h.commune_code) is null or not (whole or coalesce(p.commune_code, h.commune_code) = any (area)) then 'elsewhere'
            when b.same and b.nameless then 'completed' when b.same then 'known' when b.there = 1 and b.may_follow then 'follows'
            when b.there > 0 then 'otherwise' else 'taken' end, b.before
    from arrived_payee a
    left join before_it b on b.line = a.line
    left join registry.face_person p on a.subject_kind = 'p' and p.person_id = a.subject_id
    left join registry.face_household h on a.subject_kind = 'h' and h.household_id = a.subject_id;
end $$;

-- What is told of lines goes into the ledger, and their instructions follow: by the channels of these lines, not of their whole list.
create or replace function post_report() returns trigger
language plpgsql security definer set search_path = payments, pg_temp as $$
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
create or replace function outcome_follows() returns trigger
language plpgsql set search_path = payments, pg_temp set enable_seqscan = 'off' as $$
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

-- By hand: not that money came back while a bank has it and has not answered, for it may still pay.
create or replace function report_lines(of_list bigint, of_outcome text, on_day date, on_paper text, named text[] default NULL::text[], excepted text[] default '{}'::text[]) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(of_outcome <> 'not_sent', 'not_sent_is_the_houses_word', 'nobody says by hand that money was not sent', 'Record the death or the move: the house does it.');
    if of_outcome <> 'paid' and exists (
           select from instruction i join dispatch d using (dispatch_id) join line l using (payroll_id, programme, subject_kind, subject_id)
            where i.payroll_id = of_list and d.channel in ('bank_account', 'e_account') and i.state in ('released', 'sent', 'accepted')
              and l.subject_kind::text || l.subject_id::text || '/' || l.for_month || '/' || l.sequence = any (named)) then
        raise exception 'The bank has instructions of list % and has not answered.', of_list
            using errcode = 'AS010', constraint = 'bank_has_not_answered', hint = 'Take in what the bank says: its statement, or its paper on the page of the dispatch.';
    end if;
    return payments.report_told(of_list, of_outcome, on_day, on_paper, named, excepted);
end $$;

-- A month's statements come as hundreds of files, and each is small beside the list it speaks of: nothing here may read a whole list, or all outcomes there ever were,
-- for one file. Measured with a list of 100,000 lines.
create or replace function report_told(of_list bigint, of_outcome text, on_day date, on_paper text, named text[] default NULL::text[], excepted text[] default '{}'::text[]) returns bigint
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

-- Answers what stands on the paper, and nothing else. A programme whose name would tell is not named.
create or replace function check_receipt(asked text, visitor text)
returns table (outcome text, programme text, name text, months date[], amount bigint, state text, day date)
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    found_one receipt;
    person integer;
begin
    delete from receipt_try t where t.at < public.house_now() - interval '1 day';
    if (select count(*) from receipt_try t where t.visitor = check_receipt.visitor and t.at > public.house_now() - interval '15 minutes') >= 10 then
        return query select 'too_many', null::text, null::text, null::date[], null::bigint, null::text, null::date;
        return;
    end if;
    select * into found_one from receipt r where r.code = asked;
    if not found then
        insert into receipt_try (visitor) values (check_receipt.visitor);
        perform access.face_receipt_checked(null, left(asked, 4) || '… unknown');
        return query select 'unknown', null::text, null::text, null::date[], null::bigint, null::text, null::date;
        return;
    end if;
    select case found_one.subject_kind when 'p' then found_one.subject_id else h.head_id end into person
      from (select 1) one left join registry.face_household h on found_one.subject_kind = 'h' and h.household_id = found_one.subject_id;
    perform access.face_receipt_checked(person, left(asked, 4) || '… found');
    return query
    select 'found', case when coalesce(g.hidden, true) then null else q.programme end, masked(p.name), q.months, q.amount,
           case when q.paid then 'paid' when q.back then 'back' when i.state in ('released', 'sent', 'accepted') then 'on_way' else 'approved' end,
           case when q.paid or q.back then q.day end
      from (select l.programme, array_agg(distinct l.for_month order by l.for_month) as months, sum(l.amount)::bigint as amount,
                   bool_and(o.outcome is not distinct from 'paid') as paid, bool_or(o.outcome in ('returned', 'not_collected', 'not_sent')) as back, max(o.happened_on) as day
              from line l
              left join lateral (select u.outcome, e.happened_on from outcome u join report e on e.payroll_id = u.payroll_id and e.nth = u.report
                    where u.programme = l.programme and u.subject_kind = l.subject_kind and u.subject_id = l.subject_id and u.for_month = l.for_month and u.sequence = l.sequence
                    order by u.nth desc limit 1) o on true
             where l.payroll_id = found_one.payroll_id and l.subject_kind = found_one.subject_kind and l.subject_id = found_one.subject_id group by l.programme) q
      left join determination.face_programme g on g.programme = q.programme
      left join registry.face_person p on p.person_id = person
      left join instruction i on i.payroll_id = found_one.payroll_id and i.subject_kind = found_one.subject_kind and i.subject_id = found_one.subject_id;
end $$;
