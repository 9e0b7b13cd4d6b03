-- Budgets: what a decision allots to a programme in a commune for a year, and from where. Less than before is a line below zero.
create table allotment (
    allotment_id bigint      generated always as identity primary key,
    year         smallint    not null check (year between 2000 and 2200),
    source       text        not null constraint budget_source_is_known check (source in ('central', 'province', 'commune')),
    number       text        not null check (btrim(number) <> ''),
    signed_on    date        not null,
    office       text        not null check (btrim(office) <> ''),
    signer       text        not null check (btrim(signer) <> ''),
    once_key     text        not null unique,
    recorded_by  name        not null default current_setting('role'),
    recorded_at  timestamptz not null default now(),
    constraint allotment_once unique (office, number, signed_on, source, year)
);
create table allotment_line (
    allotment_id bigint not null references allotment,
    programme    text   not null,
    commune_code text   not null,
    amount       bigint not null check (amount <> 0),
    primary key (allotment_id, programme, commune_code)
);
create trigger allotment_stays before update or delete or truncate on allotment for each statement execute function refuse_change();
create trigger allotment_line_stays before update or delete or truncate on allotment_line for each statement execute function refuse_change();

alter table allotment enable row level security;
alter table allotment force row level security;
alter table allotment_line enable row level security;
alter table allotment_line force row level security;
create policy owner_works on allotment to ansinh_owner using (true) with check (true);
create policy owner_works on allotment_line to ansinh_owner using (true) with check (true);
create policy jobs_read on allotment for select to ansinh_worker, ansinh_determiner using (true);
create policy jobs_read on allotment_line for select to ansinh_worker, ansinh_determiner using (true);
create policy own_area on allotment_line for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people()));
create policy own_area on allotment for select to ansinh_officer
    using (exists (select from allotment_line l where l.allotment_id = allotment.allotment_id));
grant select on allotment, allotment_line to ansinh_officer, ansinh_worker, ansinh_determiner;

create function must(allowed boolean, rule text, what text, hint text) returns void language plpgsql as $$
begin
    if not coalesce(allowed, false) then
        raise insufficient_privilege using constraint = must.rule, message = what, hint = must.hint;
    end if;
end $$;

-- A decision as it was signed, recorded once; loads of the house bring those of before. Money that lists took without a budget is covered by it as far as it goes.
create function allot(once text, of_year integer, of_source text, of_number text, signed date, of_office text, of_signer text, programmes text[], communes text[],
    amounts bigint[]) returns bigint language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    id bigint;
    line record;
    known allotment;
begin
    perform ledger.must(access.my_role() = 'ansinh_worker' or access.has_role('paying_officer') or access.has_role('provincial_approver'), 'allotment_by_paying_officer',
        format('%s may not record an allotment', access.my_role()), 'A paying officer or a provincial approver records allotments.');
    perform ledger.must((select bool_and(access.may_see_commune(c)) from unnest(communes) c), 'allotment_in_own_area',
        format('an allotment of other communes is not for %s', access.my_role()), 'Record what is allotted to communes of your own area.');
    select * into known from allotment a where a.once_key = once;
    if found then
        return known.allotment_id;
    end if;
    if signed > public.house_today() then
        raise exception 'A decision of % is not signed yet.', signed using errcode = 'AS010', constraint = 'allotment_is_signed', hint = 'Record it once it is signed.';
    end if;
    insert into allotment (year, source, number, signed_on, office, signer, once_key)
    values (of_year, of_source, of_number, signed, of_office, of_signer, once) returning allotment_id into id;
    insert into allotment_line select id, u.programme, u.commune, u.amount from unnest(programmes, communes, amounts) u(programme, commune, amount);
    for line in select l.* from allotment_line l where l.allotment_id = id order by l.programme, l.commune_code loop
        perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'budget', line.programme, line.commune_code, of_year), 0));
        perform ledger.post_allotment(id, of_year, of_source, signed, of_number, line.programme, line.commune_code, line.amount);
    end loop;
    return id;
