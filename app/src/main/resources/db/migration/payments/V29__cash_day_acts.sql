-- What officers do on a pay day.
create function must_be_area_of_cash(of_commune text) returns void language plpgsql set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.may_see_commune(of_commune) and access.sees_people() and access.may_write() and current_setting('role') not in ('ansinh_worker', 'ansinh_determiner'),
        'cash_day_in_own_area', format('commune %s is not in the area of %s', of_commune, current_setting('role')), 'Cash is handed out by officers of the commune.');
end $$;

create function must_hand_out_cash(of_commune text) returns void language plpgsql set search_path = payments, pg_temp as $$
begin
    perform payments.must_be_area_of_cash(of_commune);
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'cash_day_of_its_officers',
        format('%s may not hand out cash', current_setting('role')), 'Paying officers and commune officers prepare pay days and record them.');
end $$;

create function must_be_payer(of_commune text, payer name) returns void language plpgsql set search_path = payments, pg_temp as $$
begin
    perform payments.must(exists (select from access.face_payers(of_commune) p where p.role_name = payer), 'payer_of_the_commune',
        format('%s hands out no money in %s', payer, of_commune), 'Choose a paying officer or a commune officer of the commune.');
end $$;

-- Everything of a dispatch that is on its way to a village.
create function open_cash_day(of_dispatch bigint, of_commune text, of_village integer, at_place text, on_day date, second_day date, payer name, watched_by text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    sent dispatch;
    id bigint;
begin
    perform payments.must_hand_out_cash(of_commune);
    select * into sent from dispatch d where d.dispatch_id = of_dispatch for update;
    perform payments.must(found and of_commune = any (sent.communes), 'cash_day_in_own_area', format('dispatch %s is not of commune %s', of_dispatch, of_commune), 'Open a dispatch of your own area.');
    if sent.channel <> 'cash' or sent.state <> 'released' or on_day < sent.released_on then
        raise exception 'Dispatch % has no cash to hand out on %.', of_dispatch, on_day
            using errcode = 'AS010', constraint = 'cash_day_of_released_cash', hint = 'Cash is handed out once it is released, not before.';
    end if;
    perform payments.must_be_payer(of_commune, payer);
    -- whoever reports one of them at the same moment waits, and is refused, or is waited for
    perform i.key from instruction i where i.dispatch_id = of_dispatch and i.commune_code = of_commune and i.village_id is not distinct from of_village order by i.key for update;
    insert into cash_day (dispatch_id, commune_code, village_id, place, first_on, second_on, paid_by, observer, people, taken_out, opened_by)
    select of_dispatch, of_commune, of_village, at_place, on_day, second_day, payer, watched_by, count(*), sum(i.amount), current_setting('role')::name
      from instruction i where i.dispatch_id = of_dispatch and i.commune_code = of_commune and i.village_id is not distinct from of_village and i.state in ('released', 'sent', 'accepted')
    having count(*) > 0 returning cash_day_id into id;
    if id is null then
        raise exception 'Nobody of the village waits for cash of dispatch %.', of_dispatch
            using errcode = 'AS010', constraint = 'cash_day_of_somebody', hint = 'What became of them is reported already.';
    end if;
    insert into cash_line (key, cash_day_id, nth, amount)
    select i.key, id, row_number() over (order by i.payee_name collate public.vietnamese, i.payee_id, i.key), i.amount
      from instruction i where i.dispatch_id = of_dispatch and i.commune_code = of_commune and i.village_id is not distinct from of_village and i.state in ('released', 'sent', 'accepted');
    return id;
end $$;

create function plan_cash_day(id bigint, at_place text, on_day date, second_day date, payer name, watched_by text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    day cash_day;
begin
    select * into day from cash_day d where d.cash_day_id = id for update;
    perform payments.must_hand_out_cash(day.commune_code);
    perform payments.must_be_payer(day.commune_code, payer);
    if on_day < (select d.released_on from dispatch d where d.dispatch_id = day.dispatch_id) then
        raise exception 'Pay day % is not before its money.', id using errcode = 'AS010', constraint = 'cash_day_of_released_cash', hint = 'Cash is handed out once it is released, not before.';
    end if;
    update cash_day d set place = at_place, first_on = on_day, second_on = second_day, paid_by = payer, observer = watched_by where d.cash_day_id = id;
end $$;

-- paid: on the first day those nobody has spoken of yet, on the second those who were absent. absent, present (it was a slip), not_collected, came_back (it was a slip, or the money
-- is back): those named. What is so already is left out, so that recording twice is once; the answer is how many were recorded now.
create function record_cash(id bigint, act text, keys text[], how text, for_name text, for_relation text, for_paper text, for_paper_on date, words text, on_paper text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    day cash_day;
    moved text[];
    said record;
begin
    select * into day from cash_day d where d.cash_day_id = id for update;
    perform payments.must_hand_out_cash(day.commune_code);
    if day.closed_by is not null then
        raise exception 'Pay day % is closed.', id using errcode = 'AS010', constraint = 'cash_day_is_closed', hint = 'What happens afterwards is reported on the page of the list.';
    end if;
    perform payments.must(for_name is null or (select count(distinct i.payee_id) from instruction i where i.key = any (keys)) = 1, 'representative_for_one',
        'a representative takes the money of one person', 'Record each person by themselves.');
    if act = 'paid' and day.second_on is null and exists (select from cash_line c where c.cash_day_id = id and c.key = any (keys) and c.state = 'absent') then
        raise exception 'Pay day % has no second day.', id using errcode = 'AS010', constraint = 'second_day_first', hint = 'Name the second day, and record it when it has come.';
    end if;
    perform p.payroll_id from payroll p where p.payroll_id in (select i.payroll_id from instruction i where i.key = any (keys)) order by p.payroll_id for update;
    with done as (
        update cash_line c set state = case act when 'present' then 'open' else act end,
               paid_on = case act when 'paid' then case c.state when 'open' then day.first_on else day.second_on end else c.paid_on end,
               signed = case act when 'paid' then how else c.signed end,
               representative = case act when 'paid' then for_name else c.representative end, relation = case act when 'paid' then for_relation else c.relation end,
               paper = case act when 'paid' then for_paper else c.paper end, paper_on = case act when 'paid' then for_paper_on else c.paper_on end,
               why = case act when 'came_back' then words end, recorded_by = current_setting('role')::name, recorded_at = public.house_now()
         where c.cash_day_id = id and c.key = any (keys)
           and c.state = any (case act when 'paid' then array['open', 'absent'] when 'absent' then array['open'] when 'came_back' then array['paid'] else array['absent'] end)
        returning c.key
    )
    select array_agg(d.key) into moved from done d;
    if act in ('paid', 'not_collected', 'came_back') then
        for said in
            select i.payroll_id, case act when 'paid' then c.paid_on when 'not_collected' then day.second_on else public.house_today() end as on_day,
                   array_agg(l.subject_kind::text || l.subject_id::text || '/' || l.for_month || '/' || l.sequence) as lines
              from cash_line c join instruction i on i.key = c.key
              join line l on l.payroll_id = i.payroll_id and l.programme = i.programme and l.subject_kind = i.subject_kind and l.subject_id = i.subject_id and l.for_month = any (i.months)
             where c.key = any (moved) group by 1, 2 order by 1, 2
        loop
            perform payments.report_told(said.payroll_id, case act when 'came_back' then 'returned' else act end, said.on_day, on_paper, said.lines);
        end loop;
    end if;
    return coalesce(cardinality(moved), 0);
end $$;

-- Somebody who neither paid nor recorded counts what is left, and closes the day.
create function close_cash_day(id bigint, counted bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    day cash_day;
begin
    select * into day from cash_day d where d.cash_day_id = id for update;
    perform payments.must_be_area_of_cash(day.commune_code);
    perform payments.must(access.has_one_of('paying_officer', 'commune_officer', 'commune_chair', 'provincial_approver'), 'cash_day_closed_by_another',
        format('%s may not close a pay day', current_setting('role')), 'Another officer counts the money and closes the day.');
    update cash_day d set closed_by = current_setting('role')::name, closed_at = public.house_now(), closed_on = public.house_today(), cash_left = counted where d.cash_day_id = id;
end $$;

-- What is left of a closed day goes back to the Treasury, by the entry of all money that goes back.
create function give_back_cash(id bigint, on_day date, on_paper text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    day cash_day;
    given bigint;
begin
    select * into day from cash_day d where d.cash_day_id = id for update;
    perform payments.must_hand_out_cash(day.commune_code);
    if day.closed_by is null or day.cash_left = 0 or day.given_back_id is not null or on_day < day.closed_on then
        raise exception 'Nothing of pay day % is to be given back.', id using errcode = 'AS010', constraint = 'cash_given_back_of_a_closed_day', hint = 'Close the day first; what is left of it is given back once.';
    end if;
    given := payments.give_back(day.commune_code, 'cash', day.cash_left, on_day, on_paper);
    if given = 0 then
        raise unique_violation using constraint = 'given_back_once', message = 'This paper was recorded before.';
    end if;
    update cash_day d set given_back_id = given where d.cash_day_id = id;
end $$;

revoke all on function must_be_area_of_cash(text), must_hand_out_cash(text), must_be_payer(text, name), open_cash_day(bigint, text, integer, text, date, date, name, text),
    plan_cash_day(bigint, text, date, date, name, text), record_cash(bigint, text, text[], text, text, text, text, date, text, text), close_cash_day(bigint, bigint),
    give_back_cash(bigint, date, text) from public;
grant execute on function open_cash_day(bigint, text, integer, text, date, date, name, text), plan_cash_day(bigint, text, date, date, name, text),
    record_cash(bigint, text, text[], text, text, text, text, date, text, text), close_cash_day(bigint, bigint), give_back_cash(bigint, date, text) to ansinh_officer;
