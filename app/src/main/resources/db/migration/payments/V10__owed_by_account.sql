-- A list draws on the account of what decisions owe (determination.face_owed), not on months that somebody determined for everybody. It pays what the law gives
-- up to the level that was signed, from the first month that was not paid before this house, less what any list holds already.
drop view blocked, overpaid, open_amount;
drop function if exists prepare(date, text, text);
drop function if exists approve(bigint);
drop function if exists discard(bigint);
alter table line drop column run_id;
alter table payroll add column account_id bigint not null;
create trigger payroll_is_never_emptied before truncate on payroll for each statement execute function approved_stays();
create trigger line_is_never_emptied before truncate on line for each statement execute function approved_stays();

create or replace function approved_stays() returns trigger language plpgsql as $$
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

-- Where everybody with a decision stands, month by month (a quarter counts in its last month, once it has ended).
--   by_law          what the law gives under the decisions in force
--   payable         of it, up to the signed level, on law that is confirmed or released
--   unverified      of it, up to the signed level, on law that nobody has released
--   above_level     more than was signed: a proposal to adjust the decision, paid only once that is signed; of months paid before, only those in one stretch
--                   of the same answer with the first month that was not
--   level_unknown   owed by a decision the book of decisions does not hold
--   paid_unknown    owed by a decision that was taken over without the month through which it was paid
--   listed, times   what lists hold for the month already, and on how many lines
--   missing         what must be asked; to whoever sees no reasons, only that something must
-- Months that were paid before this house owe nothing again; only a decision signed afterwards that raises their level owes the difference.
create function standing_of(of_programme text, of_communes text[], of_through date)
returns table (commune_code text, subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with account as materialized (
        select a.* from determination.face_account a
         where a.commune_code = any (of_communes) and a.programme = of_programme and a.through = of_through and access.may_see_commune(a.commune_code)
    ), subject as materialized (
        select o.account_id, o.subject_kind, o.subject_id, max(o.household_id) as household_id, max(o.village_id) as village_id,
               (select max(f.day) from registry.face_fact_now f
                 where f.subject_id = o.subject_id and f.subject_kind = o.subject_kind and f.instance = of_programme
                   and f.fact in ('person.paid_through', 'household.paid_through')) as paid_through
          from determination.face_owed o join account using (account_id) group by o.account_id, o.subject_kind, o.subject_id
    ), level as materialized (
        select l.* from (select distinct subject_kind, subject_id from subject) s
        cross join lateral (select * from casework.face_level v
            where v.programme = of_programme and v.subject_kind = s.subject_kind and v.subject_id = s.subject_id) l
    ), month as (
        select a.account_id, o.subject_kind, o.subject_id, m.month, case a.period_months when 3
                   then (date_trunc('quarter', m.month) + interval '2 months')::date else m.month end as due_month,
               o.amount, o.last_month, o.unverified, case when o.in_force or o.amount > 0 then o.missing else '' end as missing, s.paid_through
          from account a join determination.face_owed o on o.account_id = a.account_id join subject s on s.account_id = o.account_id and s.subject_kind = o.subject_kind and s.subject_id = o.subject_id
          cross join lateral (select g::date as month from generate_series(o.first_month, o.last_month, interval '1 month') g) m
    ), settled as (
        select m.*, l.amount as level, l.taken_over and m.paid_through is null as paid_unknown, m.paid_through >= m.month as was_paid,
               case when m.paid_through >= m.month and l.amount > 0 and l.signed_on > m.paid_through and l.kind = 'adjust'
                   then casework.face_level_known(of_programme, m.subject_kind, m.subject_id, m.month, m.paid_through) end as level_then
          from month m
          left join level l on l.subject_kind = m.subject_kind and l.subject_id = m.subject_id and m.month >= l.from_month and m.month < l.until_month
         where m.due_month <= of_through
    ), priced as (
        select s.*, case when s.level is null or s.paid_unknown then 0
                   when s.was_paid then greatest(least(s.amount, s.level) - s.level_then, 0)
                   else least(s.amount, s.level) end as owed
          from settled s
    )
    select (select a.commune_code from account a where a.account_id = p.account_id), p.subject_kind, p.subject_id, p.due_month, sum(p.amount)::bigint, coalesce(sum(p.owed) filter (where not p.unverified), 0)::bigint,
           coalesce(sum(p.owed) filter (where p.unverified), 0)::bigint, coalesce(sum(greatest(p.amount - p.level, 0)) filter (where p.level > 0 and (not coalesce(p.was_paid, false) or p.last_month > p.paid_through)), 0)::bigint,
           coalesce(sum(p.amount) filter (where p.level is null and not coalesce(p.was_paid, false)), 0)::bigint,
           coalesce(sum(least(p.amount, p.level)) filter (where p.paid_unknown), 0)::bigint,
           case when access.sees_reasons() then coalesce(string_agg(distinct p.missing, ',') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '')
               else coalesce(max('ask') filter (where p.missing <> '' and not coalesce(p.was_paid, false)), '') end,
           max(s.household_id), max(s.village_id), coalesce(max(l.listed), 0)::bigint, coalesce(max(l.times), 0)::smallint
      from priced p join subject s using (account_id, subject_kind, subject_id)
      left join lateral (select sum(x.amount) as listed, count(*) as times from payments.line x
                          where x.programme = of_programme and x.subject_kind = p.subject_kind and x.subject_id = p.subject_id
                            and x.for_month = p.due_month) l on true
     group by p.account_id, p.subject_kind, p.subject_id, p.due_month
$$;

-- In one commune.
create function standing(of_programme text, of_commune text, of_through date)
returns table (subject_kind "char", subject_id integer, due_month date, by_law bigint, payable bigint, unverified bigint, above_level bigint,
    level_unknown bigint, paid_unknown bigint, missing text, household_id integer, village_id integer, listed bigint, times smallint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select s.subject_kind, s.subject_id, s.due_month, s.by_law, s.payable, s.unverified, s.above_level, s.level_unknown, s.paid_unknown, s.missing, s.household_id,
           s.village_id, s.listed, s.times
      from payments.standing_of(of_programme, array[of_commune], of_through) s
$$;

-- Decisions in force of people who live in the commune and whom the newest account does not hold: nobody has worked out what they are owed.
create function not_worked_out(of_programme text, of_commune text, of_through date)
returns table (subject_kind "char", subject_id integer, household_id integer, village_id integer)
language sql stable security definer set search_path = payments, pg_temp as $$
    select distinct d.subject_kind, d.subject_id, d.household_id, d.village_id
      from casework.face_decision d
     where access.may_see_commune(of_commune) and d.state = 'signed' and d.kind = 'grant' and d.programme = of_programme and d.commune_code = of_commune
       and d.effective_from < of_through + interval '1 month'
       and not exists (select from casework.face_decision s where s.state = 'signed' and s.kind = 'stop' and s.programme = d.programme
            and s.subject_kind = d.subject_kind and s.subject_id = d.subject_id and s.decision_id > d.decision_id)
       and not exists (select from determination.face_owed o
            where o.commune_code = of_commune and o.programme = of_programme and o.through = of_through
              and o.subject_kind = d.subject_kind and o.subject_id = d.subject_id)
       and case d.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = d.subject_id and p.commune_code = of_commune)
                else exists (select from registry.face_household h where h.household_id = d.subject_id and h.commune_code = of_commune) end
$$;

-- What is beside the list, whose, and why it is not on it.
create function withheld(of_programme text, of_commune text, of_through date)
returns table (cause text, subject_kind "char", subject_id integer, for_month date, amount bigint, missing text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with s as materialized (select * from payments.standing(of_programme, of_commune, of_through))
    select 'not_worked_out', n.subject_kind, n.subject_id, of_through, 0::bigint, '' from payments.not_worked_out(of_programme, of_commune, of_through) n
    union all
    select c.cause, s.subject_kind, s.subject_id, s.due_month, c.amount, case when access.sees_reasons() then s.missing else '' end
      from s cross join lateral (values ('paid_unknown', s.paid_unknown), ('level_unknown', s.level_unknown), ('ask', case when s.missing <> '' then 0 end),
          ('unverified', greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), ('above_level', s.above_level),
          ('overpaid', greatest(s.listed - s.payable - s.unverified, 0))) c(cause, amount)
     where c.amount > 0 or c.cause = 'ask' and c.amount = 0
    union all
    select 'overpaid', l.subject_kind, l.subject_id, l.for_month, sum(l.amount)::bigint, ''
      from payments.line l
     where access.may_see_commune(of_commune) and access.sees_people() and l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through
       and exists (select from determination.face_account a where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through)
       and not exists (select from s where s.subject_kind = l.subject_kind and s.subject_id = l.subject_id and s.due_month = l.for_month)
       and case l.subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = l.subject_id and p.commune_code = of_commune)
                else exists (select from registry.face_household h where h.household_id = l.subject_id and h.commune_code = of_commune) end
     group by l.subject_kind, l.subject_id, l.for_month
$$;

create function must_prepare(of_commune text) returns void language plpgsql set search_path = payments, pg_temp as $$
declare
    acting name := current_setting('role')::name;
begin
    perform payments.must(access.may_see_commune(of_commune) and acting not in ('ansinh_worker', 'ansinh_determiner'), 'list_in_own_area',
        format('commune %s is not in the area of %s', of_commune, acting), 'Lists are prepared by officers of the area.');
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'list_prepared_by_paying_officer',
        format('%s may not prepare a list', acting), 'Only a paying officer or a commune officer prepares lists.');
