-- One officer drafts, another signs; the months and amounts are those nobody owes on the day of either.

create function overpaid_of(of_programme text, kind "char", id integer, of_commune text, of_through date) returns table (for_month date, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select w.for_month, sum(w.amount)::bigint from payments.withheld(of_programme, of_commune, of_through) w
     where w.cause = 'overpaid' and w.subject_kind = kind and w.subject_id = id
       -- a draft is drawn anew before it is paid
       and exists (select from payments.line l join payments.payroll p using (payroll_id) where l.programme = of_programme and l.subject_kind = kind and l.subject_id = id
                    and l.for_month = w.for_month and p.state = 'approved')
     group by 1
$$;

create function must_be_area_of_recovery(of_commune text) returns void language plpgsql set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.may_see_commune(of_commune) and access.sees_people() and current_setting('role') not in ('ansinh_worker', 'ansinh_determiner'),
        'recovery_in_own_area', format('commune %s is not in the area of %s', of_commune, current_setting('role')), 'Recoveries are decided in the area where the money is owed.');
end $$;

-- Who signs it: whoever decided what is paid.
create function authority_of(of_programme text, kind "char", id integer) returns text language sql stable security definer set search_path = payments, pg_temp as $$
    select coalesce((select case d.authority when 'district_chair' then 'commune_chair' else d.authority end from casework.face_decision d
        where d.state = 'signed' and d.kind <> 'refuse' and d.programme = of_programme and d.subject_kind = kind and d.subject_id = id
        order by d.effective_from desc, d.decision_id desc limit 1), 'commune_chair')
$$;

create function must_sign(of_programme text, kind "char", id integer, rule text) returns void language plpgsql set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.has_role(payments.authority_of(of_programme, kind, id)), must_sign.rule, format('%s may not sign or end it', current_setting('role')),
        'Whoever decides the programme signs it, sends it back or ends it.');
end $$;

create function draft_recovery(of_programme text, kind "char", id integer, of_commune text, of_through date, of_way text, of_instalment bigint, why text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    made bigint;
begin
    perform payments.must_be_area_of_recovery(of_commune);
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'recovery_drafted_by_officer',
        format('%s may not draft a recovery', current_setting('role')), 'Paying officers and commune officers draft recoveries.');
    perform pg_advisory_xact_lock(hashtextextended('payments ' || of_programme, 0));
    insert into recovery (programme, subject_kind, subject_id, commune_code, way, instalment, kept_percent, cause, seen_through, drafted_by)
    values (of_programme, kind, id, of_commune, of_way, of_instalment, payments.kept_percent(), why, of_through, current_setting('role')::name) returning recovery_id into made;
    insert into recovery_month select made, o.for_month, o.amount from payments.overpaid_of(of_programme, kind, id, of_commune, of_through) o;
    if not found then
        raise exception 'Nothing was paid to % % that is not owed.', kind, id
            using errcode = 'AS010', constraint = 'recovery_needs_overpayment', hint = 'What was paid too much is proposed beside the list, once what is owed has been worked out.';
    end if;
    return made;
end $$;

-- Dr claim, Cr cost of the budget years whose lists paid it.
create function post_claim(r recovery) returns void language sql security definer set search_path = payments, pg_temp as $$
    select ledger.face_post(row('recovery/' || r.recovery_id || '/signed', 'recovery_signed', public.house_today(), r.programme, r.commune_code, 'recovery', r.recovery_id,
                   r.book_number || '/' || r.book_year, null)::ledger.face_head,
               array_agg(ledger.face_account('claim', r.programme, r.commune_code) order by m.for_month),
               array_agg(ledger.face_account('cost', r.programme, m.commune_code, m.year) order by m.for_month), array_agg(m.amount order by m.for_month),
               array_agg(r.subject_kind order by m.for_month), array_agg(r.subject_id order by m.for_month), array_agg(m.for_month order by m.for_month))
      from (select x.for_month, x.amount, l.commune_code, l.year
              from recovery_month x
              cross join lateral (select p.commune_code, extract(year from p.month)::int as year from line l join payroll p using (payroll_id)
                   where l.programme = r.programme and l.subject_kind = r.subject_kind and l.subject_id = r.subject_id and l.for_month = x.for_month and p.state = 'approved'
                   order by l.sequence desc limit 1) l
             where x.recovery_id = r.recovery_id) m
