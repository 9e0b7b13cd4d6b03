-- Decisions of the office: drafted by one officer, signed by another who has the authority, never changed afterwards.
create table book (
    commune_code text     not null,
    year         smallint not null,
    last_number  integer  not null default 0,
    primary key (commune_code, year)
);

create table decision (
    decision_id      bigint generated always as identity primary key,
    programme        text     not null check (programme ~ '^[a-z][a-z_]*$'),
    kind             text     not null check (kind in ('grant', 'refuse', 'adjust', 'stop')),
    subject_kind     "char"   not null check (subject_kind in ('p', 'h')),
    subject_id       integer  not null,
    commune_code     text     not null,
    household_id     integer,
    village_id       integer,
    payee_kind       text     not null,
    payee_id         integer,
    amount           bigint   not null check (amount >= 0),         -- the frozen level a month, đồng
    period_months    smallint not null default 1 check (period_months in (1, 3)),
    provisions       text     not null default '',
    effective_from   date,                                          -- none in a draft: from the day of signature
    cause_key        text     not null,
    cause            text     not null check (btrim(cause) <> ''),
    authority        text     not null check (authority in ('commune_chair', 'provincial_approver', 'district_chair')),
    state            text     not null check (state in ('draft', 'signed', 'returned')),
    unverified       boolean  not null default false,               -- rests on law that no jurist had released when it was drafted
    month            date,
    determination    bytea,                                         -- what the law said, canonical: the same knowledge and pack give the same bytes
    pack_hash        text,
    known_at         bigint,
    drafted_by       name     not null,
    drafted_at       timestamptz not null default now(),
    signed_by        name,
    signed_on        date,
    signed_at        timestamptz,
    book_year        smallint,
    book_number      integer,
    returned_by      name,
    returned_at      timestamptz,
    returned_because text,
    taken_over       boolean  not null default false,               -- in force before this system; on paper, under another office's number
    paper_number     text,
    office           text,
    signer_title     text,
    constraint two_officers check (taken_over or signed_by is null or signed_by <> drafted_by),
    constraint signed_is_whole check (state <> 'signed' or signed_on is not null and effective_from is not null
        and (taken_over and paper_number is not null or signed_by is not null and book_number is not null)),
    constraint verified_law_only check (taken_over or state <> 'signed' or not unverified),
    unique (commune_code, book_year, book_number)
);
create unique index decision_one_draft on decision (programme, subject_kind, subject_id) where state = 'draft';
create unique index decision_paper on decision (office, paper_number, signed_on, programme, subject_kind, subject_id) where taken_over;
create index decision_subject on decision (subject_kind, subject_id, programme) where state = 'signed';
create index decision_list on decision (commune_code, state, programme);

-- The next number of the commune's book of decisions; a number given to a signature that did not come about is given again.
create function next_number(commune text, of_year smallint) returns integer
language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    n integer;
begin
    if not access.may_see_commune(commune) then
        raise insufficient_privilege using message = format('The book of decisions of commune %s is not yours.', commune);
    end if;
    insert into book as b (commune_code, year, last_number) values (commune, of_year, 1)
    on conflict (commune_code, year) do update set last_number = b.last_number + 1 returning last_number into n;
    return n;
end $$;

