-- Lists are drawn by one officer and approved by another.
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

revoke all on function must_prepare(text), prepare(date, text, text), approve(bigint), discard(bigint) from public;
grant execute on function prepare(date, text, text), approve(bigint), discard(bigint) to ansinh_officer;
