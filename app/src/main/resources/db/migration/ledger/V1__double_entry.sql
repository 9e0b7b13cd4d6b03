-- Double entry. An entry is some movements; a movement takes an amount from one account (credit) to another (debit), so that no half of it can be written: every
-- entry balances by its shape, and what is checked at commit is that it is whole. Nothing that was posted is changed or removed; what was wrong is posted back.

-- The kinds of accounts. Movements stay on one side: a budget is a permission, money is money, and a fund is neither.
--   allotted, free, committed, used   a budget: what was allotted = what is free + what drafted lists hold + what approved lists took
--   cost, payable, carried            what approved lists cost; owed to payees; owed to payees who did not come for it, until a list carries it again
--   provider, treasury                money with whoever hands it out; money drawn from the State Treasury
--   fund_money, fund                  money raised from society, and what it is for
create table account_class (
    class     text    primary key,
    side      text    not null check (side in ('budget', 'money', 'fund')),
    normal    text    not null check (normal in ('debit', 'credit')),
    overdraws boolean not null     -- whether its balance may turn: a budget may be overspent, with a warning; nobody is paid more than is owed
);
insert into account_class values
    ('allotted', 'budget', 'debit', false), ('free', 'budget', 'credit', true), ('committed', 'budget', 'credit', false), ('used', 'budget', 'credit', false),
    ('cost', 'money', 'debit', false), ('payable', 'money', 'credit', false), ('carried', 'money', 'credit', false), ('provider', 'money', 'debit', true),
    ('treasury', 'money', 'credit', false), ('fund_money', 'fund', 'debit', false), ('fund', 'fund', 'credit', false);

create table account (
    account_id   integer  generated always as identity primary key,
    class        text     not null references account_class,
    programme    text,
    commune_code text,
    year         smallint,
    source       text,      -- of a budget: where its money comes from
    provider     text,
    fund_id      integer,
    constraint account_is_whole check (
        case when class in ('allotted', 'free', 'committed', 'used') then num_nulls(programme, commune_code, year, source) = 0 and num_nonnulls(provider, fund_id) = 0
             when class = 'cost' then num_nulls(programme, commune_code, year) = 0 and num_nonnulls(source, provider, fund_id) = 0
             when class in ('payable', 'carried') then num_nulls(programme, commune_code) = 0 and num_nonnulls(year, source, provider, fund_id) = 0
             when class = 'provider' then num_nulls(commune_code, provider) = 0 and num_nonnulls(programme, year, source, fund_id) = 0
             when class = 'treasury' then commune_code is not null and num_nonnulls(programme, year, source, provider, fund_id) = 0
             else fund_id is not null and num_nonnulls(programme, year, source, provider) = 0 end),
    constraint account_is_one unique nulls not distinct (class, programme, commune_code, year, source, provider, fund_id)
);
create index account_commune_idx on account (commune_code);

create table closed_period (
    month     date        primary key check (extract(day from month) = 1),
    closed_by name        not null default current_setting('role'),
    closed_at timestamptz not null default now()
);

-- The head of an entry: its key makes posting twice once; lines and total say what is whole.
create table entry (
    entry_id     bigint      generated always as identity primary key,
    key          text        not null constraint posted_once unique check (key <> ''),
    kind         text        not null,
    on_day       date        not null default public.house_today(),
    period       date        not null generated always as (make_date(extract(year from on_day)::int, extract(month from on_day)::int, 1)) stored,
    happened_on  date        not null,               -- the day of what it tells: a cash day, a decision
    programme    text,
    commune_code text,
    source_kind  text        not null,               -- what it comes from, and its number there: a list, an allotment, a fund
    source_id    bigint      not null,
    document     text,
    corrects     bigint      references entry,
    lines        integer     not null check (lines > 0),
    total        bigint      not null check (total > 0),
    digest       bytea       not null,
    posted_by    name        not null default current_setting('role'),
    posted_at    timestamptz not null default now()
);
create unique index corrected_once on entry (corrects);
create index entry_period_idx on entry (period, commune_code);
create index entry_source_idx on entry (source_kind, source_id);

create table movement (
    entry_id     bigint   not null,
    line         integer  not null check (line > 0),
    debit        integer  not null,
    credit       integer  not null,
    amount       bigint   not null check (amount > 0),
    subject_kind "char",
    subject_id   integer,
    for_month    date,
    primary key (entry_id, line),
    constraint movement_has_two_ends check (debit <> credit),
    check (num_nonnulls(subject_kind, subject_id, for_month) in (0, 3))
);
create index movement_debit_idx on movement (debit, entry_id);
create index movement_credit_idx on movement (credit, entry_id);
create index movement_subject_idx on movement (subject_id, subject_kind) where subject_id is not null;

