-- What signed decisions owe and no list has taken yet, month by month: the newest determination of each month, after the month paid through at the cut-over.
-- A month nobody determined owes nothing here; determining it again after a change of facts or law is what makes arrears.
create view open_amount with (security_invoker = true) as
select o.programme, o.subject_kind, o.subject_id, o.month as for_month, o.run_id, o.owed, o.unverified, o.village_id, o.commune_code,
       coalesce(l.listed, 0) as listed, coalesce(l.times, 0)::smallint as times, o.owed - coalesce(l.listed, 0) as open
  from determination.face_outcome o
  left join lateral (select sum(amount) as listed, count(*) as times
                       from payments.line l
                      where l.programme = o.programme and l.subject_kind = o.subject_kind and l.subject_id = o.subject_id and l.for_month = o.month) l on true
 where o.decided
   and not exists (select from registry.face_fact_now f
                    where f.subject_kind = o.subject_kind and f.subject_id = o.subject_id and f.instance = o.programme
                      and f.fact = case o.subject_kind when 'p' then 'person.paid_through' else 'household.paid_through' end
                      and f.days @> o.month and f.day >= o.month);

create function must(allowed boolean, what text, hint text) returns void language plpgsql as $$
begin
    if not coalesce(allowed, false) then
        raise insufficient_privilege using message = what, hint = must.hint;
    end if;
end $$;

-- Draws the list of a month: this month's money and what earlier months still owe. Asked twice it gives the same draft.
create function prepare(for_month date, of_programme text, of_commune text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    id bigint;
    acting name := current_setting('role')::name;
begin
    perform payments.must(access.may_see_commune(of_commune) and acting not in ('ansinh_worker', 'ansinh_determiner'),
        format('commune %s is not in the area of %s', of_commune, acting), 'Lists are prepared by officers of the area.');
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'),
        format('%s may not prepare a list', acting), 'Only a paying officer or a commune officer prepares lists.');
    perform pg_advisory_xact_lock(hashtextextended('payments ' || of_programme || of_commune, 0));
    select p.payroll_id into id from payments.payroll p
     where p.month = for_month and p.programme = of_programme and p.commune_code = of_commune and p.state = 'draft';
    if found then
        return id;
    end if;
    insert into payments.payroll (month, programme, commune_code, round, prepared_by)
    select for_month, of_programme, of_commune, count(*) + 1, acting from payments.payroll p
     where p.month = for_month and p.programme = of_programme and p.commune_code = of_commune
    returning payroll_id into id;
    insert into payments.line (payroll_id, programme, subject_kind, subject_id, for_month, sequence, amount, payee_id, channel, bank, account,
        village_id, commune_code, run_id)
    select id, o.programme, o.subject_kind, o.subject_id, o.for_month, o.times, o.open,
           coalesce(y.payee_id, h.head_id, case o.subject_kind when 'p' then o.subject_id end), coalesce(y.channel, 'cash'), y.bank, y.account,
           o.village_id, o.commune_code, o.run_id
      from payments.open_amount o
      left join payments.payee y on y.programme = o.programme and y.subject_kind = o.subject_kind::text and y.subject_id = o.subject_id and y.days @> for_month
      left join registry.face_household h on o.subject_kind = 'h' and h.household_id = o.subject_id
     where o.programme = of_programme and o.commune_code = of_commune and o.for_month <= for_month and o.open > 0 and not o.unverified;
    return id;
end $$;

create function approve(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
    acting name := current_setting('role')::name;
begin
    select * into list from payments.payroll p where p.payroll_id = id for update;
    perform payments.must(found and access.may_see_commune(list.commune_code), format('list %s is not in the area of %s', id, acting),
        'Lists are approved in the area they are of.');
    perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'), format('%s may not approve a list', acting),
        'A commune chair or a provincial approver approves lists.');
    perform payments.must(acting <> list.prepared_by, format('%s prepared list %s and may not approve it', acting, id), 'Another officer must approve it.');
    update payments.payroll set state = 'approved', approved_by = acting, approved_at = now() where payroll_id = id;
end $$;

create function discard(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
begin
    select * into list from payments.payroll p where p.payroll_id = id for update;
    perform payments.must(found and access.may_see_commune(list.commune_code), format('list %s is not in your area', id), 'Open a list of your own area.');
    delete from payments.payroll where payroll_id = id;
end $$;

revoke all on function prepare(date, text, text), approve(bigint), discard(bigint) from public;
grant execute on function prepare(date, text, text), approve(bigint), discard(bigint) to ansinh_officer;
grant execute on function must(boolean, text, text) to ansinh_officer, ansinh_worker;
grant select on open_amount to ansinh_worker, ansinh_determiner, ansinh_officer;

-- What is owed by decisions but may not be paid yet, because it rests on law that nobody has confirmed or released.
create view blocked with (security_invoker = true) as
select programme, subject_kind, subject_id, for_month, open as amount, village_id, commune_code from open_amount where unverified and open > 0;
-- Listed more than the newest determination owes: a proposal to recover, never a deduction.
create view overpaid with (security_invoker = true) as
select programme, subject_kind, subject_id, for_month, -open as amount, village_id, commune_code from open_amount where open < 0;
grant select on blocked, overpaid to ansinh_worker, ansinh_determiner, ansinh_officer;
