-- Money that was paid and is not owed is a proposal. It becomes a claim by a decision that one officer drafts and another signs; then it is deducted from what the same
-- programme owes the same person or household, an instalment a list, always leaving a part; or their family pays it back. What was given back is no longer held by the lists
-- of its months: if it turns out to have been owed after all, it is owed again by itself.

-- How much of a month's money reaches its payee whatever is deducted, in percent. The office's own setting, not law; until it is set: 70.
create table kept_part (
    nth      integer     generated always as identity primary key,
    percent  smallint    not null check (percent between 1 and 99),
    set_by   name        not null default current_setting('role'),
    set_at   timestamptz not null default public.house_now()
);

create table recovery (
    recovery_id  bigint      generated always as identity primary key,
    programme    text        not null,
    subject_kind "char"      not null check (subject_kind in ('p', 'h')),
    subject_id   integer     not null,
    commune_code text        not null,
    way          text        not null check (way in ('deducted', 'repaid')),
    instalment   bigint      check (instalment > 0),
    kept_percent smallint    not null check (kept_percent between 1 and 99),
    cause        text        not null check (btrim(cause) <> ''),
    seen_through date        not null,                       -- the month through which what is owed was worked out when this was drafted
    state        text        not null default 'draft' check (state in ('draft', 'signed', 'returned', 'ended')),
    drafted_by   name        not null default current_setting('role'),
    drafted_at   timestamptz not null default public.house_now(),
    signed_by    name,
    signed_on    date,
    signed_at    timestamptz,
    book_year    smallint,
    book_number  integer,
    closed_by    name,                                       -- who sent the draft back, or ended what was signed
    closed_at    timestamptz,
    closed_because text check (btrim(closed_because) <> ''),
    constraint instalment_of_deductions check ((way = 'deducted') = (instalment is not null)),
    constraint recovery_two_officers check (signed_by is distinct from drafted_by),
    constraint recovery_signed_is_whole check ((state in ('signed', 'ended')) = (num_nulls(signed_by, signed_on, signed_at, book_year, book_number) = 0)),
    constraint recovery_closed_is_whole check ((state in ('returned', 'ended')) = (num_nulls(closed_by, closed_at, closed_because) = 0))
);
create unique index recovery_one_draft on recovery (programme, subject_kind, subject_id) where state = 'draft';
create index recovery_subject_idx on recovery (subject_id, subject_kind, programme);
create index recovery_commune_idx on recovery (commune_code, state);

-- The months it is about, and how much of each.
create table recovery_month (
    recovery_id bigint not null references recovery on delete cascade,
    for_month   date   not null,
    amount      bigint not null check (amount > 0),
    primary key (recovery_id, for_month)
);

-- What lists keep back of a line for it.
alter table line add column withheld bigint not null default 0 check (withheld >= 0);
create table deduction (
    recovery_id  bigint   not null references recovery,
    programme    text     not null,
    subject_kind "char"   not null,
    subject_id   integer  not null,
    for_month    date     not null,
    sequence     smallint not null,
    payroll_id   bigint   not null,
    amount       bigint   not null check (amount > 0),
    constraint deducted_once primary key (recovery_id, programme, subject_kind, subject_id, for_month, sequence),
    constraint deduction_of_a_line foreign key (programme, subject_kind, subject_id, for_month, sequence) references line on delete cascade
);
create index deduction_payroll_idx on deduction (payroll_id);
create index deduction_line_idx on deduction (programme, subject_kind, subject_id, for_month, sequence);

create table repayment (
    recovery_id bigint      not null references recovery,
    nth         integer     not null,
    amount      bigint      not null check (amount > 0),
    happened_on date        not null,
    document    text        not null check (btrim(document) <> ''),
    taken_by    name        not null default current_setting('role'),
    taken_at    timestamptz not null default public.house_now(),
    primary key (recovery_id, nth),
    constraint repaid_once unique (recovery_id, happened_on, document, amount)
);
create trigger repayment_stays before update or delete or truncate on repayment for each statement execute function outcome_stays();
create trigger kept_part_stays before update or delete or truncate on kept_part for each statement execute function outcome_stays();

