-- What comes back: statements of the bank, lists of the post. Each line is matched with its instruction by key, judged, and kept as it came; a file taken in twice is one.
-- What the line says of the money is reported of the list's lines, and so posted, in the same transaction. What cannot be matched waits for an officer's word and moves nothing.
create table statement (
    statement_id bigint      generated always as identity primary key,
    digest       bytea       not null,
    name         text        not null,
    kind         text        not null check (kind in ('pain.002', 'camt.054', 'list', 'paper')),
    communes     text[]      not null,                         -- of the instructions it speaks of
    lines        integer     not null check (lines > 0),
    taken_by     name        not null default current_setting('role'),
    taken_at     timestamptz not null default now(),
    constraint statement_once unique (digest)
);

-- known, late            said before; overtaken by what was said since: nothing to do
-- unknown                no instruction of this area has this key
-- amount_differs         not what was instructed
-- paid_twice             paid again under another reference of the bank: it took the money twice
-- conflict               paid although it was returned and is owed again, returned although it was never sent, …
-- not_yet                a day that has not come
create table statement_line (
    statement_id bigint  not null references statement,
    nth          integer not null,
    key          text    not null,
    reference    text,
    said         text    not null check (said in ('accepted', 'paid', 'returned', 'not_collected')),
    amount       bigint,
    happened_on  date    not null,
    reason       text,
    finding      text    not null check (finding in ('matched', 'known', 'late', 'unknown', 'amount_differs', 'paid_twice', 'conflict', 'not_yet')),
    primary key (statement_id, nth)
);
create index statement_line_open_idx on statement_line (statement_id, nth) where finding not in ('matched', 'known', 'late');
create index statement_line_paid_idx on statement_line (key) where said = 'paid';
create table settled_line (
    statement_id bigint      not null,
    nth          integer     not null,
    words        text        not null check (btrim(words) <> ''),
    settled_by   name        not null default current_setting('role'),
    settled_at   timestamptz not null default now(),
    primary key (statement_id, nth),
    foreign key (statement_id, nth) references statement_line
);
alter table instruction_event add constraint instruction_event_of_a_statement foreign key (statement_id) references statement;

create trigger statement_stays before update or delete or truncate on statement for each statement execute function outcome_stays();
create trigger statement_line_stays before update or delete or truncate on statement_line for each statement execute function outcome_stays();
create trigger settled_line_stays before update or delete or truncate on settled_line for each statement execute function outcome_stays();

alter table statement enable row level security;
alter table statement force row level security;
alter table statement_line enable row level security;
alter table statement_line force row level security;
alter table settled_line enable row level security;
alter table settled_line force row level security;
create policy owner_works on statement to ansinh_owner using (true) with check (true);
create policy owner_works on statement_line to ansinh_owner using (true) with check (true);
create policy owner_works on settled_line to ansinh_owner using (true) with check (true);
create policy own_area on statement for select to ansinh_officer using (taken_by = (select access.my_role()) or communes <> '{}' and communes <@ ((select access.my_communes())::text[]));
create policy own_area on statement_line for select to ansinh_officer using (exists (select from statement s where s.statement_id = statement_line.statement_id));
create policy own_area on settled_line for select to ansinh_officer using (exists (select from statement s where s.statement_id = settled_line.statement_id));
create policy own_purpose on statement as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on statement, statement_line, settled_line to ansinh_officer;

-- Whoever is paid by one instruction is paid all its months, or none: what became of its lines is reported of all of them at once.
create function outcome_moves_instruction() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    create temp table if not exists moved_instruction (key text, outcome text, lines bigint, on_day date) on commit drop;
    truncate moved_instruction;
    insert into moved_instruction
    select i.key, f.outcome, count(*), max(r.happened_on)
      from fresh f
      join line l using (programme, subject_kind, subject_id, for_month, sequence)
      join instruction i on i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id and i.state <> 'drafted'
      join report r on r.payroll_id = f.payroll_id and r.nth = f.report
     group by i.key, f.outcome;
    if exists (select from moved_instruction m join instruction i using (key) where cardinality(i.months) <> m.lines) then
        raise exception 'An instruction is paid whole or not at all.'
            using errcode = 'AS010', constraint = 'instruction_is_one', hint = 'Mark every month of this person.';
    end if;
    insert into instruction_event (key, nth, state, happened_on, reference, reason, statement_id, recorded_by)
    select m.key, (select max(e.nth) + 1 from instruction_event e where e.key = m.key), m.outcome, m.on_day, t.reference, t.reason, t.statement_id, current_setting('role')::name
      from moved_instruction m left join payments.telling() t on t.key = m.key and t.said = m.outcome;
    update instruction i set state = m.outcome from moved_instruction m where m.key = i.key;
    return null;
