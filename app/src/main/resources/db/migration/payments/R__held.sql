-- Told by the register of whoever died, or moved, or did not after all. What has left cannot be called back. Held is what they have themselves, what they receive for others, and what
-- is their household's: the law is asked again before it leaves, and that costs nobody a day.
create or replace function hold_parts(people integer[]) returns void
language sql security definer set search_path = payments, pg_temp as $$
    insert into held_part (payroll_id, subject_kind, subject_id, commune_code)
    select distinct l.payroll_id, l.subject_kind, l.subject_id, l.commune_code
      from (select d.programme, d.subject_kind, d.subject_id from casework.face_decision d where d.subject_kind = 'p' and d.subject_id = any (people) and d.state = 'signed'
            union
            select y.programme, y.subject_kind::"char", y.subject_id from payee y where y.payee_id = any (people)
            union
            select d.programme, d.subject_kind, d.subject_id
              from registry.face_membership m join casework.face_decision d on d.subject_kind = 'h' and d.subject_id = m.household_id and d.state = 'signed'
             where m.person_id = any (people)) w
      join line l on l.programme = w.programme and l.subject_kind = w.subject_kind and l.subject_id = w.subject_id
      join payroll p on p.payroll_id = l.payroll_id and p.state = 'approved'
     where not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
            and o.for_month = l.for_month and o.sequence = l.sequence)
       and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id and i.state <> 'drafted')
    on conflict (payroll_id, subject_kind, subject_id) do update set since = excluded.since
$$;

-- What the law gives somebody of a commune in all for what falls due in a month, by the newest answer through a month; nothing where nobody asked.
create or replace function law_owes(of_programme text, of_commune text, kind "char", subject integer, of_due date, of_through date) returns bigint
language sql stable security definer set search_path = payments, pg_temp as $$
    select case when count(a.account_id) > 0 then coalesce(sum(m.amount), 0)::bigint end
      from determination.face_account a
      left join lateral (
          select o.amount from determination.face_owed o
           cross join generate_series(o.first_month, o.last_month, interval '1 month') g
           where o.account_id = a.account_id and o.commune_code = of_commune and o.programme = of_programme and o.through = of_through
             and o.subject_kind = kind and o.subject_id = subject
             and (g::date + make_interval(months => o.due_after[extract(month from g)::int]))::date = of_due) m on true
     where a.commune_code = of_commune and a.programme = of_programme and a.through = of_through
$$;

-- Settles a held part, once what its commune owes was worked out anew: the answer is how many lines are not sent. Where whoever was to receive for another is dead none is sent:
-- the list was signed for their hands, and the next one carries the months to whoever receives now. As whoever prepares and releases does it takes the list first.
create or replace function settle_part(of_list bigint, kind "char", subject integer, on_paper text) returns integer
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    list payments.payroll;
    home text;
    found_lines integer := 0;
    number integer;
begin
    select * into list from payroll p where p.payroll_id = of_list for update;
    perform d.dispatch_id from dispatch d join instruction i using (dispatch_id)
      where i.payroll_id = of_list and i.subject_kind = kind and i.subject_id = subject for update of d;
    if not exists (select from held_part h where h.payroll_id = of_list and h.subject_kind = kind and h.subject_id = subject) then
        return 0;
    end if;
    if kind = 'p' then
        select p.commune_code into home from registry.face_person p where p.person_id = subject;
    else
        select h.commune_code into home from registry.face_household h where h.household_id = subject;
    end if;
    home := coalesce(home, list.commune_code);
    if payments.law_owes(list.programme, home, kind, subject, list.month, list.month) is null then
        return 0;       -- nobody knows yet: it stays held
    end if;
    if not exists (select from instruction i where i.payroll_id = of_list and i.subject_kind = kind and i.subject_id = subject and i.state <> 'drafted') then
        create temp table if not exists line_not_sent (like payments.outcome) on commit drop;
        truncate line_not_sent;
        select coalesce(max(r.nth), 0) + 1 into number from report r where r.payroll_id = of_list;
        insert into line_not_sent
        select l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, 0, 'not_sent', of_list, number
          from line l
         where l.payroll_id = of_list and l.programme = list.programme and l.subject_kind = kind and l.subject_id = subject
           and not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
                and o.for_month = l.for_month and o.sequence = l.sequence)
           and (not (kind = 'p' and l.payee_id = subject) and exists (select from registry.face_person y where y.person_id = l.payee_id and y.died_on is not null)
                or payments.law_owes(list.programme, home, kind, subject, l.for_month, list.month)
                   < (select sum(x.amount) from held_line x where x.programme = l.programme and x.subject_kind = kind and x.subject_id = subject and x.for_month = l.for_month));
        get diagnostics found_lines = row_count;
        if found_lines > 0 then
            insert into report (payroll_id, nth, outcome, happened_on, document, lines, amount, reported_by)
            select of_list, number, 'not_sent', public.house_today(), on_paper, count(*), sum(l.amount), current_setting('role')::name
              from line_not_sent n join line l using (programme, subject_kind, subject_id, for_month, sequence);
            insert into outcome select * from line_not_sent;
        end if;
    end if;
    delete from held_part h where h.payroll_id = of_list and h.subject_kind = kind and h.subject_id = subject;
    return found_lines;
