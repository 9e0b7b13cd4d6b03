-- What became of the lines of an approved list. A line itself is never changed; what happened to it stands beside it, in order: paid; or not collected or returned, and then
-- its money is owed again and open for the next list, with its month named; or paid and, days later, returned by the bank.
create table report (
    payroll_id  bigint      not null references payroll,
    nth         integer     not null check (nth > 0),
    outcome     text        not null check (outcome in ('paid', 'not_collected', 'returned')),
    happened_on date        not null,
    document    text        not null check (btrim(document) <> ''),
    lines       bigint      not null,
    amount      bigint      not null,
    reported_by name        not null default current_setting('role'),
    reported_at timestamptz not null default now(),
    primary key (payroll_id, nth)
);
create table outcome (
    programme    text     not null,
    subject_kind "char"   not null,
    subject_id   integer  not null,
    for_month    date     not null,
    sequence     smallint not null,
    nth          smallint not null check (nth in (0, 1)),
    outcome      text     not null check (outcome in ('paid', 'not_collected', 'returned')),
    payroll_id   bigint   not null,
    report       integer  not null,
    constraint outcome_once primary key (programme, subject_kind, subject_id, for_month, sequence, nth),
    constraint outcome_of_a_line foreign key (programme, subject_kind, subject_id, for_month, sequence) references line,
    check (nth = 0 or outcome = 'returned')
);
create index outcome_payroll_idx on outcome (payroll_id);

create function outcome_stays() returns trigger language plpgsql as $$
begin
    raise exception 'What became of a line is not changed: % of payments.%.', lower(tg_op), tg_table_name
        using errcode = 'AS010', constraint = 'outcome_stays', hint = 'Report what happened afterwards.';
end $$;
create trigger report_stays before update or delete or truncate on report for each statement execute function outcome_stays();
create trigger outcome_stays before update or delete or truncate on outcome for each statement execute function outcome_stays();

-- The second report of a line is that what was paid came back; lists that nobody approved have nothing to report.
create function outcome_follows() returns trigger language plpgsql set search_path = payments, pg_temp as $$
begin
    if exists (select from fresh f where f.nth = 1 and not exists (select from outcome o where o.programme = f.programme and o.subject_kind = f.subject_kind
                 and o.subject_id = f.subject_id and o.for_month = f.for_month and o.sequence = f.sequence and o.nth = 0 and o.outcome = 'paid'))
       or exists (select from (select distinct f.payroll_id, f.report from fresh f) f left join report r on r.payroll_id = f.payroll_id and r.nth = f.report
                 left join payroll p on p.payroll_id = f.payroll_id where r.nth is null or p.state is distinct from 'approved')
       or exists (select from fresh f join line l using (programme, subject_kind, subject_id, for_month, sequence) where l.payroll_id <> f.payroll_id) then
        raise exception 'Only an approved line is paid, and only what was paid comes back.'
            using errcode = 'AS010', constraint = 'outcome_follows', hint = 'Open the list again: another officer has reported some of its lines.';
    end if;
    return null;
end $$;
create trigger outcome_follows after insert on outcome referencing new table as fresh for each statement execute function outcome_follows();

alter table report enable row level security;
alter table report force row level security;
alter table outcome enable row level security;
alter table outcome force row level security;
create policy owner_works on report to ansinh_owner using (true) with check (true);
create policy owner_works on outcome to ansinh_owner using (true) with check (true);
create policy jobs_read on report for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_read on outcome for select to ansinh_worker, ansinh_determiner using (true);
create policy own_area on report for select to ansinh_officer using (exists (select from payroll p where p.payroll_id = report.payroll_id));
create policy own_area on outcome for select to ansinh_officer using (exists (select from payroll p where p.payroll_id = outcome.payroll_id));
grant select on report, outcome to ansinh_officer, ansinh_worker, ansinh_determiner;

-- What a line holds of its month's money: nothing once it came back.
create view held_line as
select l.payroll_id, l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, l.commune_code, l.village_id,
       case when exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
                 and o.for_month = l.for_month and o.sequence = l.sequence and o.outcome <> 'paid') then 0 else l.amount end as amount
  from line l;
