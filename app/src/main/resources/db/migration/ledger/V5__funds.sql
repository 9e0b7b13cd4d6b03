-- Money raised from society: what a fund was raised for is all that it is spent on, never more than it holds, and by two officers.
create table fund (
    fund_id      integer     generated always as identity primary key,
    name         text        not null check (btrim(name) <> ''),
    commune_code text        not null,
    document     text        not null check (btrim(document) <> ''),   -- the decision or appeal that says what it is for
    opened_on    date        not null,
    opened_by    name        not null default current_setting('role'),
    opened_at    timestamptz not null default now(),
    constraint fund_once unique (commune_code, name)
);
create table fund_purpose (
    fund_id integer  not null references fund,
    nth     smallint not null check (nth > 0),
    purpose text     not null check (btrim(purpose) <> ''),
    primary key (fund_id, nth)
);
-- Money that came in, or is to go out: what goes out waits for another officer.
create table fund_act (
    act_id      bigint      generated always as identity primary key,
    fund_id     integer     not null references fund,
    kind        text        not null check (kind in ('income', 'spending')),
    purpose     smallint,
    amount      bigint      not null check (amount > 0),
    whom        text        not null check (btrim(whom) <> ''),         -- who gave it, or who receives it
    happened_on date        not null,
    document    text        not null check (btrim(document) <> ''),
    once_key    text        not null unique,
    prepared_by name        not null default current_setting('role'),
    prepared_at timestamptz not null default now(),
    check ((kind = 'spending') = (purpose is not null)),
    constraint fund_purpose_is_its_own foreign key (fund_id, purpose) references fund_purpose
);
create index fund_act_fund_idx on fund_act (fund_id);
create table fund_approval (
    act_id      bigint      primary key references fund_act,
    approved_by name        not null default current_setting('role'),
    approved_at timestamptz not null default now()
);
create trigger fund_stays before update or delete or truncate on fund for each statement execute function refuse_change();
create trigger fund_purpose_stays before update or delete or truncate on fund_purpose for each statement execute function refuse_change();
create trigger fund_act_stays before update or delete or truncate on fund_act for each statement execute function refuse_change();
create trigger fund_approval_stays before update or delete or truncate on fund_approval for each statement execute function refuse_change();

-- Income posts as it is recorded, spending as it is approved; in the same transaction, whoever writes.
create function post_fund(act fund_act) returns void language plpgsql set search_path = ledger, pg_temp as $$
declare
    f fund;
    money integer;
    held integer;
begin
    select * into strict f from fund x where x.fund_id = act.fund_id;
    money := face_account('fund_money', null, f.commune_code, null, null, null, f.fund_id);
    held := face_account('fund', null, f.commune_code, null, null, null, f.fund_id);
    perform face_post(row('fund/' || f.fund_id || '/' || act.act_id, 'fund_' || act.kind, act.happened_on, null, f.commune_code, 'fund', f.fund_id, act.document, null)::face_head,
        array[case act.kind when 'income' then money else held end], array[case act.kind when 'income' then held else money end], array[act.amount]);
end $$;
create function fund_act_posts() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
    if new.kind = 'income' then
        perform post_fund(new);
    end if;
    return null;
end $$;
create trigger fund_act_posts after insert on fund_act for each row execute function fund_act_posts();
create function fund_approval_posts() returns trigger language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    act fund_act;
begin
    select * into act from fund_act a where a.act_id = new.act_id;
    if act.kind is distinct from 'spending' or act.prepared_by = new.approved_by then
        raise exception 'Act % of a fund is not approved by %.', new.act_id, new.approved_by
            using errcode = 'AS010', constraint = 'fund_spent_by_two', hint = 'Another officer than the one who prepared it approves what a fund spends.';
    end if;
    perform post_fund(act);
    return null;
end $$;
create trigger fund_approval_posts after insert on fund_approval for each row execute function fund_approval_posts();

alter table fund enable row level security;
alter table fund force row level security;
alter table fund_purpose enable row level security;
alter table fund_purpose force row level security;
alter table fund_act enable row level security;
alter table fund_act force row level security;
alter table fund_approval enable row level security;
alter table fund_approval force row level security;
create policy owner_works on fund to ansinh_owner using (true) with check (true);
create policy owner_works on fund_purpose to ansinh_owner using (true) with check (true);
create policy owner_works on fund_act to ansinh_owner using (true) with check (true);
create policy owner_works on fund_approval to ansinh_owner using (true) with check (true);
create policy own_area on fund for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people()));
create policy own_area on fund_purpose for select to ansinh_officer using (exists (select from fund f where f.fund_id = fund_purpose.fund_id));
create policy own_area on fund_act for select to ansinh_officer using (exists (select from fund f where f.fund_id = fund_act.fund_id));
create policy own_area on fund_approval for select to ansinh_officer using (exists (select from fund_act a where a.act_id = fund_approval.act_id));
grant select on fund, fund_purpose, fund_act, fund_approval to ansinh_officer;

