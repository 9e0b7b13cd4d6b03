-- Where claims meet lists: proposals leave out what is decided, lists keep instalments back, the ledger follows.

create or replace function withheld(of_programme text, of_commune text, of_through date)
returns table (cause text, subject_kind "char", subject_id integer, for_month date, amount bigint, missing text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with s as materialized (select * from payments.standing(of_programme, of_commune, of_through))
    select 'not_worked_out', n.subject_kind, n.subject_id, of_through, 0::bigint, '' from payments.not_worked_out(of_programme, of_commune, of_through) n
    union all
    select c.cause, s.subject_kind, s.subject_id, s.due_month, c.amount, case when access.sees_reasons() then s.missing else '' end
      from s cross join lateral (values ('paid_unknown', s.paid_unknown), ('level_unknown', s.level_unknown), ('ask', case when s.missing <> '' then 0 end),
          ('unverified', greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), ('above_level', s.above_level),
          ('overpaid', case when s.listed > s.payable + s.unverified
              then greatest(s.listed - s.payable - s.unverified - payments.claimed(of_programme, s.subject_kind, s.subject_id, s.due_month), 0) else 0 end)) c(cause, amount)
     where c.amount > 0 or c.cause = 'ask' and c.amount = 0
    union all
    select 'overpaid', q.subject_kind, q.subject_id, q.for_month, q.amount, '' from (
        select l.subject_kind, l.subject_id, l.for_month, (sum(l.amount) - payments.claimed(of_programme, l.subject_kind, l.subject_id, l.for_month))::bigint as amount
          from payments.held_line l
         where access.may_see_commune(of_commune) and access.sees_people() and l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through
           and exists (select from determination.face_account a where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through)
           and not exists (select from s where s.subject_kind = l.subject_kind and s.subject_id = l.subject_id and s.due_month = l.for_month)
           and case l.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = l.subject_id and p.commune_code = of_commune)
                    else exists (select from registry.face_household h where h.household_id = l.subject_id and h.commune_code = of_commune) end
         group by l.subject_kind, l.subject_id, l.for_month
        having sum(l.amount) > 0) q where q.amount > 0
$$;

