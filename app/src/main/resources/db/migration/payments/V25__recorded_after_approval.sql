-- A list was approved, and before its money left somebody on it was recorded dead, or to live in another commune. From that very moment nothing of theirs leaves: their part of
-- the list is held. Then the law is asked again, and the part is settled: months the law still owes go as they were approved; the line of a month it does not owe is not sent.
-- What is not sent is held by no list any more: it is no overpayment, for nobody was paid, and if the record was a mistake the month is owed and goes on the next list by itself.
create table held_part (
    payroll_id   bigint      not null references payroll,
    subject_id   integer     not null,
    commune_code text        not null,
    since        timestamptz not null default public.house_now(),
    primary key (payroll_id, subject_id)
);
create index held_part_subject_idx on held_part (subject_id);
alter table held_part enable row level security;
alter table held_part force row level security;
create policy owner_works on held_part to ansinh_owner using (true) with check (true);
create policy jobs_read on held_part for select to ansinh_worker, ansinh_determiner using (true);
create policy own_area on held_part for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_purpose on held_part as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on held_part to ansinh_officer, ansinh_worker, ansinh_determiner;

alter table report drop constraint report_outcome_check, add constraint report_outcome_check check (outcome in ('paid', 'not_collected', 'returned', 'not_sent'));
alter table outcome drop constraint outcome_outcome_check, add constraint outcome_outcome_check check (outcome in ('paid', 'not_collected', 'returned', 'not_sent'));

-- Told by the register of whoever died, or moved, or did not after all. What has left cannot be called back.
create function hold_parts(people integer[]) returns void language sql security definer set search_path = payments, pg_temp as $$
    insert into held_part (payroll_id, subject_id, commune_code)
    select distinct l.payroll_id, l.subject_id, l.commune_code
      from (select distinct d.programme, d.subject_id from casework.face_decision d where d.subject_kind = 'p' and d.subject_id = any (people) and d.state = 'signed') w
      join line l on l.programme = w.programme and l.subject_kind = 'p' and l.subject_id = w.subject_id
      join payroll p on p.payroll_id = l.payroll_id and p.state = 'approved'
     where not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = 'p' and i.subject_id = l.subject_id and i.state <> 'drafted')
    on conflict (payroll_id, subject_id) do update set since = excluded.since
$$;
select registry.face_follow_gone('payments.hold_parts');

-- What the law gives somebody of a commune in all for what falls due in a month, by the newest answer through a month; nothing where nobody asked.
create function law_owes(of_programme text, of_commune text, person integer, of_due date, of_through date) returns bigint
language sql stable security definer set search_path = payments, pg_temp as $$
    select case when count(a.account_id) > 0 then coalesce(sum(m.amount), 0)::bigint end
      from determination.face_account a
      left join lateral (
          select o.amount from determination.face_owed o
           cross join generate_series(o.first_month, o.last_month, interval '1 month') g
           where o.account_id = a.account_id and o.commune_code = of_commune and o.programme = of_programme and o.through = of_through
             and o.subject_kind = 'p' and o.subject_id = person
             and (g::date + make_interval(months => o.due_after[extract(month from g)::int]))::date = of_due) m on true
     where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through
$$;

-- Settles a held part, once what its commune owes was worked out anew: the answer is how many lines are not sent. As whoever prepares and releases does it takes the list first.
create function settle_part(of_list bigint, person integer, on_paper text) returns integer
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
    home text;
    found_lines integer := 0;
    number integer;
