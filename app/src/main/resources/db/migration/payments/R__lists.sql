-- The lines of a list as it is drawn: whoever rests is left out.
create or replace function to_list(for_month date, of_programme text, of_commune text)
returns table (subject_kind "char", subject_id integer, due_month date, times smallint, village_id integer, gross bigint, recovery_id bigint, kept_back bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with due as (
        select s.*, s.payable - s.listed as gross from payments.owed_by(of_programme, of_commune, for_month) s where s.payable > s.listed
           and not exists (select from payments.resting z where z.programme = of_programme and z.subject_kind = s.subject_kind and z.subject_id = s.subject_id)
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

-- What is owed and not on the list, or on lists and not owed, each with its cause: somebody rests, another commune pays, something is not known.
create or replace function withheld(of_programme text, of_commune text, of_through date)
returns table (cause text, subject_kind "char", subject_id integer, for_month date, amount bigint, missing text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with s as materialized (
        select x.*, z.cause as rests, y.programme is not null as elsewhere, y.programme is not null and y.commune_code is null as nobodys
          from payments.standing(of_programme, of_commune, of_through) x
          left join payments.payer y on y.programme = of_programme and y.subject_kind = x.subject_kind and y.subject_id = x.subject_id
               and x.due_month >= y.first_month and x.due_month < y.until_month and y.commune_code is distinct from of_commune
          left join payments.resting z on z.programme = of_programme and z.subject_kind = x.subject_kind and z.subject_id = x.subject_id
    )
    select 'not_worked_out', n.subject_kind, n.subject_id, of_through, 0::bigint, '' from payments.not_worked_out(of_programme, of_commune, of_through) n
    union all
    select c.cause, s.subject_kind, s.subject_id, s.due_month, c.amount, case when access.sees_reasons() then s.missing else '' end
      from s cross join lateral (values ('paid_unknown', s.paid_unknown), ('level_unknown', s.level_unknown), ('ask', case when s.missing <> '' then 0 end),
          ('unverified', greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), ('above_level', s.above_level), (s.rests, greatest(s.payable - s.listed, 0)),
          ('not_received', case when s.nobodys then greatest(s.payable - s.listed, 0) end),
          ('overpaid', case when s.listed > s.payable + s.unverified
              then greatest(s.listed - s.payable - s.unverified - payments.claimed(of_programme, s.subject_kind, s.subject_id, s.due_month), 0) else 0 end)) c(cause, amount)
     where c.cause is not null and (not s.elsewhere or c.cause in ('not_received', 'overpaid')) and (c.amount > 0 or c.cause = 'ask' and c.amount = 0)
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

-- Sums of communes, for a page that shows them all. Area and purpose are asked by whoever calls.
create or replace function told(of_programme text, of_communes text[], of_through date)
returns table (account_id bigint, open_lines bigint, open bigint, unverified bigint, above_level bigint, unknown bigint, overpaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select a.account_id, count(*) filter (where s.payable > s.listed and z.cause is null and y.programme is null),
           coalesce(sum(s.payable - s.listed) filter (where s.payable > s.listed and z.cause is null and y.programme is null), 0)::bigint,
           coalesce(sum(greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), 0)::bigint, coalesce(sum(s.above_level), 0)::bigint,
           count(*) filter (where s.level_unknown > 0 or s.paid_unknown > 0 or s.missing <> '' or s.payable > s.listed and z.cause is not null),
           coalesce(sum(case when s.listed > s.payable + s.unverified
               then greatest(s.listed - s.payable - s.unverified - payments.claimed(of_programme, s.subject_kind, s.subject_id, s.due_month), 0) else 0 end), 0)::bigint
      from determination.face_account a
      left join payments.standing_anywhere(of_programme, of_communes, of_through) s on s.commune_code = a.commune_code
      left join payments.payer y on y.programme = of_programme and y.subject_kind = s.subject_kind and y.subject_id = s.subject_id
           and s.due_month >= y.first_month and s.due_month < y.until_month and y.commune_code is distinct from s.commune_code
      left join payments.resting z on z.programme = of_programme and z.subject_kind = s.subject_kind and z.subject_id = s.subject_id
     where a.programme = of_programme and a.through = of_through and a.commune_code = any (of_communes)
     group by a.account_id
$$;

-- Draws the list of a month: this month's money and what earlier months still owe. Asked twice it gives the same draft; a draft that an answer has overtaken is
-- drawn anew; where nothing is open there is no list.
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
    if found and draft.account_id = newest and not exists (select from payments.transfer t
            where t.programme = of_programme and of_commune in (t.from_commune, t.to_commune) and greatest(t.signed_at, t.received_at) >= draft.prepared_at) then
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
        insert into payments.line (payroll_id, programme, subject_kind, subject_id, for_month, sequence, amount, withheld, payee_id, channel, bank, account, holder, village_id, commune_code)
        select id, of_programme, s.subject_kind, s.subject_id, s.due_month, s.times, s.gross - s.kept_back, s.kept_back,
               coalesce(y.payee_id, h.head_id, case s.subject_kind when 'p' then s.subject_id end), coalesce(y.channel, 'cash'), y.bank, y.account, y.holder,
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

-- Whoever did not come for so many months in a row, up to the last that was told of, and has come for none since.
create or replace function not_fetched(of_programme text, of_commune text, of_through date, at_least integer)
returns table (subject_kind "char", subject_id integer, first_month date, months integer, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with told as (
        -- what was not fetched was on list after list: its amount is that of the last
        select q.subject_kind, q.subject_id, q.for_month, bool_or(q.came) as came, (array_agg(q.amount order by q.payroll_id desc))[1] as amount
          from (select l.subject_kind, l.subject_id, l.for_month, l.payroll_id, bool_or(o.outcome = 'paid') as came, sum(l.amount) as amount
                  from line l join outcome o using (programme, subject_kind, subject_id, for_month, sequence)
                 where o.outcome <> 'not_sent' and l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through
                    and access.may_see_commune(of_commune) and access.sees_people()
                 group by 1, 2, 3, 4) q
         group by 1, 2, 3
    ), since as (
        select t.subject_kind, t.subject_id, max(t.for_month) filter (where t.came) as last_came from told t group by 1, 2
    )
    select t.subject_kind, t.subject_id, min(t.for_month), count(*)::integer, sum(t.amount)::bigint
      from told t join since s using (subject_kind, subject_id)
     where not t.came and t.for_month > coalesce(s.last_came, '-infinity')
       and not exists (select from suspension x where x.programme = of_programme and x.subject_kind = t.subject_kind and x.subject_id = t.subject_id
            and x.state in ('draft', 'in_force', 'resume_drafted'))
     group by 1, 2 having count(*) >= at_least
$$;
