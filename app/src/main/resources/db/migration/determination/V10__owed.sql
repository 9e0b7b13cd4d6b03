-- What signed decisions owe, month by month, worked out for those who have decisions from the first month that is not paid to the month asked, in one go and
-- from one knowledge: a list to pay never hangs on which months somebody happened to determine for everybody. One account a commune, programme and last month;
-- made anew only where an answer changed, so that a list can tell whether it still stands on the newest.
create table account (
    account_id    bigint generated always as identity primary key,
    commune_code  text        not null,
    programme     text        not null,
    through       date        not null check (extract(day from through) = 1),
    period_months smallint    not null check (period_months in (1, 3)),
    -- How many months after each month of the calendar (January first) its money falls due: a quarter in its last month, a term of school in the term's last.
    due_after     smallint[]  not null check (cardinality(due_after) = 12 and 0 <= all (due_after) and 12 > all (due_after)),
    known_at      bigint      not null,          -- the last recording it saw
    pack_hash     text        not null,
    digest        text        not null,          -- of its lines: the same answers make no second account
    subjects      integer     not null,
    made_by       name        not null default current_setting('role')::name,
    made_at       timestamptz not null default now()
);
create index account_newest_idx on account (commune_code, programme, through, account_id);

-- Runs of months with the same answer. Months before the first line of a subject were not asked; a month without money has a line that says so.
create table owed (
    account_id   bigint  not null references account,
    subject_kind "char"  not null check (subject_kind in ('p', 'h')),
    subject_id   integer not null,
    first_month  date    not null check (extract(day from first_month) = 1),
    last_month   date    not null check (extract(day from last_month) = 1 and last_month >= first_month),
    in_force     boolean not null,               -- a decision was in force, whatever it owes
    amount       bigint  not null check (amount >= 0),   -- đồng for each of the months; while something must be asked, what is certain
    unverified   boolean not null,               -- rests on law that no jurist has released
    provisions   text    not null,               -- ids, comma between
    missing      text    not null,               -- fact ids to ask, comma between
    household_id integer,
    village_id   integer,
    primary key (account_id, subject_kind, subject_id, first_month)
);

create function refuse_change_of_account() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: what was worked out stays; work it out again.', tg_op, tg_table_schema, tg_table_name using errcode = 'AS002';
end $$;
create trigger account_stays before update or delete or truncate on account for each statement execute function refuse_change_of_account();
create trigger owed_stays before update or truncate on owed for each statement execute function refuse_change_of_account();

-- The lines of an account that a newer one of the same commune, programme and month took the place of say nothing any more; the account itself stays.
create function forget_older_lines(of_account bigint) returns bigint
language sql security definer set search_path = determination, pg_temp as $$
    with gone as (
        delete from owed o using account newer, account older
         where newer.account_id = of_account and older.account_id < newer.account_id
           and (older.commune_code, older.programme, older.through) = (newer.commune_code, newer.programme, newer.through)
           and o.account_id = older.account_id
        returning 1)
    select count(*) from gone
$$;

create view face_account with (security_invoker = true) as
select distinct on (commune_code, programme, through) account_id, commune_code, programme, through, period_months, due_after, known_at, pack_hash, subjects, made_at
  from account order by commune_code, programme, through, account_id desc;

create view face_owed with (security_invoker = true) as
select a.account_id, a.commune_code, a.programme, a.through, a.period_months, a.due_after, a.known_at, a.pack_hash, o.subject_kind, o.subject_id, o.first_month,
       o.last_month, o.in_force, o.amount, o.unverified, o.provisions, o.missing, o.household_id, o.village_id
  from face_account a join owed o using (account_id);

alter table account enable row level security;
alter table account force row level security;
alter table owed enable row level security;
alter table owed force row level security;
create policy house_reads on account to ansinh_owner, ansinh_determiner using (true);
create policy house_works on account to ansinh_worker using (true) with check (true);
create policy own_area on account for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy house_reads on owed to ansinh_owner, ansinh_determiner using (true);
create policy house_works on owed to ansinh_worker using (true) with check (true);
create policy own_area on owed for select to ansinh_officer using (exists (select from account a where a.account_id = owed.account_id));

revoke all on function forget_older_lines(bigint) from public;
grant execute on function forget_older_lines(bigint) to ansinh_worker;
grant select on account, owed, face_account, face_owed to ansinh_officer, ansinh_worker, ansinh_determiner;
grant insert on account, owed to ansinh_worker;

-- How binding each programme of the pack in force is and who signs for whom, told at every start, so that lists need no names of programmes.
create table programme (
    programme   text    primary key,
    kind        text    not null,            -- right, within_quota, within_budget, discretion, bank_decides
    amount_kind text    not null,            -- exact, at_least, at_most
    decided     text    not null,            -- individually, by_list
    hidden      boolean not null             -- its name alone would give a hidden fact away
);
create view face_programme as select programme, kind, amount_kind, decided, hidden from programme;
grant select on programme, face_programme to ansinh_officer, ansinh_worker, ansinh_determiner;
grant insert, update, delete on programme to ansinh_worker;