-- What came of an act: approved, posted back.
create view fund_state with (security_invoker = true) as
select a.act_id, v.approved_by, exists (select from entry e join entry c on c.corrects = e.entry_id where e.key = 'fund/' || a.fund_id || '/' || a.act_id) as corrected
  from fund_act a left join fund_approval v using (act_id);
grant select on fund_state to ansinh_officer;

create function must_keep_funds(of_commune text) returns void language plpgsql set search_path = ledger, pg_temp as $$
begin
    perform ledger.must(access.has_role('paying_officer') and access.may_see_commune(of_commune), 'fund_by_paying_officer',
        format('%s does not keep funds of %s', access.my_role(), of_commune), 'A paying officer of the area keeps its funds.');
end $$;

create function open_fund(of_name text, of_commune text, on_paper text, purposes text[]) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    id integer;
begin
    perform ledger.must_keep_funds(of_commune);
    insert into fund (name, commune_code, document, opened_on) values (of_name, of_commune, on_paper, public.house_today()) returning fund_id into id;
    insert into fund_purpose select id, u.nth, u.purpose from unnest(purposes) with ordinality u(purpose, nth);
    return id;
end $$;

create function act_of_fund(once text, of_fund integer, of_kind text, of_purpose integer, of_amount bigint, of_whom text, on_day date, on_paper text) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    id bigint;
begin
    perform ledger.must_keep_funds((select f.commune_code from fund f where f.fund_id = of_fund));
    if on_day > public.house_today() then
        raise exception 'The day % has not come.', on_day using errcode = 'AS010', constraint = 'fund_day_has_come', hint = 'Record money once it has come in or is to go out today.';
    end if;
    select a.act_id into id from fund_act a where a.once_key = once;
    if id is null then
        insert into fund_act (fund_id, kind, purpose, amount, whom, happened_on, document, once_key)
        values (of_fund, of_kind, of_purpose, of_amount, of_whom, on_day, on_paper, once) returning act_id into id;
    end if;
    return id;
end $$;

create function approve_spending(of_act bigint) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    of_commune text := (select f.commune_code from fund_act a join fund f using (fund_id) where a.act_id = of_act);
begin
    perform ledger.must((access.has_role('commune_chair') or access.has_role('provincial_approver')) and of_commune is not null and access.may_see_commune(of_commune),
        'fund_spent_by_chair', format('%s does not approve what funds of %s spend', access.my_role(), of_commune), 'A commune chair or a provincial approver approves what a fund spends.');
    insert into fund_approval (act_id) values (of_act) on conflict do nothing;
end $$;

-- A mistake in what was recorded by hand is posted back, into the open period, by an officer who signs, under the name of the entry it corrects. Entries of lists are not
-- corrected by hand: they follow their lists.
create function correct(of_entry bigint, because text) returns bigint language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    wrong entry;
    made bigint;
begin
    select * into wrong from entry e where e.entry_id = of_entry;
    perform ledger.must((access.has_role('commune_chair') or access.has_role('provincial_approver')) and wrong.entry_id is not null and access.may_see_commune(wrong.commune_code),
        'entry_corrected_by_chair', format('%s does not correct entry %s', access.my_role(), of_entry), 'A commune chair or a provincial approver of the area corrects entries.');
    if wrong.kind not in ('allotted', 'fund_income', 'fund_spending') or wrong.posted_by = access.my_role() then
        raise exception 'Entry % is not corrected by hand by %.', of_entry, access.my_role()
            using errcode = 'AS010', constraint = 'entry_follows_its_list', hint = 'Entries of lists follow their lists; others are corrected by another officer than the one who made them.';
    end if;
    if btrim(coalesce(because, '')) = '' then
        raise exception 'A correction says why.' using errcode = 'AS010', constraint = 'correction_says_why', hint = 'Say what was wrong.';
    end if;
    select ledger.face_post(row('correction/' || of_entry, 'correction', public.house_today(), wrong.programme, wrong.commune_code, wrong.source_kind, wrong.source_id, because,
            of_entry)::face_head, array_agg(m.credit order by m.line), array_agg(m.debit order by m.line), array_agg(m.amount order by m.line))
      into made from movement m where m.entry_id = of_entry;
    return made;
end $$;

revoke all on function post_fund(fund_act), must_keep_funds(text), open_fund(text, text, text, text[]), act_of_fund(text, integer, text, integer, bigint, text, date, text),
    approve_spending(bigint), correct(bigint, text) from public;
grant execute on function open_fund(text, text, text, text[]), act_of_fund(text, integer, text, integer, bigint, text, date, text), approve_spending(bigint),
    correct(bigint, text) to ansinh_officer;
