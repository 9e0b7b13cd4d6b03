-- Money leaves: lines of approved lists become instructions to a bank, the post or a cash day; a third officer releases them, and what is released never changes. The key of
-- an instruction is made of list and beneficiary, so that whatever is written, sent or asked for again is the same instruction, and whoever receives it can tell.

-- From which amount a dispatch needs an officer who neither prepared nor approved its lists. The office's own setting, not law; until it is set: always.
create table third_officer (
    nth         integer     generated always as identity primary key,
    from_amount bigint      not null check (from_amount >= 0),
    set_by      name        not null default current_setting('role'),
    set_at      timestamptz not null default now()
);

create table dispatch (
    dispatch_id  bigint      generated always as identity primary key,
    channel      text        not null check (channel in ('cash', 'bank_account', 'post')),
    state        text        not null default 'prepared' check (state in ('prepared', 'released')),
    communes     text[]      not null check (cardinality(communes) > 0),
    instructions integer     not null check (instructions > 0),
    amount       bigint      not null check (amount > 0),
    prepared_by  name        not null default current_setting('role'),
    prepared_at  timestamptz not null default now(),
    released_by  name,
    released_at  timestamptz,
    released_on  date,
    check ((state = 'released') = (num_nulls(released_by, released_at, released_on) = 0)),
    constraint dispatch_released_by_another check (released_by is distinct from prepared_by)
);

-- One instruction pays one beneficiary of one list, all months of it; there is never a second one for the same lines.
create table instruction (
    key          text     primary key,
    dispatch_id  bigint   not null references dispatch on delete cascade,
    file_nth     integer  not null default 1,
    payroll_id   bigint   not null references payroll,
    programme    text     not null,
    subject_kind "char"   not null,
    subject_id   integer  not null,
    payee_id     integer  not null,
    payee_name   text     not null,
    bank         text,
    account      text,
    months       date[]   not null,
    amount       bigint   not null check (amount > 0),
    village_id   integer,
    commune_code text     not null,
    state        text     not null default 'drafted' check (state in ('drafted', 'released', 'sent', 'accepted', 'paid', 'returned', 'not_collected')),
    constraint instructed_once unique (payroll_id, subject_kind, subject_id),
    constraint instruction_key_is_its_line check (key = 'AS-' || payroll_id || '-' || upper(subject_kind::text) || subject_id)
);
create index instruction_dispatch_idx on instruction (dispatch_id, file_nth);
create index instruction_way_idx on instruction (commune_code) where state in ('released', 'sent', 'accepted');

-- What happened to it, in order.
create table instruction_event (
    key          text        not null references instruction on delete cascade,
    nth          integer     not null,
    state        text        not null,
    happened_on  date        not null,
    reference    text,                              -- how whoever pays calls it
    reason       text,
    statement_id bigint,
    recorded_by  name        not null default current_setting('role'),
    recorded_at  timestamptz not null default now(),
    primary key (key, nth)
);

-- What leaves, byte for byte, as it was made when it was released.
create table dispatch_file (
    dispatch_id    bigint  not null references dispatch,
    nth            integer not null check (nth > 0),
    name           text    not null unique,
    content        bytea   not null,
    digest         bytea   not null generated always as (sha256(content)) stored,
    instructions   integer not null check (instructions > 0),
    amount         bigint  not null check (amount > 0),
    primary key (dispatch_id, nth)
);
create table handed_over (
    dispatch_id bigint      not null,
    nth         integer     not null,
    how         text        not null check (how in ('taken', 'laid_out')),    -- an officer took it along; the house laid it where the provider fetches it
    handed_by   name        not null default current_setting('role'),
    handed_at   timestamptz not null default now(),
    primary key (dispatch_id, nth)
);