end $$;

-- The lines of the statement that is being taken in, if one is.
create function telling() returns table (key text, said text, reference text, reason text, statement_id bigint)
language plpgsql stable set search_path = payments, pg_temp as $$
begin
    if to_regclass('pg_temp.judged_answer') is not null then
        return query select j.key, j.said, j.reference, j.reason, j.statement_id from pg_temp.judged_answer j where j.finding = 'matched';
    end if;
end $$;
create trigger outcome_moves_instruction after insert on outcome referencing new table as fresh for each statement execute function outcome_moves_instruction();

alter function report_lines(bigint, text, date, text, text[], text[]) rename to report_told;
revoke all on function report_told(bigint, text, date, text, text[], text[]) from ansinh_officer;

-- A statement names some lines of a long list: they are looked up by their keys. Read whole for each of hundreds of files, a list of 100,000 lines took minutes.
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
        -- what is no key of a line names none
        select distinct m.parts[1]::"char" as kind, m.parts[2]::integer as id, m.parts[3]::date as month, m.parts[4]::smallint as nth
          from (select n.key, regexp_match(n.key, '^([ph])([0-9]{1,9})/([0-9]{4}-(?:0[1-9]|1[0-2])-01)/([0-9]{1,4})$') as parts from unnest(named) n(key)) m where m.parts is not null
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

-- By hand: not that money came back while a bank has it and has not answered, for it may still pay.
create function report_lines(of_list bigint, of_outcome text, on_day date, on_paper text, named text[] default null, excepted text[] default '{}') returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if of_outcome <> 'paid' and exists (
           select from instruction i join dispatch d using (dispatch_id) join line l using (payroll_id, programme, subject_kind, subject_id)
            where i.payroll_id = of_list and d.channel = 'bank_account' and i.state in ('released', 'sent', 'accepted')
              and l.subject_kind::text || l.subject_id::text || '/' || l.for_month || '/' || l.sequence = any (named)) then
        raise exception 'The bank has instructions of list % and has not answered.', of_list
            using errcode = 'AS010', constraint = 'bank_has_not_answered', hint = 'Take in what the bank says: its statement, or its paper on the page of the dispatch.';
    end if;
    return payments.report_told(of_list, of_outcome, on_day, on_paper, named, excepted);
end $$;

create function open_answers() returns void language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if to_regclass('pg_temp.arrived_answer') is null then
        create temp table arrived_answer (nth integer, key text, reference text, said text, amount bigint, happened_on date, reason text) on commit delete rows;
        grant insert on arrived_answer to ansinh_officer;
    else
        truncate arrived_answer;
    end if;
end $$;

-- One line against its instruction as it stands now.
create function judge_answer(said text, amount bigint, on_day date, told_reference text, i instruction) returns text
language plpgsql stable set search_path = payments, pg_temp as $$
declare
    last_event instruction_event;
begin
    if i.key is null or i.state = 'drafted' then
        return 'unknown';
    end if;
    if on_day > public.house_today() then
        return 'not_yet';
    end if;
    if amount <> i.amount then
        return 'amount_differs';
    end if;
    if i.state in ('released', 'sent', 'accepted') then
        return case when on_day < (select d.released_on from dispatch d where d.dispatch_id = i.dispatch_id) then 'conflict'
                    when said = 'accepted' and i.state = 'accepted' then 'known' else 'matched' end;
    end if;
    if said = 'accepted' then
        return 'late';
    end if;
    if said = 'paid' and exists (select from statement_line x where x.key = i.key and x.said = 'paid' and x.finding in ('matched', 'late') and x.reference <> told_reference) then
        return 'paid_twice';
    end if;
    select * into last_event from instruction_event e where e.key = i.key order by e.nth desc limit 1;
    if i.state = 'paid' then
        if said = 'paid' then
            return case when told_reference <> last_event.reference then 'paid_twice' else 'known' end;  -- said on paper before
        end if;
        return case when said = 'returned' and on_day >= last_event.happened_on then 'matched' else 'conflict' end;
    end if;
    if said = 'paid' then
        -- told in another order than it happened: it was paid, and came back afterwards
        return case when on_day <= last_event.happened_on then 'late' else 'conflict' end;
    end if;
    return case when said = i.state then 'known' else 'conflict' end;