-- Each account's sums of a month: made by the posting itself, and by nobody else.
create table turnover (
    account_id integer not null references account,
    period     date    not null,
    debit      bigint  not null check (debit >= 0),
    credit     bigint  not null check (credit >= 0),
    primary key (account_id, period)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What was posted is not changed: % of %.%.', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'AS010', constraint = 'posted_stays', hint = 'Post a correction that names the entry it corrects.';
end $$;
create trigger entry_stays before update or delete or truncate on entry for each statement execute function refuse_change();
create trigger movement_stays before update or delete or truncate on movement for each statement execute function refuse_change();
create trigger account_stays before update or delete or truncate on account for each statement execute function refuse_change();
create trigger account_class_stays before update or delete or truncate on account_class for each statement execute function refuse_change();
create trigger closed_period_stays before update or delete or truncate on closed_period for each statement execute function refuse_change();
create trigger turnover_is_never_emptied before delete or truncate on turnover for each statement execute function refuse_change();

create function turnover_follows() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'Sums are made by posting and by nothing else.' using errcode = 'AS010', constraint = 'posted_stays', hint = 'Post an entry.';
    end if;
    return new;
end $$;
create trigger turnover_follows before insert or update on turnover for each row execute function turnover_follows();

create function into_open_period() returns trigger language plpgsql set search_path = ledger, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('ledger period', 0));
    if exists (select from closed_period c where c.month = date_trunc('month', new.on_day)::date) then
        raise exception 'The period of % is closed.', new.on_day
            using errcode = 'AS010', constraint = 'period_is_closed', detail = to_char(new.on_day, 'MM/YYYY'), hint = 'Post into the open period, and name the entry that is corrected.';
    end if;
    return new;
end $$;
create trigger into_open_period before insert on entry for each row execute function into_open_period();

-- Both ends are accounts of one side; nothing is added to an entry that is whole; sums follow; what may not be overdrawn is not. For all movements of a statement at once.
create function movements_hold() returns trigger language plpgsql set search_path = ledger, pg_temp as $$
declare
    wrong text;
begin
    if exists (select from (select distinct f.debit, f.credit from fresh f) m left join account d on d.account_id = m.debit left join account c on c.account_id = m.credit
                 left join account_class dc on dc.class = d.class left join account_class cc on cc.class = c.class
                where dc.side is distinct from cc.side or dc.side is null) then
        raise exception 'A movement needs two accounts of one side.' using errcode = 'AS010', constraint = 'movement_stays_on_its_side', hint = 'Budgets, money and funds are never mixed.';
    end if;
    if exists (select from (select distinct f.entry_id from fresh f) f left join entry e using (entry_id)
                where e.entry_id is null or e.lines < (select count(*) from movement m where m.entry_id = f.entry_id)) then
        raise exception 'A movement belongs to an entry that is being posted.' using errcode = 'AS010', constraint = 'posted_stays', hint = 'Nothing is added to an entry; post another.';
    end if;
    insert into turnover (account_id, period, debit, credit)
    select s.account_id, e.period, sum(s.debit), sum(s.credit)
      from (select m.entry_id, m.debit as account_id, sum(m.amount) as debit, 0 as credit from fresh m group by 1, 2
            union all select m.entry_id, m.credit, 0, sum(m.amount) from fresh m group by 1, 2) s
      join entry e using (entry_id)
     group by s.account_id, e.period order by s.account_id, e.period
        on conflict (account_id, period) do update set debit = turnover.debit + excluded.debit, credit = turnover.credit + excluded.credit;
    select string_agg(distinct a.class, ',') into wrong
      from (select f.debit as account_id from fresh f union select f.credit from fresh f) f join account a using (account_id) join account_class k using (class)
     where not k.overdraws
       and (select sum(case k.normal when 'debit' then t.debit - t.credit else t.credit - t.debit end) from turnover t where t.account_id = f.account_id) < 0;
    if wrong is not null then
        raise exception 'The account % would be overdrawn.', wrong using errcode = 'AS010', constraint = 'account_overdrawn', detail = wrong, hint = 'Look at its entries: more would be taken than was ever put there.';
    end if;
    return null;
end $$;
create trigger movements_hold after insert on movement referencing new table as fresh for each statement execute function movements_hold();

-- At commit, whoever wrote it and however: an entry has exactly the movements that its head says, and their sum.
create function entry_is_whole() returns trigger language plpgsql set search_path = ledger, pg_temp as $$
declare
    found_lines bigint;
    found_total bigint;