create function released_stays() returns trigger language plpgsql set search_path = payments, pg_temp as $$
begin
    if tg_table_name = 'dispatch' then
        if tg_op = 'DELETE' and old.state = 'prepared' then
            return old;
        end if;
        if tg_op = 'UPDATE' and old.state = 'prepared' and new.state = 'released'
           and to_jsonb(new) - array['state', 'released_by', 'released_at', 'released_on'] = to_jsonb(old) - array['state', 'released_by', 'released_at', 'released_on'] then
            return new;
        end if;
    end if;
    if tg_table_name = 'instruction' and tg_op = 'UPDATE' then
        if (old.file_nth = new.file_nth or old.state = 'drafted') and to_jsonb(new) - array['state', 'file_nth'] = to_jsonb(old) - array['state', 'file_nth']
           and (case old.state
                when 'drafted' then new.state = 'released'
                when 'released' then new.state in ('sent', 'accepted', 'paid', 'returned', 'not_collected')
                when 'sent' then new.state in ('accepted', 'paid', 'returned', 'not_collected')
                when 'accepted' then new.state in ('paid', 'returned', 'not_collected')
                when 'paid' then new.state = 'returned'
                else false end) then
            return new;
        end if;
    end if;
    if tg_table_name in ('instruction', 'instruction_event') and tg_op = 'DELETE' and pg_trigger_depth() > 1 then
        return old;     -- goes with its dispatch, which nobody had released
    end if;
    raise exception 'What was released stays as it left: % of payments.%.', lower(tg_op), tg_table_name
        using errcode = 'AS010', constraint = 'released_stays', hint = 'Record what happened afterwards.';
end $$;
create trigger released_dispatch_stays before update or delete on dispatch for each row execute function released_stays();
create trigger released_instruction_stays before update or delete on instruction for each row execute function released_stays();
create trigger instruction_event_stays before update or delete on instruction_event for each row execute function released_stays();
create trigger dispatch_file_stays before update or delete on dispatch_file for each row execute function released_stays();
create trigger handed_over_stays before update or delete on handed_over for each row execute function released_stays();
create trigger third_officer_stays before update or delete on third_officer for each row execute function released_stays();
create trigger dispatch_is_never_emptied before truncate on dispatch for each statement execute function released_stays();
create trigger instruction_is_never_emptied before truncate on instruction for each statement execute function released_stays();
create trigger dispatch_file_is_never_emptied before truncate on dispatch_file for each statement execute function released_stays();

-- At commit: what was released has its files, whole, and every instruction is in one of them.
create function dispatch_is_whole() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    said dispatch;
begin
    select * into said from dispatch d where d.dispatch_id = new.dispatch_id;
    if said.state = 'released' and exists (
           select from (select i.file_nth as nth, count(*)::integer as instructions, sum(i.amount)::bigint as amount from instruction i where i.dispatch_id = said.dispatch_id group by 1) i
             full join (select f.nth, f.instructions, f.amount from dispatch_file f where f.dispatch_id = said.dispatch_id) f using (nth)
            where (i.instructions, i.amount) is distinct from (f.instructions, f.amount)) then
        raise exception 'The files of dispatch % do not hold what it sends.', said.dispatch_id
            using errcode = 'AS010', constraint = 'dispatch_is_whole', hint = 'Release it again: it leaves whole or not at all.';
    end if;
    return null;
end $$;
create constraint trigger released_dispatch_is_whole after update on dispatch deferrable initially deferred for each row execute function dispatch_is_whole();
create constraint trigger dispatch_file_is_whole after insert on dispatch_file deferrable initially deferred for each row execute function dispatch_is_whole();

alter table third_officer enable row level security;
alter table third_officer force row level security;
alter table dispatch enable row level security;
alter table dispatch force row level security;
alter table instruction enable row level security;
alter table instruction force row level security;
alter table instruction_event enable row level security;
alter table instruction_event force row level security;
alter table dispatch_file enable row level security;
alter table dispatch_file force row level security;
alter table handed_over enable row level security;
alter table handed_over force row level security;
create policy owner_works on third_officer to ansinh_owner using (true) with check (true);
create policy owner_works on dispatch to ansinh_owner using (true) with check (true);
create policy owner_works on instruction to ansinh_owner using (true) with check (true);
create policy owner_works on instruction_event to ansinh_owner using (true) with check (true);
create policy owner_works on dispatch_file to ansinh_owner using (true) with check (true);
create policy owner_works on handed_over to ansinh_owner using (true) with check (true);
create policy jobs_read on dispatch for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_read on instruction for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_read on dispatch_file for select to ansinh_worker using (true);
create policy jobs_read on handed_over for select to ansinh_worker using (true);
create policy everybody_reads on third_officer for select to ansinh_officer using (true);
create policy own_area on dispatch for select to ansinh_officer using (communes <@ ((select access.my_communes())::text[]));
create policy own_area on instruction for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_area on instruction_event for select to ansinh_officer using (exists (select from instruction i where i.key = instruction_event.key));
create policy own_area on dispatch_file for select to ansinh_officer using (exists (select from dispatch d where d.dispatch_id = dispatch_file.dispatch_id));
create policy own_area on handed_over for select to ansinh_officer using (exists (select from dispatch d where d.dispatch_id = handed_over.dispatch_id));
create policy own_purpose on dispatch as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on instruction as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on dispatch_file as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on third_officer, instruction_event to ansinh_officer;
grant select on dispatch, instruction, dispatch_file, handed_over to ansinh_officer, ansinh_worker;
grant select on instruction to ansinh_determiner;

