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
    insert into to_instruct (key, dispatch_id, file_nth, payroll_id, programme, subject_kind, subject_id, payee_id, payee_name, bank, account, months, amount, village_id, commune_code, state)
    select 'AS-' || l.payroll_id || '-' || upper(l.subject_kind::text) || l.subject_id, 0, 1, l.payroll_id, l.programme, l.subject_kind, l.subject_id, min(l.payee_id),
           min(y.name), min(l.bank), min(l.account), array_agg(l.for_month order by l.for_month), sum(l.amount), min(l.village_id), min(l.commune_code), 'drafted'
      from line l
      join registry.face_person y on y.person_id = l.payee_id
     where l.payroll_id = any (lists) and l.channel = of_channel
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id)
       and not exists (select from line x join outcome o using (programme, subject_kind, subject_id, for_month, sequence)
            where x.payroll_id = l.payroll_id and x.programme = l.programme and x.subject_kind = l.subject_kind and x.subject_id = l.subject_id)
       and not exists (select from resting z where z.cause = 'told_dead' and z.programme = l.programme and z.subject_kind = l.subject_kind and z.subject_id = l.subject_id)
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
create or replace function to_dispatch(of_month date) returns table (payroll_id bigint, channel text, instructions bigint, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select l.payroll_id, l.channel, count(distinct (l.subject_kind, l.subject_id)), sum(l.amount)::bigint
      from payroll p join line l using (payroll_id)
     where p.state = 'approved' and p.month = of_month and p.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people())
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id)
       and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from resting z where z.cause = 'told_dead' and z.programme = l.programme and z.subject_kind = l.subject_kind and z.subject_id = l.subject_id)
     group by l.payroll_id, l.channel order by l.payroll_id, l.channel
$$;

create function nobody_sent_is_told_dead() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    held bigint;
begin
    select count(*) into held from instruction i
      join resting z on z.cause = 'told_dead' and z.programme = i.programme and z.subject_kind = i.subject_kind and z.subject_id = i.subject_id
     where i.dispatch_id = new.dispatch_id;
    if held > 0 then
        raise exception 'Since dispatch % was prepared, the death of % people in it was told.', new.dispatch_id, held
            using errcode = 'AS010', constraint = 'dispatch_has_told_dead', detail = held::text, hint = 'Withdraw it and prepare it again: their money waits until it is found out.';
    end if;
    return null;
end $$;
create trigger nobody_sent_is_told_dead after update on dispatch for each row when (old.state = 'prepared' and new.state = 'released') execute function nobody_sent_is_told_dead();
revoke all on function nobody_sent_is_told_dead() from public;
