-- An account names its bank out of the list of NAPAS, its number is made of letters and figures, and the name of its holder is kept as banks write it and compared with the
-- payee's. What is entered is held to that; what stood here before stays as it stands and is warned about before it is paid.

-- The list itself is a file of the build (ADR 78), mirrored at every start as communes are: no row here is anybody's work.
create table bank (
    code       text    primary key check (code ~ '^[A-Z0-9]+$'),
    bin        text    check (bin ~ '^[0-9]{6}$'),
    bic        text    check (bic ~ '^[A-Z0-9]{4}VN[A-Z0-9]{2}([A-Z0-9]{3})?$'),
    short_name text    not null,
    name       text    not null,
    gone       boolean not null
);
create table bank_name (
    name text primary key,
    code text not null references bank on delete cascade
);
create index bank_name_code_idx on bank_name (code);
grant select on bank, bank_name to ansinh_officer, ansinh_worker, ansinh_determiner;
grant insert, delete on bank, bank_name to ansinh_worker;

-- A name as banks write the holder of an account: what payments.LatinName does.
create function latin(words text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select btrim(regexp_replace(upper(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐðÐ', 'dDdD')), '[^ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789]+', ' ', 'g'))
$$;

create function bank_of(words text) returns bank language sql stable set search_path = payments, pg_temp as $$
    select b from bank_name n join bank b using (code) where n.name = payments.latin(words)
$$;

-- What the number of an account may be made of: what ISO 20022 leaves room for, and no shorter than any bank's. How long a bank's own numbers are nobody publishes.
create function is_account(number text) returns boolean language sql immutable parallel safe as $$
    select number ~ '^[A-Z0-9]{6,34}$'
$$;

-- same: word for word; part: a middle name is missing or another, one knows who is meant; other: somebody else.
create function holder_agrees(holder text, payee text) returns text language plpgsql immutable parallel safe set search_path = payments, pg_temp as $$
declare
    h text[] := string_to_array(payments.latin(holder), ' ');
    p text[] := string_to_array(payments.latin(payee), ' ');
    longer text[];
    shorter text[];
    found integer := 1;
    word text;
begin
    if h = p then
        return 'same';
    end if;
    if h[1] = p[1] and h[cardinality(h)] = p[cardinality(p)] and cardinality(h) > 1 and cardinality(p) > 1 then
        return 'part';
    end if;
    longer := case when cardinality(h) >= cardinality(p) then h else p end;
    shorter := case when cardinality(h) >= cardinality(p) then p else h end;
    foreach word in array longer loop
        if found <= cardinality(shorter) and word = shorter[found] then
            found := found + 1;
        end if;
    end loop;
    return case when found > cardinality(shorter) and cardinality(shorter) > 1 then 'part' else 'other' end;
end $$;

alter table payee add column holder text constraint holder_as_banks_write_it check (holder ~ '^[A-Z0-9]+( [A-Z0-9]+)*$' and length(holder) <= 140);
alter table payee add constraint holder_of_an_account check (holder is null or account is not null);
alter table line add column holder text;
alter table instruction add column holder text;

-- Entered from now on: a bank that is there, and written as the list writes it. Rows that stood before are not asked.
create function payee_account_is_sound() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    named payments.bank;
begin
    if new.account is null then
        return new;
    end if;
    named := payments.bank_of(new.bank);
    if named.code is null or named.gone or (named.bin is null and named.bic is null) then
        raise exception 'No bank of the list is called %.', coalesce(new.bank, '(nothing)')
            using errcode = 'AS010', constraint = case when named.gone then 'account_of_a_bank_that_is_gone' else 'account_names_a_bank' end,
                detail = coalesce(new.bank, '–'), hint = 'Name the bank by its code, its number at NAPAS or its name.';
    end if;
    if not payments.is_account(new.account) then
        raise exception 'The number % is none of an account.', new.account
            using errcode = 'AS010', constraint = 'account_is_letters_and_figures', detail = new.account, hint = 'Six to thirty-four capitals and figures, nothing between them.';
    end if;
    new.bank := named.code;
    return new;
end $$;
create trigger payee_account_is_sound before insert on payee for each row when (new.account is not null) execute function payee_account_is_sound();

create or replace view face_payee with (security_invoker = true) as
select programme, subject_kind, subject_id, payee_id, channel, bank, account, days, source, holder from payee;

create or replace function open_arrivals() returns void language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if to_regclass('pg_temp.arrived_payee') is null then
        create temp table arrived_payee (line integer, programme text, subject_kind text, subject_id integer, payee_id integer, channel text, bank text,
            account text, holder text, from_day date, until date, source text) on commit delete rows;
        grant insert on arrived_payee to ansinh_officer, ansinh_worker;
    else
        truncate arrived_payee;
    end if;
end $$;

-- What becomes of each line: taken; known, it stands already; completed, it stands already and now one knows who holds the account, or at which bank it is; follows, from a day of this
-- month or later somebody else receives or another way is taken, and what stood until then (before: who, how, where) ends the day before; otherwise, somebody else or another way is
-- stated for some of these days; elsewhere, it is about somebody outside one's area.
drop function take_over(name);
drop function judge_arrivals();
create function judge_arrivals() returns table (line integer, outcome text, before text)
language plpgsql stable security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    whole boolean := access.sees_province();
    area text[] := access.my_communes();
begin
    return query
    with stated as (
        select y.programme, y.subject_kind, y.subject_id, y.payee_id, y.channel, case when y.bank is not null then coalesce((payments.bank_of(y.bank)).code, y.bank) end as bank, y.account, y.holder, y.days, 0 as line from payee y
        where exists (select from arrived_payee a where (a.programme, a.subject_kind, a.subject_id) = (y.programme, y.subject_kind, y.subject_id))
        union all
        select a.programme, a.subject_kind, a.subject_id, a.payee_id, a.channel, case when a.bank is not null then coalesce((payments.bank_of(a.bank)).code, a.bank) end, a.account, a.holder, daterange(a.from_day, a.until), a.line
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

create function take_over(brought_by name) returns table (line integer, outcome text, before text)
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    acting name := access.my_role();
begin
    if acting <> 'ansinh_worker' then
        perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'), 'taken_over_by_authority',
            format('%s may not take over payees', acting), 'A commune chair or a provincial approver accepts the file.');
        perform payments.must(brought_by is distinct from acting, 'taken_over_by_two',
            format('%s brought these payees and may not accept them', acting), 'Another officer accepts the file.');
    end if;
    create temp table if not exists judged_payee (line integer, outcome text, before text) on commit drop;
    truncate judged_payee;
    insert into judged_payee select j.line, j.outcome, j.before from judge_arrivals() j;
    -- the days before stay with whoever received then; this first, for no two may stand for one day
    update payee y set days = daterange(lower(y.days), a.from_day)
      from arrived_payee a join judged_payee j on j.line = a.line
     where j.outcome = 'follows' and (y.programme, y.subject_kind, y.subject_id) = (a.programme, a.subject_kind, a.subject_id) and y.days && daterange(a.from_day, a.until);
    update payee y set holder = coalesce(y.holder, a.holder), bank = coalesce(y.bank, (payments.bank_of(a.bank)).code)
      from arrived_payee a join judged_payee j on j.line = a.line
     where j.outcome = 'completed' and (y.programme, y.subject_kind, y.subject_id) = (a.programme, a.subject_kind, a.subject_id) and y.days @> daterange(a.from_day, a.until);
    insert into payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, holder, days, source)
    select a.programme, a.subject_kind, a.subject_id, a.payee_id, a.channel, a.bank, a.account, a.holder, daterange(a.from_day, a.until), a.source
      from arrived_payee a join judged_payee j on j.line = a.line where j.outcome in ('taken', 'follows');
    return query select j.line, j.outcome, j.before from judged_payee j order by j.line;
end $$;
revoke execute on function judge_arrivals(), take_over(name) from public;
grant execute on function judge_arrivals(), take_over(name) to ansinh_officer, ansinh_worker;

do $$
declare
    it text;
begin
    it := pg_get_functiondef('payments.prepare(date,text,text)'::regprocedure);
    assert position('channel, bank, account, village_id' in it) > 0 and position('y.bank, y.account,' in it) > 0, 'lists are drawn in other words than this step knows';
    it := replace(it, 'channel, bank, account, village_id', 'channel, bank, account, holder, village_id');
    execute replace(it, 'y.bank, y.account,', 'y.bank, y.account, y.holder,');

    it := pg_get_functiondef('payments.prepare_dispatch(text,bigint[])'::regprocedure);
    assert position('payee_name, bank, account, months' in it) > 0 and position('min(l.bank), min(l.account),' in it) > 0, 'dispatches are prepared in other words than this step knows';
    it := replace(it, 'payee_name, bank, account, months', 'payee_name, bank, account, holder, months');
    execute replace(it, 'min(l.bank), min(l.account),', 'min(l.bank), min(l.account), min(l.holder),');
end $$;

--   holder_differs   the account is in another name: nothing that tells a person agrees (grave), or a middle name is missing or another (light)
--   bank_unknown     the bank that the account names is none of the list (grave)
--   bank_gone        the bank is given up (grave)
--   account_odd      the number is none that a bank could have (grave)
create or replace function warnings_anywhere(of_list bigint) returns table (warning text, grave boolean, subject_kind "char", subject_id integer, name text, about text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with who as materialized (
        select l.subject_kind, l.subject_id, p.month, p.commune_code, min(l.account) as account, min(l.bank) as bank, min(l.holder) as holder, min(l.payee_id) as payee_id,
               max(l.for_month) as last_month
          from payroll p join line l using (payroll_id) where p.payroll_id = of_list group by 1, 2, 3, 4
    ), known as materialized (
        select w.*, b.person_id, b.name, b.born, b.sex, b.died_on, b.commune_code as lives_in
          from who w
          left join registry.face_household h on w.subject_kind = 'h' and h.household_id = w.subject_id
          left join registry.face_person b on b.person_id = case w.subject_kind when 'p' then w.subject_id else h.head_id end
    ), homes as materialized (
        select h.* from payments.homes_of(array(select distinct k.account from known k where k.account is not null),
            array(select distinct k.payee_id from known k where k.payee_id <> k.person_id), (select min(k.month) from known k)) h
    ), banks as materialized (
        select k.bank, b.* from (select distinct w.bank from who w where w.account is not null) k left join lateral payments.bank_of(k.bank) b(code, bin, bic, short_name, full_name, gone) on true
    )
    select 'shared_account', h.homes > 2, k.subject_kind, k.subject_id, k.name, k.account || '|' || h.homes from known k join homes h on h.account = k.account
    union all
    select 'collector', h.homes > 2, k.subject_kind, k.subject_id, k.name, y.name || '|' || h.homes
      from known k join homes h on h.payee_id = k.payee_id left join registry.face_person y on y.person_id = k.payee_id
    union all
    select 'after_death', true, k.subject_kind, k.subject_id, k.name, to_char(k.died_on, 'DD/MM/YYYY') from known k where k.last_month > k.died_on
    union all
    select 'payee_dead', true, k.subject_kind, k.subject_id, k.name, y.name || '|' || to_char(y.died_on, 'DD/MM/YYYY')
      from known k join registry.face_person y on y.person_id = k.payee_id where k.payee_id <> k.person_id and y.died_on is not null
    union all
    select 'same_person', false, k.subject_kind, k.subject_id, k.name, to_char(k.born, 'DD/MM/YYYY')
      from (select x.*, count(*) over (partition by x.name, x.born, x.sex) as times from known x where x.subject_kind = 'p') k where k.times > 1
    union all
    select 'very_old', false, k.subject_kind, k.subject_id, k.name, to_char(k.born, 'DD/MM/YYYY') from known k where k.born < k.month - interval '110 years' and k.died_on is null
    union all
    select 'lives_elsewhere', false, k.subject_kind, k.subject_id, k.name, k.lives_in from known k where k.lives_in <> k.commune_code and k.died_on is null
    union all
    select 'holder_differs', d.agrees = 'other', d.subject_kind, d.subject_id, d.name, d.holder || '|' || d.payee
      from (select k.*, y.name as payee, payments.holder_agrees(k.holder, y.name) as agrees from known k join registry.face_person y on y.person_id = k.payee_id where k.holder is not null) d
     where d.agrees <> 'same'
    union all
    select 'bank_unknown', true, k.subject_kind, k.subject_id, k.name, coalesce(k.bank, '–') from known k join banks b on b.bank is not distinct from k.bank
     where k.account is not null and (b.code is null or b.bin is null and b.bic is null)
    union all
    select 'bank_gone', true, k.subject_kind, k.subject_id, k.name, b.full_name from known k join banks b on b.bank = k.bank where k.account is not null and b.gone
    union all
    select 'account_odd', true, k.subject_kind, k.subject_id, k.name, k.account from known k where not payments.is_account(k.account)
$$;

revoke all on function latin(text), bank_of(text), is_account(text), holder_agrees(text, text), payee_account_is_sound() from public;