end $$;

-- Money that was approved and is not sent, or not yet: of a list, or of what waits to be sent with a dispatch.
create or replace function kept(lists bigint[])
returns table (payroll_id bigint, subject_kind "char", subject_id integer, name text, for_month date, amount bigint, cause text, document text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with mine as (
        select p.payroll_id from payroll p where p.payroll_id = any (lists) and p.state = 'approved' and p.commune_code = any ((select access.my_communes())::text[])
           and (select access.sees_people())
    ), kept_line as (
        select l.payroll_id, l.subject_kind, l.subject_id, l.for_month, l.amount, 'not_sent' as cause, r.document
          from mine m join report r using (payroll_id) join outcome o on o.payroll_id = r.payroll_id and o.report = r.nth
          join line l using (programme, subject_kind, subject_id, for_month, sequence)
         where r.outcome = 'not_sent'
        union all
        select l.payroll_id, l.subject_kind, l.subject_id, l.for_month, l.amount, w.cause, ''
          from mine m
          cross join lateral (
              select h.subject_kind, h.subject_id, 'held' as cause from held_part h where h.payroll_id = m.payroll_id
              union
              select x.subject_kind, x.subject_id, 'told_dead' from line x join resting z on z.cause = 'told_dead' and z.programme = x.programme
                   and z.subject_kind = x.subject_kind and z.subject_id = x.subject_id where x.payroll_id = m.payroll_id) w
          join line l on l.payroll_id = m.payroll_id and l.subject_kind = w.subject_kind and l.subject_id = w.subject_id
         where not exists (select from outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
                and o.for_month = l.for_month and o.sequence = l.sequence)
           and not exists (select from instruction i where i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id and i.state <> 'drafted')
    )
    select k.payroll_id, k.subject_kind, k.subject_id, b.name, k.for_month, k.amount, k.cause, k.document
      from kept_line k
      left join registry.face_household h on k.subject_kind = 'h' and h.household_id = k.subject_id
      left join registry.face_person b on b.person_id = case k.subject_kind when 'p' then k.subject_id else h.head_id end
     order by b.name, k.subject_kind, k.subject_id, k.for_month
$$;

-- Nobody leaves with a dispatch whose part of a list was held after it was prepared.
create or replace function nobody_sent_is_held() returns trigger
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    held bigint;
begin
    select count(*) into held from instruction i join held_part h on h.payroll_id = i.payroll_id and h.subject_kind = i.subject_kind and h.subject_id = i.subject_id
     where i.dispatch_id = new.dispatch_id;
    if held > 0 then
        raise exception 'Since dispatch % was prepared, % people in it were recorded dead or moved.', new.dispatch_id, held
            using errcode = 'AS010', constraint = 'dispatch_has_gone', detail = held::text, hint = 'Withdraw it and prepare it again: what is not owed any more is left out.';
    end if;
    return null;
end $$;

revoke all on function law_owes(text, text, "char", integer, date, date), settle_part(bigint, "char", integer, text), kept(bigint[]) from public;
grant execute on function settle_part(bigint, "char", integer, text) to ansinh_worker;
grant execute on function kept(bigint[]) to ansinh_officer;