-- Makes instructions of what approved lists hold for a channel and nobody has instructed or reported. Asked twice, the second time there is nothing.
create function prepare_dispatch(of_channel text, lists bigint[]) returns bigint
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
       and not exists (select from line x join outcome o using (programme, subject_kind, subject_id, for_month, sequence)
            where x.payroll_id = l.payroll_id and x.programme = l.programme and x.subject_kind = l.subject_kind and x.subject_id = l.subject_id)
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

create function withdraw_dispatch(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    sent dispatch;
begin
    select * into sent from dispatch d where d.dispatch_id = id for update;
    perform payments.must(found and sent.communes <@ access.my_communes()::text[], 'list_in_own_area', format('dispatch %s is not in your area', id), 'Open a dispatch of your own area.');
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer') or access.has_role('commune_chair') or access.has_role('provincial_approver'),
        'list_discarded_by_its_officers', format('%s may not withdraw a dispatch', current_setting('role')), 'Dispatches are withdrawn by those who prepare or release them.');
    delete from dispatch where dispatch_id = id;
end $$;

create function needs_third_officer(of_amount bigint) returns boolean language sql stable security definer set search_path = payments, pg_temp as $$
    select of_amount >= coalesce((select t.from_amount from third_officer t order by t.nth desc limit 1), 0)
$$;

create function set_third_officer(amount_from bigint) returns void language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.has_role('provincial_approver') and access.sees_province(), 'third_officer_set_by_approver',
        format('%s may not set who releases', current_setting('role')), 'A provincial approver sets it.');
    insert into third_officer (from_amount, set_by) values (amount_from, current_setting('role')::name);
end $$;

-- Releases a dispatch: from now on it leaves as it is, and its money is with whoever hands it out. The same transaction must lay its files beside it.
create function release_dispatch(id bigint, per_file integer) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    sent dispatch;
    acting name := current_setting('role')::name;
begin
    select * into sent from dispatch d where d.dispatch_id = id for update;
    perform payments.must(found and sent.communes <@ access.my_communes()::text[], 'list_in_own_area', format('dispatch %s is not in the area of %s', id, acting), 'Dispatches are released in the area they are of.');
    perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'), 'dispatch_released_by_chair',
        format('%s may not release money', acting), 'A commune chair or a provincial approver releases money.');
    perform payments.must(acting <> sent.prepared_by, 'dispatch_released_by_another', format('%s prepared dispatch %s', acting, id), 'Another officer must release it.');
    perform payments.must(not (payments.needs_third_officer(sent.amount)
            and exists (select from instruction i join payroll p using (payroll_id) where i.dispatch_id = id and acting in (p.prepared_by, p.approved_by))),
        'dispatch_released_by_a_third', format('%s prepared or approved a list of dispatch %s', acting, id), 'An officer who neither prepared nor approved its lists must release it.');
    if sent.state <> 'prepared' then
        raise exception 'Dispatch % was released already.', id
            using errcode = 'AS010', constraint = 'dispatch_released_once', hint = 'Open it: its files lie beside it.';
    end if;
    if exists (select from instruction i join line l using (payroll_id, programme, subject_kind, subject_id) join outcome o
                    on o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id and o.for_month = l.for_month and o.sequence = l.sequence
                where i.dispatch_id = id) then
        raise exception 'Lines of dispatch % were reported meanwhile.', id
            using errcode = 'AS010', constraint = 'dispatch_overtaken', hint = 'Withdraw it and prepare it again: what was reported is left out.';
    end if;
    update instruction i set state = 'released', file_nth = n.nth
      from (select x.key, (row_number() over (order by x.commune_code, x.payroll_id, x.subject_kind, x.subject_id) - 1) / per_file + 1 as nth from instruction x where x.dispatch_id = id) n
     where n.key = i.key;
    insert into instruction_event (key, nth, state, happened_on, recorded_by)
    select i.key, 1, 'released', public.house_today(), acting from instruction i where i.dispatch_id = id;
    update dispatch set state = 'released', released_by = acting, released_at = now(), released_on = public.house_today() where dispatch_id = id;
    perform ledger.face_post(row('dispatch/' || id || '/released/' || c.commune_code, 'dispatch_released', public.house_today(), null, c.commune_code, 'dispatch', id, null, null)::ledger.face_head,
            array[ledger.face_account('provider', null, c.commune_code, null, null, sent.channel)], array[ledger.face_account('treasury', null, c.commune_code)], array[c.amount])
       from (select i.commune_code, sum(i.amount)::bigint as amount from instruction i where i.dispatch_id = id group by 1 order by 1) c;