create function guard_decision() returns trigger language plpgsql set search_path = casework, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.taken_over then
            if current_user <> 'ansinh_owner' and current_user <> 'ansinh_worker' then
                raise insufficient_privilege using message = 'Only a load takes over decisions that were signed elsewhere.';
            end if;
            return new;
        end if;
        if new.state <> 'draft' then
            raise check_violation using message = 'A decision starts as a draft.', hint = 'Draft it, then let another officer sign it.';
        end if;
        new.drafted_by := current_user;
        new.drafted_at := now();
        return new;
    end if;
    if old.state <> 'draft' then
        raise check_violation using message = format('Decision %s is %s and stays as it is.', old.decision_id, old.state),
            hint = 'Draft a new decision that adjusts or stops it.';
    end if;
    if new.state = 'draft' then
        new.drafted_by := current_user;   -- who changes a draft answers for it, and may no longer sign it
        new.drafted_at := now();
        return new;
    end if;
    if not access.has_role(old.authority) then
        raise insufficient_privilege using message = format('Decision %s is for the %s to sign or return.', old.decision_id, old.authority);
    end if;
    if old.drafted_by = current_user and new.state = 'signed' then
        raise insufficient_privilege using message = format('Decision %s was drafted by the same officer; somebody else signs.', old.decision_id),
            hint = 'Two officers stand for every decision: one drafts, another signs.';
    end if;
    if new.state = 'signed' and old.unverified then
        raise check_violation using message = format('Decision %s rests on law that no jurist has released.', old.decision_id),
            hint = 'Ask the jurist to release the value, determine the month again and draft the decision anew.';
    end if;
    if (to_jsonb(new) - array['state', 'signed_by', 'signed_on', 'signed_at', 'book_year', 'book_number', 'effective_from', 'returned_by', 'returned_at', 'returned_because'])
       is distinct from
       (to_jsonb(old) - array['state', 'signed_by', 'signed_on', 'signed_at', 'book_year', 'book_number', 'effective_from', 'returned_by', 'returned_at', 'returned_because']) then
        raise check_violation using message = format('Decision %s may not be changed while it is signed or returned.', old.decision_id),
            hint = 'Return it with a reason; the drafter corrects it.';
    end if;
    if new.state = 'returned' then
        if coalesce(btrim(new.returned_because), '') = '' then
            raise check_violation using message = 'A draft is returned with a reason.';
        end if;
        new.returned_by := current_user;
        new.returned_at := now();
        return new;
    end if;
    new.signed_by := current_user;
    new.signed_at := now();
    new.signed_on := public.house_today();
    new.effective_from := coalesce(old.effective_from, new.signed_on);
    new.book_year := extract(year from new.signed_on);
    new.book_number := casework.next_number(old.commune_code, new.book_year);
    return new;
end $$;
create trigger decision_guarded before insert or update on decision for each row execute function guard_decision();

create function refuse_removal() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: decisions are returned or stopped, never removed.', tg_op, tg_table_schema, tg_table_name using errcode = 'AS002';
end $$;
create trigger decision_stays before delete or truncate on decision for each statement execute function refuse_removal();

alter table decision enable row level security;
alter table decision force row level security;
create policy house_works on decision to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy own_area on decision for select to ansinh_officer
    using ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]));
create policy own_area_drafts on decision for insert to ansinh_officer with check (
    ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
    and ((select access.has_role('commune_officer')) or (select access.has_role('commune_chair')) or (select access.has_role('provincial_approver'))));
create policy own_area_signs on decision for update to ansinh_officer
    using ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
    with check (
        ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
        and ((select access.has_role('commune_officer')) or (select access.has_role('commune_chair')) or (select access.has_role('provincial_approver'))));
grant select, insert, update on decision to ansinh_officer;
grant select, insert on decision to ansinh_worker;
grant select on decision to ansinh_determiner;
revoke execute on function next_number(text, smallint) from public;
grant execute on function next_number(text, smallint) to ansinh_officer;

create view face_decision with (security_invoker = true) as
select d.*, case when taken_over then paper_number when book_number is not null then book_number || '/' || book_year || '/QĐ-UBND' end as number
from decision d;

-- Which level the signed decisions give in which month. A stop counts from the first whole month after its day; the first decision reaches back as far
-- as the law lets it, for its start rule, not the day of signature alone, says which months it owes.
create view face_level with (security_invoker = true) as
select q.programme, q.subject_kind, q.subject_id, q.decision_id, q.amount, q.period_months, q.signed_on, q.signed_at, q.taken_over, q.kind,
    case when q.nth = 1 then '-infinity'::date else q.from_month end as from_month,
    coalesce(q.next_month, 'infinity'::date) as until_month
from (
    select d.*, row_number() over w as nth, d.reach as from_month, lead(d.reach) over w as next_month
    from (select x.*, case when x.kind = 'stop' then date_trunc('month', x.effective_from - 1) + interval '1 month'
            else date_trunc('month', x.effective_from) end::date as reach
        from decision x where x.state = 'signed' and x.kind <> 'refuse') d
    window w as (partition by d.programme, d.subject_kind, d.subject_id order by d.effective_from, d.decision_id)
) q;
grant select on face_decision, face_level to ansinh_officer, ansinh_worker, ansinh_determiner;
