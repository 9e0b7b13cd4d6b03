-- A list that was approved before somebody on it was told to be dead: what is not on its way yet waits. It is not instructed; what was instructed and waits for its release is not
-- released with it; what has left cannot be called back. When the word was a mistake the next instruction takes it along.
create or replace function prepare_dispatch(of_channel text, lists bigint[]) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
    id bigint;
begin
    for list in select p.* from payroll p where p.payroll_id = any (lists) order by p.payroll_id for update loop
        perform payments.must_prepare(list.commune_code);
        if list.state <> 'approved' then
            raise exception 'List % is not approved.', list.payroll_id
                using errcode = 'AS010', constraint = 'dispatch_of_approved_lists', detail = list.payroll_id::text, hint = 'Have the list approved first.';
        end if;
    end loop;
    create temp table if not exists to_instruct (like payments.instruction) on commit drop;
    truncate to_instruct;
    insert into to_instruct (key, dispatch_id, file_nth, payroll_id, programme, subject_kind, subject_id, payee_id, payee_name, bank, account,
           holder, months, amount, village_id, commune_code, state)
    select 'AS-' || l.payroll_id || '-' || upper(l.subject_kind::text) || l.subject_id, 0, 1, l.payroll_id, l.programme, l.subject_kind, l.subject_id, min(l.payee_id),
           min(y.name), min(l.bank), min(l.account), min(l.holder), array_agg(l.for_month order by l.for_month), sum(l.amount), min(l.village_id), min(l.commune_code), 'drafted'
      from line l
      join registry.face_person y on y.person_id = l.payee_id
     where l.payroll_id = any (lists) and l.channel = of_channel
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id)
       and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from line x join outcome o using (programme, subject_kind, subject_id, for_month, sequence)
            where x.payroll_id = l.payroll_id and x.programme = l.programme and x.subject_kind = l.subject_kind and x.subject_id = l.subject_id and o.outcome <> 'not_sent')
       and not exists (select from resting z where z.cause = 'told_dead' and z.programme = l.programme and z.subject_kind = l.subject_kind and z.subject_id = l.subject_id)
       and not exists (select from held_part h where h.payroll_id = l.payroll_id and h.subject_kind = l.subject_kind and h.subject_id = l.subject_id)
     group by l.payroll_id, l.programme, l.subject_kind, l.subject_id;
    if not found then
        return null;
    end if;
    insert into dispatch (channel, communes, instructions, amount, prepared_by)
    select of_channel, array_agg(distinct t.commune_code), count(*), sum(t.amount), current_setting('role')::name from to_instruct t returning dispatch_id into id;
    update to_instruct set dispatch_id = id;
    insert into instruction select * from to_instruct;
    return id;
end $$;

-- What of approved lists nobody has instructed yet and nothing holds, by list and channel.
create or replace function to_dispatch(of_month date)
returns table (payroll_id bigint, channel text, instructions bigint, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select l.payroll_id, l.channel, count(distinct (l.subject_kind, l.subject_id)), sum(l.amount)::bigint
      from payroll p join line l using (payroll_id)
     where p.state = 'approved' and p.month = of_month and p.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people())
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id)
       and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from resting z where z.cause = 'told_dead' and z.programme = l.programme and z.subject_kind = l.subject_kind and z.subject_id = l.subject_id)
       and not exists (select from held_part h where h.payroll_id = l.payroll_id and h.subject_kind = l.subject_kind and h.subject_id = l.subject_id)
     group by l.payroll_id, l.channel order by l.payroll_id, l.channel
$$;

-- Releases a dispatch: from now on it leaves as it is, and its money is with whoever hands it out. The same transaction must lay its files beside it.
create or replace function release_dispatch(id bigint, per_file integer) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    sent dispatch;
    acting name := current_setting('role')::name;
begin
    select * into sent from dispatch d where d.dispatch_id = id for update;
    perform payments.must(found and sent.communes <@ access.my_communes()::text[], 'list_in_own_area', format('dispatch %s is not in the area of %s', id, acting),
        'Dispatches are released in the area they are of.');
    perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'), 'dispatch_released_by_chair',
        format('%s may not release money', acting), 'A commune chair or a provincial approver releases money.');
    perform payments.must(acting <> sent.prepared_by, 'dispatch_released_by_another', format('%s prepared dispatch %s', acting, id), 'Another officer must release it.');
    perform payments.must(not (payments.needs_third_officer(sent.amount)
            and exists (select from instruction i join payroll p using (payroll_id) where i.dispatch_id = id and acting in (p.prepared_by, p.approved_by))),
        'dispatch_released_by_a_third', format('%s prepared or approved a list of dispatch %s', acting, id), 'An officer who neither prepared nor approved its lists must release it.');
    if sent.state <> 'prepared' then
        raise exception 'Dispatch % was released already.', id
            using errcode = 'AS010', constraint = 'dispatch_released_once', hint = 'Open it: its files lie beside it.';
    end if;
    if exists (select from instruction i join line l using (payroll_id, programme, subject_kind, subject_id) join outcome o
                    on o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id and o.for_month = l.for_month and o.sequence = l.sequence
                where i.dispatch_id = id and l.for_month = any (i.months)) then
        raise exception 'Lines of dispatch % were reported meanwhile.', id
            using errcode = 'AS010', constraint = 'dispatch_overtaken', hint = 'Withdraw it and prepare it again: what was reported is left out.';
    end if;
    update instruction i set state = 'released', file_nth = n.nth
      from (select x.key, dense_rank() over (order by x.part, x.chunk) as nth
               from (select y.key, p.part, (row_number() over (partition by p.part order by y.commune_code, y.payroll_id, y.subject_kind, y.subject_id) - 1) / per_file as chunk
                       from instruction y cross join lateral (select case when sent.channel = 'e_account' then y.bank else '' end as part) p where y.dispatch_id = id) x) n
     where n.key = i.key;
    insert into instruction_event (key, nth, state, happened_on, recorded_by)
    select i.key, 1, 'released', public.house_today(), acting from instruction i where i.dispatch_id = id;
    update dispatch set state = 'released', released_by = acting, released_at = public.house_now(), released_on = public.house_today() where dispatch_id = id;
    perform ledger.face_post(row('dispatch/' || id || '/released/' || c.commune_code, 'dispatch_released', public.house_today(), null, c.commune_code,
                'dispatch', id, null, null)::ledger.face_head,
            array[ledger.face_account('provider', null, c.commune_code, null, null, sent.channel)], array[ledger.face_account('treasury', null, c.commune_code)], array[c.amount])
       from (select i.commune_code, sum(i.amount)::bigint as amount from instruction i where i.dispatch_id = id group by 1 order by 1) c;
end $$;

-- With whoever hands money out: what they have, what of it is on its way to somebody, and what came back to them or was never fetched.
create or replace function with_providers()
returns table (commune_code text, channel text, balance bigint, on_way bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select c.code, h.channel, ledger.face_balance(ledger.face_found('provider', null, c.code, null, null, h.channel)),
           coalesce((select sum(i.amount) from instruction i join dispatch d using (dispatch_id)
                where i.commune_code = c.code and d.channel = h.channel and i.state in ('released', 'sent', 'accepted')), 0)::bigint
      from unnest(access.my_communes()) c(code) cross join (values ('cash'), ('bank_account'), ('post'), ('e_account')) h(channel)
     where access.sees_people()
$$;