end $$;

create function post_allotment(id bigint, of_year integer, of_source text, signed date, of_number text, of_programme text, of_commune text, of_amount bigint) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    allotted integer := face_account('allotted', of_programme, of_commune, of_year, of_source);
    free integer := face_account('free', of_programme, of_commune, of_year, of_source);
    uncovered integer := face_account('used', of_programme, of_commune, of_year, 'none');
    covers bigint := least(of_amount, ledger.credit_of(uncovered));
    key text := concat_ws('/', 'allotment', id, of_programme, of_commune);
begin
    perform face_post(row(key, 'allotted', signed, of_programme, of_commune, 'allotment', id, of_number, null)::face_head,
        array[case when of_amount > 0 then allotted else free end], array[case when of_amount > 0 then free else allotted end], array[abs(of_amount)]);
    if covers > 0 then
        perform face_post(row(key || '/covers', 'covered', signed, of_programme, of_commune, 'allotment', id, of_number, null)::face_head,
            array[free, uncovered], array[face_account('free', of_programme, of_commune, of_year, 'none'), face_account('used', of_programme, of_commune, of_year, of_source)],
            array[covers, covers]);
    end if;
end $$;

-- Budgets of a year in one's area, a source a line; 'none' is what was taken without a budget. last_month: what lists, drafts too, took in the last month in which
-- they took anything.
create function budget(of_year integer)
returns table (programme text, commune_code text, source text, allotted bigint, committed bigint, used bigint, free bigint, last_month bigint)
language sql stable security definer set search_path = ledger, pg_temp as $$
    with mine as materialized (
        select a.account_id, a.class, a.programme, a.commune_code, a.source from account a
         where a.year = of_year and a.class in ('allotted', 'free', 'committed', 'used') and a.commune_code = any ((select access.my_communes())::text[])
           and (select access.sees_people())
    ), latest as (
        select distinct on (m.programme, m.commune_code) m.programme, m.commune_code, t.period
          from mine m join turnover t using (account_id) where m.class in ('committed', 'used')
         group by 1, 2, 3 having sum(t.credit - t.debit) > 0 order by 1, 2, 3 desc
    ), stands as materialized (
        select m.programme, m.commune_code, m.source, coalesce(sum(t.debit - t.credit) filter (where m.class = 'allotted'), 0)::bigint as allotted,
               coalesce(sum(t.credit - t.debit) filter (where m.class = 'committed'), 0)::bigint as committed,
               coalesce(sum(t.credit - t.debit) filter (where m.class = 'used'), 0)::bigint as used,
               coalesce(sum(t.credit - t.debit) filter (where m.class = 'free'), 0)::bigint as free,
               coalesce(sum(t.credit - t.debit) filter (where m.class in ('committed', 'used') and t.period = l.period), 0)::bigint as last_month
          from mine m join turnover t using (account_id) left join latest l using (programme, commune_code)
         group by 1, 2, 3
    ), covered as (
        -- What was taken without a budget and covered by an allotment months later is no line any more: the sources that covered it took it.
        select s.programme, s.commune_code, sum(s.last_month) as last_month
          from stands s where (s.allotted, s.committed, s.used, s.free) = (0, 0, 0, 0) group by 1, 2
    )
    select s.programme, s.commune_code, s.source, s.allotted, s.committed, s.used, s.free,
           (s.last_month + case when row_number() over (partition by s.programme, s.commune_code order by s.source) = 1 then coalesce(c.last_month, 0) else 0 end)::bigint
      from stands s left join covered c using (programme, commune_code)
     where (s.allotted, s.committed, s.used, s.free) <> (0, 0, 0, 0)
$$;

revoke all on function must(boolean, text, text, text), allot(text, integer, text, text, date, text, text, text[], text[], bigint[]),
    post_allotment(bigint, integer, text, date, text, text, text, bigint), budget(integer) from public;
grant execute on function allot(text, integer, text, text, date, text, text, text[], text[], bigint[]), budget(integer) to ansinh_officer, ansinh_worker;