end $$;

-- Draws the list of a month: this month's money and what earlier months still owe. Asked twice it gives the same draft; a draft that an answer has overtaken is
-- drawn anew; where nothing is open there is no list.
create function prepare(for_month date, of_programme text, of_commune text) returns bigint
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
    insert into payments.line (payroll_id, programme, subject_kind, subject_id, for_month, sequence, amount, payee_id, channel, bank, account, village_id, commune_code)
    select id, of_programme, s.subject_kind, s.subject_id, s.due_month, s.times, s.payable - s.listed,
           coalesce(y.payee_id, h.head_id, case s.subject_kind when 'p' then s.subject_id end), coalesce(y.channel, 'cash'), y.bank, y.account,
           s.village_id, of_commune
      from payments.standing(of_programme, of_commune, for_month) s
      left join payments.payee y on y.programme = of_programme and y.subject_kind = s.subject_kind::text and y.subject_id = s.subject_id and y.days @> for_month
      left join registry.face_household h on s.subject_kind = 'h' and h.household_id = s.subject_id
     where s.payable > s.listed;
    if not found then
        delete from payments.payroll where payroll_id = id;
        return null;
    end if;
    return id;
end $$;

create function approve(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
    acting name := current_setting('role')::name;
    without bigint;
begin
    select * into list from payments.payroll p where p.payroll_id = id for update;
    perform payments.must(found and access.may_see_commune(list.commune_code), 'list_in_own_area', format('list %s is not in the area of %s', id, acting),
        'Lists are approved in the area they are of.');
    perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'), 'list_approved_by_chair',
        format('%s may not approve a list', acting),
        'A commune chair or a provincial approver approves lists.');
    perform payments.must(acting <> list.prepared_by, 'two_pairs_of_eyes', format('%s prepared list %s and may not approve it', acting, id), 'Another officer must approve it.');
    if list.state = 'draft' and list.account_id <> (select a.account_id from determination.face_account a
        where a.commune_code = list.commune_code and a.programme = list.programme and a.through = list.month) then
        raise exception 'Since list % was drawn, what decisions owe has changed.', id
            using errcode = 'AS010', constraint = 'list_overtaken', hint = 'Draw the list again: a death, a move or a new decision is waiting for it.';
    end if;
    select count(*) into without from payments.not_worked_out(list.programme, list.commune_code, list.month);
    if without > 0 then
        raise exception 'List % leaves out % decisions that nobody has worked out.', id, without
            using errcode = 'AS010', constraint = 'list_leaves_out', detail = without::text, hint = 'Draw the list again; whoever stays without an answer is named beside it.';
    end if;
    update payments.payroll set state = 'approved', approved_by = acting, approved_at = now() where payroll_id = id;