begin
    select count(*), coalesce(sum(m.amount), 0) into found_lines, found_total from movement m where m.entry_id = new.entry_id;
    if (found_lines, found_total) is distinct from (new.lines::bigint, new.total) then
        raise exception 'Entry % does not balance: % movements of % for % movements of %.', new.key, found_lines, found_total, new.lines, new.total
            using errcode = 'AS010', constraint = 'entry_balances', detail = new.key, hint = 'An entry is posted whole, or not at all.';
    end if;
    return null;
end $$;
create constraint trigger entry_is_whole after insert on entry deferrable initially deferred for each row execute function entry_is_whole();

-- What rooms above say about an entry that they post.
create type face_head as (key text, kind text, happened_on date, programme text, commune_code text, source_kind text, source_id bigint, document text, corrects bigint);

create function face_account(of_class text, of_programme text, of_commune text, of_year integer default null, of_source text default null, of_provider text default null,
    of_fund integer default null) returns integer language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    id integer;
begin
    select a.account_id into id from account a
     where a.class = of_class and a.programme is not distinct from of_programme and a.commune_code is not distinct from of_commune and a.year is not distinct from of_year
       and a.source is not distinct from of_source and a.provider is not distinct from of_provider and a.fund_id is not distinct from of_fund;
    if id is null then
        insert into account (class, programme, commune_code, year, source, provider, fund_id)
        values (of_class, of_programme, of_commune, of_year, of_source, of_provider, of_fund) on conflict do nothing returning account_id into id;
        if id is null then
            return ledger.face_account(of_class, of_programme, of_commune, of_year, of_source, of_provider, of_fund);
        end if;
    end if;
    return id;
end $$;

-- Posts all movements of an entry, or finds that they stand already: the same key with the same movements is one entry; with others it is refused. Without movements
-- there is no entry.
create function face_post(head face_head, debits integer[], credits integer[], amounts bigint[], kinds "char"[] default null, ids integer[] default null,
    months date[] default null) returns bigint language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    said bytea := sha256(convert_to(concat_ws('|', debits, credits, amounts, kinds, ids, months), 'UTF8'));
    made bigint;
    known entry;
begin
    if coalesce(cardinality(amounts), 0) = 0 then
        return null;
    end if;
    if cardinality(debits) <> cardinality(amounts) or cardinality(credits) <> cardinality(amounts) then
        raise exception 'Entry %: every amount needs two accounts.', head.key using errcode = 'AS010', constraint = 'entry_balances', detail = head.key;
    end if;
    insert into entry (key, kind, happened_on, programme, commune_code, source_kind, source_id, document, corrects, lines, total, digest)
    select head.key, head.kind, head.happened_on, head.programme, head.commune_code, head.source_kind, head.source_id, head.document, head.corrects,
           cardinality(amounts), (select sum(a) from unnest(amounts) a), said
        on conflict (key) do nothing returning entry_id into made;
    if made is null then
        select * into strict known from entry e where e.key = head.key;
        if known.digest <> said then
            raise exception 'Entry % stands already with other movements.', head.key
                using errcode = 'AS010', constraint = 'posted_otherwise', detail = head.key, hint = 'What was posted stays; post the difference under a key of its own.';
        end if;
        return known.entry_id;
    end if;
    insert into movement (entry_id, line, debit, credit, amount, subject_kind, subject_id, for_month)
    select made, u.line, u.debit, u.credit, u.amount, u.kind, u.id, u.month
      from unnest(debits, credits, amounts, kinds, ids, months) with ordinality u(debit, credit, amount, kind, id, month, line);
    return made;
end $$;

alter table entry enable row level security;
alter table entry force row level security;
alter table account enable row level security;
alter table account force row level security;
create policy owner_works on entry to ansinh_owner using (true) with check (true);
create policy owner_works on account to ansinh_owner using (true) with check (true);
create policy jobs_read on entry for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_read on account for select to ansinh_worker, ansinh_determiner using (true);
create policy own_area on entry for select to ansinh_officer
    using (commune_code = any ((select access.my_communes())::text[]) or commune_code is null and (select access.sees_province()));
create policy own_area on account for select to ansinh_officer
    using (commune_code = any ((select access.my_communes())::text[]) or commune_code is null and (select access.sees_province()));
create policy own_purpose on entry as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on account as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on entry, account to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select on account_class, closed_period to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select on movement, turnover to ansinh_worker, ansinh_determiner;

revoke all on function face_account(text, text, text, integer, text, text, integer), face_post(face_head, integer[], integer[], bigint[], "char"[], integer[], date[]) from public;