end $$;

-- What the lines that match say is done: list by list, all at once.
create function apply_answers(of_wave integer, file_name text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    said record;
begin
    with gone as (
        update instruction i set state = 'accepted' from judged_answer j
         where j.wave = of_wave and j.finding = 'matched' and j.said = 'accepted' and i.key = j.key returning i.key, j.happened_on, j.reference, j.reason, j.statement_id
    )
    insert into instruction_event (key, nth, state, happened_on, reference, reason, statement_id, recorded_by)
    select g.key, (select max(e.nth) + 1 from instruction_event e where e.key = g.key), 'accepted', g.happened_on, g.reference, g.reason, g.statement_id, current_setting('role')::name from gone g;
    for said in
        select i.payroll_id, j.said as outcome, j.happened_on, array_agg(l.subject_kind::text || l.subject_id::text || '/' || l.for_month || '/' || l.sequence) as keys
          from judged_answer j join instruction i using (key)
          cross join lateral (select y.* from line y where y.programme = i.programme and y.subject_kind = i.subject_kind and y.subject_id = i.subject_id offset 0) l
         where l.payroll_id = i.payroll_id and j.wave = of_wave and j.finding = 'matched' and j.said <> 'accepted' group by 1, 2, 3 order by 1, 2, 3
    loop
        perform payments.report_told(said.payroll_id, said.outcome, said.happened_on, file_name, said.keys);
    end loop;
end $$;

-- Takes in what arrived. The same file again is the same statement. A file may speak of an instruction more than once: each time is judged after what was said before it.
create function take_answers(of_digest bytea, file_name text, of_kind text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    area text[] := access.my_communes();
    id bigint;
    times integer;
begin
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'list_prepared_by_paying_officer',
        format('%s may not take in statements', current_setting('role')), 'A paying officer takes in what the bank and the post say.');
    perform pg_advisory_xact_lock(hashtextextended('payments statement', 0));
    select s.statement_id into id from statement s where s.digest = of_digest;
    if found then
        return id;
    end if;
    insert into statement (digest, name, kind, communes, lines, taken_by)
    select of_digest, file_name, of_kind, coalesce(array_agg(distinct x.commune_code) filter (where x.commune_code = any (area)), '{}'), count(*), current_setting('role')::name
      from arrived_answer a left join instruction x on x.key = a.key returning statement_id into id;
    create temp table if not exists judged_answer (like payments.statement_line, wave integer) on commit drop;
    create temp table if not exists sorted_answer (like arrived_answer, wave integer) on commit drop;
    truncate judged_answer, sorted_answer;
    insert into sorted_answer select a.*, row_number() over (partition by a.key order by a.nth) from arrived_answer a;
    analyze sorted_answer;
    -- lists first, as whoever reports by hand takes them
    perform p.payroll_id from payroll p
      where p.payroll_id in (select i.payroll_id from instruction i where i.commune_code = any (area) and i.key in (select s.key from sorted_answer s)) order by p.payroll_id for update;
    perform i.key from instruction i where i.commune_code = any (area) and i.key in (select s.key from sorted_answer s) order by i.key for update;
    select max(s.wave) into times from sorted_answer s;
    for turn in 1..coalesce(times, 0) loop
        insert into judged_answer
        select id, s.nth, s.key, s.reference, s.said, s.amount, s.happened_on, s.reason, payments.judge_answer(s.said, s.amount, s.happened_on, s.reference, i), turn
          from sorted_answer s left join instruction i on i.key = s.key and i.commune_code = any (area) where s.wave = turn;
        insert into statement_line select j.statement_id, j.nth, j.key, j.reference, j.said, j.amount, j.happened_on, j.reason, j.finding from judged_answer j where j.wave = turn;
        perform payments.apply_answers(turn, file_name);
    end loop;
    truncate judged_answer;     -- what is reported by hand afterwards is not said by this file
    return id;
end $$;

create function settle_line(of_statement bigint, of_nth integer, what_was_done text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer') or access.has_role('commune_chair') or access.has_role('provincial_approver'),
        'list_prepared_by_paying_officer', format('%s may not settle lines', current_setting('role')), 'A paying officer settles what does not match.');
    perform payments.must(exists (select from statement s where s.statement_id = of_statement
            and (s.taken_by = access.my_role() or s.communes <> '{}' and s.communes <@ access.my_communes()::text[])),
        'list_in_own_area', format('statement %s is not in your area', of_statement), 'Open a statement of your own area.');
    insert into settled_line (statement_id, nth, words, settled_by)
    select l.statement_id, l.nth, what_was_done, current_setting('role')::name from statement_line l
     where l.statement_id = of_statement and l.nth = of_nth and l.finding not in ('matched', 'known', 'late') on conflict do nothing;
end $$;

-- Money that whoever hands it out gives back to the Treasury: an entry, not the end of anybody's right.
create table given_back (
    given_back_id bigint generated always as identity primary key,
    commune_code  text        not null,
    channel       text        not null,
    amount        bigint      not null check (amount > 0),
    happened_on   date        not null,
    document      text        not null check (btrim(document) <> ''),
    recorded_by   name        not null default current_setting('role'),
    recorded_at   timestamptz not null default now(),
    constraint given_back_once unique (commune_code, channel, document, happened_on, amount)
);
create trigger given_back_stays before update or delete or truncate on given_back for each statement execute function outcome_stays();
alter table given_back enable row level security;
alter table given_back force row level security;
create policy owner_works on given_back to ansinh_owner using (true) with check (true);
create policy own_area on given_back for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_purpose on given_back as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on given_back to ansinh_officer;

-- With whoever hands money out: what they have, what of it is on its way to somebody, and what came back to them or was never fetched.
create function with_providers() returns table (commune_code text, channel text, balance bigint, on_way bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select c.code, h.channel, ledger.face_balance(ledger.face_found('provider', null, c.code, null, null, h.channel)),
           coalesce((select sum(i.amount) from instruction i join dispatch d using (dispatch_id)
                where i.commune_code = c.code and d.channel = h.channel and i.state in ('released', 'sent', 'accepted')), 0)::bigint
      from unnest(access.my_communes()) c(code) cross join (values ('cash'), ('bank_account'), ('post')) h(channel)
     where access.sees_people()
$$;

create function give_back(of_commune text, of_channel text, of_amount bigint, on_day date, on_paper text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    id bigint;
    there record;
begin
    perform payments.must_prepare(of_commune);
    perform pg_advisory_xact_lock(hashtextextended('provider ' || of_commune || of_channel, 0));
    if on_day > public.house_today() then
        raise exception 'The day % has not come.', on_day using errcode = 'AS010', constraint = 'given_back_on_a_day', hint = 'Name the day on the paper of the Treasury.';
    end if;
    insert into given_back (commune_code, channel, amount, happened_on, document, recorded_by) values (of_commune, of_channel, of_amount, on_day, on_paper, current_setting('role')::name)
        on conflict on constraint given_back_once do nothing returning given_back_id into id;
    if id is null then
        return 0;
    end if;
    select * into there from payments.with_providers() w where w.commune_code = of_commune and w.channel = of_channel;
    if of_amount > there.balance - there.on_way then
        raise exception 'Only % may be given back.', there.balance - there.on_way
            using errcode = 'AS010', constraint = 'given_back_of_what_lies_there', detail = greatest(there.balance - there.on_way, 0)::text, hint = 'What is on its way to somebody stays until it is answered.';
    end if;
    perform ledger.face_post(row('given_back/' || id, 'given_back', on_day, null, of_commune, 'given_back', id, on_paper, null)::ledger.face_head,
        array[ledger.face_account('treasury', null, of_commune)], array[ledger.face_account('provider', null, of_commune, null, null, of_channel)], array[of_amount]);
    return id;
end $$;

revoke all on function report_lines(bigint, text, date, text, text[], text[]), outcome_moves_instruction(), telling(), open_answers(), judge_answer(text, bigint, date, text, instruction),
    apply_answers(integer, text), take_answers(bytea, text, text), settle_line(bigint, integer, text), with_providers(), give_back(text, text, bigint, date, text) from public;
grant execute on function report_lines(bigint, text, date, text, text[], text[]), open_answers(), take_answers(bytea, text, text), settle_line(bigint, integer, text), with_providers(),
    give_back(text, text, bigint, date, text) to ansinh_officer;