end $$;

create function discard(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
begin
    select * into list from payments.payroll p where p.payroll_id = id for update;
    perform payments.must(found and access.may_see_commune(list.commune_code), 'list_in_own_area', format('list %s is not in your area', id), 'Open a list of your own area.');
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer') or access.has_role('commune_chair')
        or access.has_role('provincial_approver'), 'list_discarded_by_its_officers', format('%s may not discard a list', current_setting('role')), 'Lists are discarded by those who prepare or approve them.');
    delete from payments.payroll where payroll_id = id;
end $$;

-- Where programmes stand in the communes of one's area: one of them, or (null) every one that was worked out.
create function overview(of_programme text, of_through date)
returns table (programme text, commune_code text, made_at timestamptz, open_lines bigint, open bigint, unverified bigint, above_level bigint, unknown bigint,
    overpaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with account as materialized (
        select a.programme, a.commune_code, a.made_at from determination.face_account a
         where a.through = of_through and (of_programme is null or a.programme = of_programme) and a.commune_code = any ((select access.my_communes())::text[])
    )
    select a.programme, a.commune_code, a.made_at, count(*) filter (where s.payable > s.listed), coalesce(sum(greatest(s.payable - s.listed, 0)), 0)::bigint,
           coalesce(sum(greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), 0)::bigint, coalesce(sum(s.above_level), 0)::bigint,
           count(*) filter (where s.level_unknown > 0 or s.paid_unknown > 0 or s.missing <> ''),
           coalesce(sum(greatest(s.listed - s.payable - s.unverified, 0)), 0)::bigint
      from account a
      left join (select q.programme, t.* from (select x.programme, array_agg(x.commune_code) as communes from account x group by x.programme) q
                   cross join lateral payments.standing_of(q.programme, q.communes, of_through) t) s
        on s.programme = a.programme and s.commune_code = a.commune_code
     group by a.programme, a.commune_code, a.made_at
$$;

revoke all on function standing_of(text, text[], date), standing(text, text, date), not_worked_out(text, text, date), withheld(text, text, date), overview(text, date), must_prepare(text), prepare(date, text, text),
    approve(bigint), discard(bigint) from public;
grant execute on function standing_of(text, text[], date), standing(text, text, date), not_worked_out(text, text, date), withheld(text, text, date), overview(text, date), prepare(date, text, text),
    approve(bigint), discard(bigint) to ansinh_officer;
grant execute on function standing(text, text, date), not_worked_out(text, text, date), withheld(text, text, date) to ansinh_worker, ansinh_determiner;