begin
    select * into list from payroll p where p.payroll_id = of_list for update;
    perform d.dispatch_id from dispatch d join instruction i using (dispatch_id)
      where i.payroll_id = of_list and i.subject_kind = 'p' and i.subject_id = person for update of d;
    if not exists (select from held_part h where h.payroll_id = of_list and h.subject_id = person) then
        return 0;
    end if;
    select p.commune_code into home from registry.face_person p where p.person_id = person;
    home := coalesce(home, list.commune_code);
    if payments.law_owes(list.programme, home, person, list.month, list.month) is null then
        return 0;       -- nobody knows yet: it stays held
    end if;
    if not exists (select from instruction i where i.payroll_id = of_list and i.subject_kind = 'p' and i.subject_id = person and i.state <> 'drafted') then
        create temp table if not exists line_not_sent (like payments.outcome) on commit drop;
        truncate line_not_sent;
        select coalesce(max(r.nth), 0) + 1 into number from report r where r.payroll_id = of_list;
        insert into line_not_sent
        select l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, 0, 'not_sent', of_list, number
          from line l
         where l.payroll_id = of_list and l.programme = list.programme and l.subject_kind = 'p' and l.subject_id = person
           and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
                and o.for_month = l.for_month and o.sequence = l.sequence)
           and payments.law_owes(list.programme, home, person, l.for_month, list.month)
               < (select sum(x.amount) from held_line x where x.programme = l.programme and x.subject_kind = 'p' and x.subject_id = person and x.for_month = l.for_month);
        get diagnostics found_lines = row_count;
        if found_lines > 0 then
            insert into report (payroll_id, nth, outcome, happened_on, document, lines, amount, reported_by)
            select of_list, number, 'not_sent', public.house_today(), on_paper, count(*), sum(l.amount), current_setting('role')::name
              from line_not_sent n join line l using (programme, subject_kind, subject_id, for_month, sequence);
            insert into outcome select * from line_not_sent;
        end if;
    end if;
    delete from held_part h where h.payroll_id = of_list and h.subject_id = person;
    return found_lines;
end $$;

-- Money that was approved and is not sent, or not yet: of a list, or of what waits to be sent with a dispatch.
create function kept(lists bigint[])
returns table (payroll_id bigint, subject_id integer, name text, for_month date, amount bigint, cause text, document text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with mine as (
        select p.payroll_id from payroll p where p.payroll_id = any (lists) and p.state = 'approved' and p.commune_code = any ((select access.my_communes())::text[])
           and (select access.sees_people())
    )
    select l.payroll_id, l.subject_id, b.name, l.for_month, l.amount, 'not_sent', r.document
      from mine m join report r using (payroll_id) join outcome o on o.payroll_id = r.payroll_id and o.report = r.nth
      join line l using (programme, subject_kind, subject_id, for_month, sequence)
      left join registry.face_person b on b.person_id = l.subject_id
     where r.outcome = 'not_sent'
    union all
    select l.payroll_id, l.subject_id, b.name, l.for_month, l.amount, w.cause, ''
      from mine m
      cross join lateral (
          select h.subject_id, 'held' as cause from held_part h where h.payroll_id = m.payroll_id
          union
          select x.subject_id, 'told_dead' from line x join resting z on z.cause = 'told_dead' and z.programme = x.programme and z.subject_kind = x.subject_kind
               and z.subject_id = x.subject_id where x.payroll_id = m.payroll_id) w
      join line l on l.payroll_id = m.payroll_id and l.subject_kind = 'p' and l.subject_id = w.subject_id
      left join registry.face_person b on b.person_id = l.subject_id
     where not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id and i.state <> 'drafted')
    order by 3, 2, 4
$$;

create or replace function prepare_dispatch(of_channel text, lists bigint[]) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
    id bigint;
begin
    for list in select p.* from payroll p where p.payroll_id = any (lists) order by p.payroll_id for update loop
        perform payments.must_prepare(list.commune_code);
        if list.state <> 'approved' then
            raise exception 'List % is not approved.', list.payroll_id
                using errcode = 'AS010', constraint = 'dispatch_of_approved_lists', detail = list.payroll_id::text, hint = 'Have the list approved first.';
        end if;
    end loop;
    create temp table if not exists to_instruct (like payments.instruction) on commit drop;
    truncate to_instruct;
    insert into to_instruct (key, dispatch_id, file_nth, payroll_id, programme, subject_kind, subject_id, payee_id, payee_name, bank, account, months, amount, village_id, commune_code, state)
    select 'AS-' || l.payroll_id || '-' || upper(l.subject_kind::text) || l.subject_id, 0, 1, l.payroll_id, l.programme, l.subject_kind, l.subject_id, min(l.payee_id),
           min(y.name), min(l.bank), min(l.account), array_agg(l.for_month order by l.for_month), sum(l.amount), min(l.village_id), min(l.commune_code), 'drafted'
      from line l
      join registry.face_person y on y.person_id = l.payee_id
     where l.payroll_id = any (lists) and l.channel = of_channel
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id)
       and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from line x join outcome o using (programme, subject_kind, subject_id, for_month, sequence)
            where x.payroll_id = l.payroll_id and x.programme = l.programme and x.subject_kind = l.subject_kind and x.subject_id = l.subject_id and o.outcome <> 'not_sent')
       and not exists (select from resting z where z.cause = 'told_dead' and z.programme = l.programme and z.subject_kind = l.subject_kind and z.subject_id = l.subject_id)
       and not exists (select from held_part h where h.payroll_id = l.payroll_id and l.subject_kind = 'p' and h.subject_id = l.subject_id)
     group by l.payroll_id, l.programme, l.subject_kind, l.subject_id;
    if not found then
        return null;
    end if;
    insert into dispatch (channel, communes, instructions, amount, prepared_by)
    select of_channel, array_agg(distinct t.commune_code), count(*), sum(t.amount), current_setting('role')::name from to_instruct t returning dispatch_id into id;
    update to_instruct set dispatch_id = id;
    insert into instruction select * from to_instruct;
    return id;