create function recovery_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.state not in ('draft', 'signed') or old.state = 'signed' and new.state <> 'ended' or old.state = 'draft' and new.state = 'ended'
       or (to_jsonb(new) - array['state', 'signed_by', 'signed_on', 'signed_at', 'book_year', 'book_number', 'closed_by', 'closed_at', 'closed_because'])
          is distinct from (to_jsonb(old) - array['state', 'signed_by', 'signed_on', 'signed_at', 'book_year', 'book_number', 'closed_by', 'closed_at', 'closed_because']) then
        raise exception 'What was drafted is signed, sent back or ended, and not changed.' using errcode = 'AS010', constraint = 'recovery_stays',
            hint = 'Send it back with a reason, or end it, and draft another.';
    end if;
    return new;
end $$;
create trigger recovery_stays before update or delete on recovery for each row execute function recovery_stays();
create trigger recovery_month_stays before update or delete on recovery_month for each row execute function outcome_stays();

do $$
declare
    it text;
begin
    foreach it in array array['kept_part', 'recovery', 'recovery_month', 'deduction', 'repayment'] loop
        execute format('alter table %I enable row level security', it);
        execute format('alter table %I force row level security', it);
        execute format('create policy owner_works on %I to ansinh_owner using (true) with check (true)', it);
        execute format('grant select on %I to ansinh_officer', it);
    end loop;
end $$;
create policy everybody_reads on kept_part for select to ansinh_officer using (true);
create policy own_area on recovery for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_purpose on recovery as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_area on recovery_month for select to ansinh_officer using (exists (select from recovery r where r.recovery_id = recovery_month.recovery_id));
create policy own_area on deduction for select to ansinh_officer using (exists (select from payroll p where p.payroll_id = deduction.payroll_id));
create policy own_purpose on deduction as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_area on repayment for select to ansinh_officer using (exists (select from recovery r where r.recovery_id = repayment.recovery_id));

create function kept_percent() returns smallint language sql stable security definer set search_path = payments, pg_temp as $$
    select coalesce((select k.percent from kept_part k order by k.nth desc limit 1), 70)::smallint
$$;

-- What came back of it: deducted by approved lists, or repaid.
create function given_back_of(of_recovery bigint) returns bigint language sql stable security definer set search_path = payments, pg_temp as $$
    select (coalesce((select sum(d.amount) from deduction d join payroll p using (payroll_id) where d.recovery_id = of_recovery and p.state = 'approved'), 0)
          + coalesce((select sum(y.amount) from repayment y where y.recovery_id = of_recovery), 0))::bigint
$$;

-- What is still to come: drafts that already keep something back for it count.
create function still_to_recover(of_recovery bigint) returns bigint language sql stable security definer set search_path = payments, pg_temp as $$
    select ((select sum(m.amount) from recovery_month m where m.recovery_id = of_recovery)
          - coalesce((select sum(d.amount) from deduction d where d.recovery_id = of_recovery), 0)
          - coalesce((select sum(y.amount) from repayment y where y.recovery_id = of_recovery), 0))::bigint
$$;

-- Month by month: decided, and given back of it, the oldest month first.
create view recovered_month as
select r.recovery_id, r.programme, r.subject_kind, r.subject_id, r.commune_code, m.for_month, m.amount,
       greatest(least(m.amount, b.amount - coalesce((select sum(e.amount) from recovery_month e where e.recovery_id = m.recovery_id and e.for_month < m.for_month), 0)), 0)::bigint as back
  from recovery r join recovery_month m using (recovery_id)
  cross join lateral (select payments.given_back_of(r.recovery_id) as amount) b
 where r.state in ('signed', 'ended');

-- What a line holds of its month's money: what went out, unless it came back, and what was kept back for a claim. What is given back is held no more.
create or replace view held_line as
select l.payroll_id, l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, l.commune_code, l.village_id,
       case when exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
                 and o.for_month = l.for_month and o.sequence = l.sequence and o.outcome <> 'paid') then 0 else l.amount end + l.withheld as amount
  from line l
union all
select null::bigint, r.programme, r.subject_kind, r.subject_id, r.for_month, 0::smallint, r.commune_code, null::integer, -r.back from recovered_month r where r.back > 0;

-- What of a month was decided to be given back, or not to be pursued: no proposal any more.
create function claimed(of_programme text, kind "char", id integer, of_month date) returns bigint
language sql stable security definer set search_path = payments, pg_temp as $$
    select coalesce(sum(r.amount - r.back), 0)::bigint from recovered_month r
     where r.programme = of_programme and r.subject_kind = kind and r.subject_id = id and r.for_month = of_month
$$;
