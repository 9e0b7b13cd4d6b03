-- Who is paid for whom, and how. The payee is not the beneficiary: a mother, a carer, a household's head.
create table payee (
    number       bigint generated always as identity primary key,
    programme    text      not null,
    subject_kind text      not null check (subject_kind in ('p', 'h')),
    subject_id   integer   not null,
    payee_id     integer   not null,
    channel      text      not null check (channel in ('cash', 'bank_account', 'post')),
    bank         text,
    account      text,
    days         daterange not null,
    source       text      not null,
    check ((channel = 'bank_account') = (account is not null)),
    -- the subject first: a search by programme first reads many pages of an index of ranges
    unique (subject_id, subject_kind, programme, days without overlaps)
);
create index payee_payee_idx on payee (payee_id);

-- One list: a programme, a commune, a month, a round. A draft may be thrown away; an approved list stays for ever.
create table payroll (
    payroll_id   bigint generated always as identity primary key,
    month        date        not null check (extract(day from month) = 1),
    programme    text        not null,
    commune_code text        not null,
    round        integer     not null,
    state        text        not null default 'draft' check (state in ('draft', 'approved')),
    prepared_by  name        not null,
    prepared_at  timestamptz not null default now(),
    approved_by  name,
    approved_at  timestamptz,
    account_id   bigint      not null,                          -- the answer it was drawn from: determination.face_account
    check ((state = 'approved') = (approved_by is not null and approved_at is not null)),
    constraint two_pairs_of_eyes check (approved_by is distinct from prepared_by),
    unique (month, programme, commune_code, round)
);
create unique index one_draft_at_a_time on payroll (month, programme, commune_code) where state = 'draft';

-- The key of money: who, which programme, for which month, which time. It is unique over all lists, drafts too.
create table line (
    payroll_id   bigint   not null references payroll on delete cascade,
    programme    text     not null,
    subject_kind "char"   not null,
    subject_id   integer  not null,
    for_month    date     not null check (extract(day from for_month) = 1),
    sequence     smallint not null check (sequence >= 0),
    amount       bigint   not null check (amount > 0),
    payee_id     integer,
    channel      text     not null,
    bank         text,
    account      text,
    village_id   integer,
    commune_code text     not null,
    constraint paid_once primary key (programme, subject_kind, subject_id, for_month, sequence)
);
create index line_payroll_idx on line (payroll_id);

-- What is refused carries the name of its rule, as a broken constraint does: the sentence for officers is found by it (refused.RULE), not by words of a message.
create function must(allowed boolean, rule text, what text, hint text) returns void language plpgsql as $$
begin
    if not coalesce(allowed, false) then
        raise insufficient_privilege using constraint = must.rule, message = what, hint = must.hint;
    end if;
end $$;
grant execute on function must(boolean, text, text, text) to ansinh_officer, ansinh_worker;

create function approved_stays() returns trigger language plpgsql as $$
declare
    then_state text;
begin
    if tg_op = 'TRUNCATE' then
        raise exception 'Lists are never emptied.' using errcode = 'AS010', constraint = 'approved_list_stays', hint = 'Discard a draft; an approved list stays as it was signed.';
    end if;
    if tg_table_name = 'payroll' then
        if tg_op = 'UPDATE' and old.state = 'draft' and new.state = 'approved'
           and (new.payroll_id, new.month, new.programme, new.commune_code, new.round, new.prepared_by, new.prepared_at, new.account_id)
               = (old.payroll_id, old.month, old.programme, old.commune_code, old.round, old.prepared_by, old.prepared_at, old.account_id) then
            return new;
        end if;
        if tg_op = 'DELETE' and old.state = 'draft' then
            return old;
        end if;
        raise exception 'List % is refused a change: it is %.', old.payroll_id, old.state
            using errcode = 'AS010', constraint = 'approved_list_stays', hint = 'An approved list stays as it was signed; what is still owed goes on the next list.';
    end if;
    select p.state into then_state from payments.payroll p where p.payroll_id = coalesce(new.payroll_id, old.payroll_id);
    if tg_op = 'UPDATE' or then_state = 'approved' then
        raise exception 'A line of list % is refused a change: the list is %.', coalesce(new.payroll_id, old.payroll_id), then_state
            using errcode = 'AS010', constraint = 'approved_list_stays', hint = 'An approved list stays as it was signed; what is still owed goes on the next list.';
    end if;
    return coalesce(new, old);
end $$;
create trigger approved_payroll_stays before update or delete on payroll for each row execute function approved_stays();
create trigger approved_line_stays before insert or update or delete on line for each row execute function approved_stays();
create trigger payroll_is_never_emptied before truncate on payroll for each statement execute function approved_stays();
create trigger line_is_never_emptied before truncate on line for each statement execute function approved_stays();

alter table payroll enable row level security;
alter table payroll force row level security;
alter table line enable row level security;
alter table line force row level security;
alter table payee enable row level security;
alter table payee force row level security;
create policy owner_works on payroll to ansinh_owner using (true) with check (true);
create policy owner_works on line to ansinh_owner using (true) with check (true);
create policy owner_works on payee to ansinh_owner using (true) with check (true);
create policy jobs_read on payroll for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_read on line for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_work on payee to ansinh_worker using (true) with check (true);
create policy own_area on payroll for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_area on line for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));

grant select on payroll, line to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select, insert on payee to ansinh_worker;

-- Lists to pay are for whoever sees people. What must be asked about somebody is a reason, and stays with those who see reasons.
create policy own_purpose on payroll as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on line as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on payee as restrictive for select to ansinh_officer using ((select access.sees_people()));

-- Whoever takes money for another is known to whoever pays.
create function tell_who_is_paid() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform registry.face_paid(array(select distinct y.payee_id from fresh y where y.payee_id is not null), '{}');
    return null;
end $$;
create trigger payee_tells_who_is_paid after insert on payee referencing new table as fresh for each statement execute function tell_who_is_paid();
create trigger line_tells_who_is_paid after insert on line referencing new table as fresh for each statement execute function tell_who_is_paid();