create or replace function told(of_programme text, of_communes text[], of_through date)
returns table (account_id bigint, open_lines bigint, open bigint, unverified bigint, above_level bigint, unknown bigint, overpaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select a.account_id, count(*) filter (where s.payable > s.listed), coalesce(sum(greatest(s.payable - s.listed, 0)), 0)::bigint,
           coalesce(sum(greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), 0)::bigint, coalesce(sum(s.above_level), 0)::bigint,
           count(*) filter (where s.level_unknown > 0 or s.paid_unknown > 0 or s.missing <> ''),
           coalesce(sum(case when s.listed > s.payable + s.unverified
               then greatest(s.listed - s.payable - s.unverified - payments.claimed(of_programme, s.subject_kind, s.subject_id, s.due_month), 0) else 0 end), 0)::bigint
      from determination.face_account a
      left join payments.standing_anywhere(of_programme, of_communes, of_through) s on s.commune_code = a.commune_code
     where a.programme = of_programme and a.through = of_through and a.commune_code = any (of_communes)
     group by a.account_id
$$;

-- The lines of a list as it is drawn: of each what goes out and what is kept back for the oldest claim, an instalment a month, the oldest months first.
create function to_list(for_month date, of_programme text, of_commune text)
returns table (subject_kind "char", subject_id integer, due_month date, times smallint, village_id integer, gross bigint, recovery_id bigint, kept_back bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with due as (
        select s.*, s.payable - s.listed as gross from payments.standing(of_programme, of_commune, for_month) s where s.payable > s.listed
    ), claim as (
        select distinct on (r.subject_kind, r.subject_id) r.subject_kind, r.subject_id, r.recovery_id, r.kept_percent,
               least(payments.still_to_recover(r.recovery_id), r.instalment - coalesce((select sum(d.amount) from payments.deduction d join payments.payroll p using (payroll_id)
                   where d.recovery_id = r.recovery_id and p.month = to_list.for_month), 0)) as most
          from payments.recovery r
         where r.programme = of_programme and r.state = 'signed' and r.way = 'deducted' and payments.still_to_recover(r.recovery_id) > 0
         order by r.subject_kind, r.subject_id, r.recovery_id
    ), able as (
        select d.*, c.recovery_id, c.most, d.gross - ceil(d.gross * c.kept_percent / 100.0)::bigint as able
          from due d left join claim c on c.subject_kind = d.subject_kind and c.subject_id = d.subject_id and c.most > 0
    )
    select a.subject_kind, a.subject_id, a.due_month, a.times, a.village_id, a.gross, a.recovery_id,
           coalesce(greatest(least(a.able, a.most - coalesce(sum(a.able) over (partition by a.subject_kind, a.subject_id order by a.due_month
               rows between unbounded preceding and 1 preceding), 0)), 0), 0)::bigint
      from able a
$$;

create or replace function prepare(for_month date, of_programme text, of_commune text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    draft payments.payroll;
    newest bigint;
    id bigint;
begin
    perform payments.must_prepare(of_commune);
    -- One programme at a time: whoever moved between two communes is on one list, not on both.
    perform pg_advisory_xact_lock(hashtextextended('payments ' || of_programme, 0));
    select a.account_id into newest from determination.face_account a
     where a.commune_code = of_commune and a.programme = of_programme and a.through = for_month;
    if not found then
        raise exception 'Nobody has worked out what decisions of % owe in % through %.', of_programme, of_commune, for_month
            using errcode = 'AS010', constraint = 'list_needs_account', hint = 'Ask for the list on its page: it works the commune out first.';
    end if;
    select * into draft from payments.payroll p
     where p.month = for_month and p.programme = of_programme and p.commune_code = of_commune and p.state = 'draft';
    if found and draft.account_id = newest then
        return draft.payroll_id;
    end if;
    delete from payments.payroll where payroll_id = draft.payroll_id;
    insert into payments.payroll (month, programme, commune_code, round, prepared_by, account_id)
    select for_month, of_programme, of_commune, count(*) + 1, current_setting('role')::name, newest from payments.payroll p
     where p.month = for_month and p.programme = of_programme and p.commune_code = of_commune
    returning payroll_id into id;
    with listed as materialized (
        select * from payments.to_list(for_month, of_programme, of_commune)
    ), drawn as (
        insert into payments.line (payroll_id, programme, subject_kind, subject_id, for_month, sequence, amount, withheld, payee_id, channel, bank, account, village_id, commune_code)
        select id, of_programme, s.subject_kind, s.subject_id, s.due_month, s.times, s.gross - s.kept_back, s.kept_back,
               coalesce(y.payee_id, h.head_id, case s.subject_kind when 'p' then s.subject_id end), coalesce(y.channel, 'cash'), y.bank, y.account,
               s.village_id, of_commune
          from listed s
          left join payments.payee y on y.programme = of_programme and y.subject_kind = s.subject_kind::text and y.subject_id = s.subject_id and y.days @> for_month
          left join registry.face_household h on s.subject_kind = 'h' and h.household_id = s.subject_id
    )
    insert into payments.deduction (recovery_id, programme, subject_kind, subject_id, for_month, sequence, payroll_id, amount)
    select s.recovery_id, of_programme, s.subject_kind, s.subject_id, s.due_month, s.times, id, s.kept_back from listed s where s.kept_back > 0;
    if not exists (select from payments.line l where l.payroll_id = id) then
        delete from payments.payroll where payroll_id = id;
        return null;
    end if;
    return id;
end $$;

-- Money kept back by lists is compared with money kept back: a deduction is no change of what is owed.
do $$
declare
    it text := pg_get_functiondef('payments.beside_before(bigint)'::regprocedure);
begin
    assert position('join line l on l.payroll_id = p.payroll_id' in it) > 0, 'lists are laid side by side in other words than this step knows';
    it := replace(it, 'join line l on l.payroll_id = p.payroll_id',
        'join (select x.payroll_id, x.subject_kind, x.subject_id, x.for_month, x.village_id, x.amount + x.withheld as amount from line x) l on l.payroll_id = p.payroll_id');
    execute it;
end $$;

create function claim_overtakes(r recovery) returns void language sql security definer set search_path = payments, pg_temp as $$
    select payments.overtake_tallies(array[r.programme], array[r.subject_kind], array[r.subject_id])
$$;

-- Approved: what was kept back costs its month like the rest, and makes the claim smaller.
create function keep_back() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if exists (select from deduction d join recovery r using (recovery_id) where d.payroll_id = new.payroll_id
                and (r.state <> 'signed' or payments.still_to_recover(r.recovery_id) < 0)) then
        raise exception 'Since list % was drawn, a claim it keeps money back for has changed.', new.payroll_id
            using errcode = 'AS010', constraint = 'list_overtaken', hint = 'Discard the draft and draw it again.';
    end if;
    perform ledger.face_post(payments.head(new, 'withheld', 'withheld'), array_agg(d.cost order by d.subject_id, d.for_month, d.recovery_id),
            array_agg(d.claim order by d.subject_id, d.for_month, d.recovery_id), array_agg(d.amount order by d.subject_id, d.for_month, d.recovery_id),
            array_agg(d.subject_kind order by d.subject_id, d.for_month, d.recovery_id), array_agg(d.subject_id order by d.subject_id, d.for_month, d.recovery_id),
            array_agg(d.for_month order by d.subject_id, d.for_month, d.recovery_id))
       from (select x.*, ledger.face_account('cost', new.programme, new.commune_code, extract(year from new.month)::int) as cost,
                    ledger.face_account('claim', r.programme, r.commune_code) as claim
               from deduction x join recovery r using (recovery_id) where x.payroll_id = new.payroll_id) d
     having count(*) > 0;
    perform payments.claim_overtakes(r) from recovery r where r.recovery_id in (select d.recovery_id from deduction d where d.payroll_id = new.payroll_id);
    return null;
end $$;
create trigger approved_list_keeps_back after update on payroll for each row when (old.state = 'draft' and new.state = 'approved') execute function keep_back();

revoke all on function kept_percent(), given_back_of(bigint), still_to_recover(bigint), claimed(text, "char", integer, date), to_list(date, text, text), claim_overtakes(recovery),
    keep_back(), recovery_stays() from public;
grant execute on function kept_percent() to ansinh_officer;
