-- What is refused carries the name of its rule, as a broken constraint does: the sentence for officers is found by it (refused.RULE), not by words of a message.
drop function must(boolean, text, text);
create function must(allowed boolean, rule text, what text, hint text) returns void language plpgsql as $$
begin
    if not coalesce(allowed, false) then
        raise insufficient_privilege using constraint = must.rule, message = what, hint = must.hint;
    end if;
end $$;
grant execute on function must(boolean, text, text, text) to ansinh_officer, ansinh_worker;

create or replace function approved_stays() returns trigger language plpgsql as $$
declare
    then_state text;
begin
    if tg_table_name = 'payroll' then
        if tg_op = 'UPDATE' and old.state = 'draft' and new.state = 'approved'
           and (new.month, new.programme, new.commune_code, new.round, new.prepared_by, new.prepared_at)
               = (old.month, old.programme, old.commune_code, old.round, old.prepared_by, old.prepared_at) then
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

create or replace function prepare(for_month date, of_programme text, of_commune text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    id bigint;
    acting name := current_setting('role')::name;
begin
    perform payments.must(access.may_see_commune(of_commune) and acting not in ('ansinh_worker', 'ansinh_determiner'),
        'list_in_own_area', format('commune %s is not in the area of %s', of_commune, acting), 'Lists are prepared by officers of the area.');
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'),
        'list_prepared_by_paying_officer', format('%s may not prepare a list', acting), 'Only a paying officer or a commune officer prepares lists.');
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

create or replace function approve(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
    acting name := current_setting('role')::name;
begin
    select * into list from payments.payroll p where p.payroll_id = id for update;
    perform payments.must(found and access.may_see_commune(list.commune_code), 'list_in_own_area', format('list %s is not in the area of %s', id, acting),
        'Lists are approved in the area they are of.');
    perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'),
        'list_approved_by_chair', format('%s may not approve a list', acting),
        'A commune chair or a provincial approver approves lists.');
    perform payments.must(acting <> list.prepared_by, 'two_pairs_of_eyes',
        format('%s prepared list %s and may not approve it', acting, id), 'Another officer must approve it.');
    update payments.payroll set state = 'approved', approved_by = acting, approved_at = now() where payroll_id = id;
end $$;

create or replace function discard(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
begin
    select * into list from payments.payroll p where p.payroll_id = id for update;
    perform payments.must(found and access.may_see_commune(list.commune_code), 'list_in_own_area', format('list %s is not in your area', id), 'Open a list of your own area.');
    delete from payments.payroll where payroll_id = id;
end $$;