$$;

create function sign_recovery(id bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    r payments.recovery;
    acting name := current_setting('role')::name;
    today date := public.house_today();
begin
    select * into r from recovery x where x.recovery_id = id for update;
    perform payments.must_be_area_of_recovery(r.commune_code);
    perform payments.must_sign(r.programme, r.subject_kind, r.subject_id, 'recovery_signed_by_authority');
    perform payments.must(acting <> r.drafted_by, 'recovery_two_officers', format('%s drafted recovery %s and may not sign it', acting, id), 'Another officer must sign it.');
    if r.state <> 'draft' then
        raise exception 'Recovery % is % and is not signed.', id, r.state using errcode = 'AS010', constraint = 'recovery_stays', hint = 'Open its page again.';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('payments ' || r.programme, 0));
    if exists (select from recovery_month m left join payments.overpaid_of(r.programme, r.subject_kind, r.subject_id, r.commune_code, r.seen_through) o using (for_month)
                where m.recovery_id = id and m.amount > coalesce(o.amount, 0)) then
        raise exception 'Since recovery % was drafted, what was paid too much has become less.', id
            using errcode = 'AS010', constraint = 'recovery_overtaken', hint = 'Send it back with a reason; draft it again with what is overpaid today.';
    end if;
    update recovery x set state = 'signed', signed_by = acting, signed_on = today, signed_at = public.house_now(), book_year = extract(year from today)::smallint,
           book_number = casework.face_next_number(r.commune_code, extract(year from today)::smallint)
     where x.recovery_id = id returning * into r;
    perform payments.post_claim(r);
    perform payments.claim_overtakes(r);
end $$;