end $$;

create or replace function to_dispatch(of_month date) returns table (payroll_id bigint, channel text, instructions bigint, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select l.payroll_id, l.channel, count(distinct (l.subject_kind, l.subject_id)), sum(l.amount)::bigint
      from payroll p join line l using (payroll_id)
     where p.state = 'approved' and p.month = of_month and p.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people())
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id)
       and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from resting z where z.cause = 'told_dead' and z.programme = l.programme and z.subject_kind = l.subject_kind and z.subject_id = l.subject_id)
       and not exists (select from held_part h where h.payroll_id = l.payroll_id and l.subject_kind = 'p' and h.subject_id = l.subject_id)
     group by l.payroll_id, l.channel order by l.payroll_id, l.channel
$$;

create function nobody_sent_is_held() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    held bigint;
begin
    select count(*) into held from instruction i join held_part h on h.payroll_id = i.payroll_id and i.subject_kind = 'p' and h.subject_id = i.subject_id
     where i.dispatch_id = new.dispatch_id;
    if held > 0 then
        raise exception 'Since dispatch % was prepared, % people in it were recorded dead or moved.', new.dispatch_id, held
            using errcode = 'AS010', constraint = 'dispatch_has_gone', detail = held::text, hint = 'Withdraw it and prepare it again: what is not owed any more is left out.';
    end if;
    return null;
end $$;
create trigger nobody_sent_is_held after update on dispatch for each row when (old.state = 'prepared' and new.state = 'released') execute function nobody_sent_is_held();

do $$
declare
    it text := pg_get_functiondef('payments.release_dispatch(bigint,integer)'::regprocedure);
begin
    -- a line that is not sent and that the instruction does not pay stands in nobody's way
    assert position('where i.dispatch_id = id) then' in it) > 0, 'a release looks at what was reported in other words than this step knows';
    execute replace(it, 'where i.dispatch_id = id) then', 'where i.dispatch_id = id and l.for_month = any (i.months)) then');
    it := pg_get_functiondef('payments.check_receipt(text,text)'::regprocedure);
    assert position('in (''returned'', ''not_collected'')' in it) > 0, 'a receipt is told in other words than this step knows';
    execute replace(it, 'in (''returned'', ''not_collected'')', 'in (''returned'', ''not_collected'', ''not_sent'')');
    it := pg_get_functiondef('payments.not_fetched(text,text,date,integer)'::regprocedure);
    assert position('where l.programme = of_programme' in it) > 0, 'months nobody came for are told in other words than this step knows';
    execute replace(it, 'where l.programme = of_programme', 'where o.outcome <> ''not_sent'' and l.programme = of_programme');
    it := pg_get_functiondef('payments.report_lines(bigint,text,date,text,text[],text[])'::regprocedure);
    assert position('begin
    if of_outcome <> ''paid''' in it) > 0, 'what officers report is taken in other words than this step knows';
    execute replace(it, 'begin
    if of_outcome <> ''paid''', 'begin
    perform payments.must(of_outcome <> ''not_sent'', ''not_sent_is_the_houses_word'', ''nobody says by hand that money was not sent'', ''Record the death or the move: the house does it.'');
    if of_outcome <> ''paid''');
end $$;

revoke all on function hold_parts(integer[]), law_owes(text, text, integer, date, date), settle_part(bigint, integer, text), kept(bigint[]), nobody_sent_is_held() from public;
grant execute on function settle_part(bigint, integer, text) to ansinh_worker;
grant execute on function kept(bigint[]) to ansinh_officer;