end $$;

create function keep_file(of_dispatch bigint, number integer, file_name text, bytes bytea, of_instructions integer, of_amount bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(exists (select from dispatch d where d.dispatch_id = of_dispatch and d.released_by = current_setting('role')::name and d.communes <@ access.my_communes()::text[]),
        'dispatch_released_by_chair', format('dispatch %s is not yours to release', of_dispatch), 'Whoever releases a dispatch lays its files beside it.');
    insert into dispatch_file (dispatch_id, nth, name, content, instructions, amount) values (of_dispatch, number, file_name, bytes, of_instructions, of_amount);
end $$;

-- A file was given away. Given twice is once: the second time it is the same file with the same keys.
create function hand_over(of_dispatch bigint, number integer, of_how text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if current_setting('role') <> 'ansinh_worker' then
        perform payments.must(exists (select from dispatch d where d.dispatch_id = of_dispatch and d.communes <@ access.my_communes()::text[]),
            'list_in_own_area', format('dispatch %s is not in your area', of_dispatch), 'Open a dispatch of your own area.');
        perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer') or access.has_role('commune_chair') or access.has_role('provincial_approver'),
            'list_prepared_by_paying_officer', format('%s may not hand out files', current_setting('role')), 'A paying officer takes the file to the bank or the post.');
    end if;
    insert into handed_over (dispatch_id, nth, how, handed_by)
    select f.dispatch_id, f.nth, of_how, current_setting('role')::name from dispatch_file f where f.dispatch_id = of_dispatch and f.nth = number on conflict do nothing;
    if not found then
        return;
    end if;
    with gone as (
        update instruction i set state = 'sent' where i.dispatch_id = of_dispatch and i.file_nth = number and i.state = 'released' returning i.key
    )
    insert into instruction_event (key, nth, state, happened_on, recorded_by)
    select g.key, (select max(e.nth) + 1 from instruction_event e where e.key = g.key), 'sent', public.house_today(), current_setting('role')::name from gone g;
end $$;

-- What of approved lists nobody has instructed yet, by list and channel.
create function to_dispatch(of_month date) returns table (payroll_id bigint, channel text, instructions bigint, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select l.payroll_id, l.channel, count(distinct (l.subject_kind, l.subject_id)), sum(l.amount)::bigint
      from payroll p join line l using (payroll_id)
     where p.state = 'approved' and p.month = of_month and p.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people())
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id)
       and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
     group by l.payroll_id, l.channel order by l.payroll_id, l.channel
$$;

revoke all on function prepare_dispatch(text, bigint[]), withdraw_dispatch(bigint), needs_third_officer(bigint), set_third_officer(bigint), release_dispatch(bigint, integer),
    keep_file(bigint, integer, text, bytea, integer, bigint), hand_over(bigint, integer, text), to_dispatch(date), dispatch_is_whole() from public;
grant execute on function prepare_dispatch(text, bigint[]), withdraw_dispatch(bigint), needs_third_officer(bigint), set_third_officer(bigint), release_dispatch(bigint, integer),
    keep_file(bigint, integer, text, bytea, integer, bigint), hand_over(bigint, integer, text), to_dispatch(date) to ansinh_officer;
grant execute on function hand_over(bigint, integer, text) to ansinh_worker;