create function return_recovery(id bigint, why text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    r payments.recovery;
begin
    select * into r from recovery x where x.recovery_id = id for update;
    perform payments.must_be_area_of_recovery(r.commune_code);
    perform payments.must_sign(r.programme, r.subject_kind, r.subject_id, 'recovery_signed_by_authority');
    update recovery x set state = 'returned', closed_by = current_setting('role')::name, closed_at = public.house_now(), closed_because = why where x.recovery_id = id;
end $$;

-- What is no longer pursued: repaid in another way, waived, or decided in error. What came back of it stays given back.
create function end_recovery(id bigint, why text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    r payments.recovery;
    rest bigint;
begin
    select * into r from recovery x where x.recovery_id = id for update;
    perform payments.must_be_area_of_recovery(r.commune_code);
    perform payments.must_sign(r.programme, r.subject_kind, r.subject_id, 'recovery_signed_by_authority');
    perform pg_advisory_xact_lock(hashtextextended('payments ' || r.programme, 0));
    rest := (select sum(m.amount) from recovery_month m where m.recovery_id = id) - payments.given_back_of(id);
    if rest = 0 then
        raise exception 'Recovery % has come back whole.', id using errcode = 'AS010', constraint = 'recovery_is_complete', hint = 'Nothing of it is left to end.';
    end if;
    update recovery x set state = 'ended', closed_by = current_setting('role')::name, closed_at = public.house_now(), closed_because = why where x.recovery_id = id returning * into r;
    perform ledger.face_post(row('recovery/' || id || '/ended', 'recovery_ended', public.house_today(), r.programme, r.commune_code, 'recovery', id, why, null)::ledger.face_head,
        array[ledger.face_account('cost', r.programme, r.commune_code, extract(year from public.house_today())::int)],
        array[ledger.face_account('claim', r.programme, r.commune_code)], array[rest]);
    perform payments.claim_overtakes(r);
end $$;

-- The family brings money: it lies with the commune's cashier until it goes back to the Treasury. Told twice it is once.
create function repay(id bigint, of_amount bigint, on_day date, paper text) returns boolean
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    r payments.recovery;
    number integer;
begin
    select * into r from recovery x where x.recovery_id = id for update;
    perform payments.must_be_area_of_recovery(r.commune_code);
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'recovery_drafted_by_officer',
        format('%s may not take a repayment', current_setting('role')), 'Paying officers and commune officers record repayments.');
    if exists (select from repayment y where y.recovery_id = id and y.amount = of_amount and y.happened_on = on_day and y.document = paper) then
        return false;
    end if;
    if r.state <> 'signed' or on_day > public.house_today() or on_day < r.signed_on then
        raise exception 'Nothing is repaid on % for recovery %.', on_day, id
            using errcode = 'AS010', constraint = 'repaid_after_signature', hint = 'Money is repaid from the day of the signature on, on a day that has come.';
    end if;
    if of_amount > payments.still_to_recover(id) then
        raise exception 'Only % of recovery % is still to come back.', payments.still_to_recover(id), id
            using errcode = 'AS010', constraint = 'repaid_no_more_than_claimed', detail = replace(to_char(payments.still_to_recover(id), 'FM999,999,999,999,999'), ',', '.'), hint = 'Record what was claimed; give the rest back.';
    end if;
    select coalesce(max(y.nth), 0) + 1 into number from repayment y where y.recovery_id = id;
    insert into repayment (recovery_id, nth, amount, happened_on, document, taken_by) values (id, number, of_amount, on_day, paper, current_setting('role')::name);
    perform ledger.face_post(row('recovery/' || id || '/repaid/' || number, 'repaid', on_day, r.programme, r.commune_code, 'recovery', id, paper, null)::ledger.face_head,
        array[ledger.face_account('provider', null, r.commune_code, null, null, 'cash')], array[ledger.face_account('claim', r.programme, r.commune_code)], array[of_amount]);
    perform payments.claim_overtakes(r);
    return true;
end $$;

create function set_kept_percent(percent smallint) returns void language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.has_role('provincial_approver'), 'kept_part_set_by_approver', format('%s may not set it', current_setting('role')),
        'A provincial approver sets what is kept for whoever owes.');
    insert into kept_part (percent, set_by) values (set_kept_percent.percent, current_setting('role')::name);
end $$;

-- How far a recovery is, wherever lists kept money back for it.
create function recovery_standing(id bigint) returns table (total bigint, deducted bigint, on_drafts bigint, repaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select (select sum(m.amount) from recovery_month m where m.recovery_id = id)::bigint,
           coalesce(sum(d.amount) filter (where p.state = 'approved'), 0)::bigint, coalesce(sum(d.amount) filter (where p.state = 'draft'), 0)::bigint,
           coalesce((select sum(y.amount) from repayment y where y.recovery_id = id), 0)::bigint
      from recovery r left join deduction d using (recovery_id) left join payroll p using (payroll_id)
     where r.recovery_id = id and r.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people())
     group by r.recovery_id
$$;

revoke all on function authority_of(text, "char", integer), must_sign(text, "char", integer, text), overpaid_of(text, "char", integer, text, date), must_be_area_of_recovery(text), post_claim(recovery),
    draft_recovery(text, "char", integer, text, date, text, bigint, text), sign_recovery(bigint), return_recovery(bigint, text), end_recovery(bigint, text),
    repay(bigint, bigint, date, text), set_kept_percent(smallint), recovery_standing(bigint) from public;
grant execute on function overpaid_of(text, "char", integer, text, date), draft_recovery(text, "char", integer, text, date, text, bigint, text), sign_recovery(bigint),
    return_recovery(bigint, text), end_recovery(bigint, text), repay(bigint, bigint, date, text), set_kept_percent(smallint), recovery_standing(bigint) to ansinh_officer;
