-- Payees that an earlier register states are taken over like the decisions they belong to: by a load of the house, or by two officers.
create policy own_area on payee for select to ansinh_officer using (
    case subject_kind when 'p' then exists (select from registry.face_person p where p.person_id = subject_id)
        else exists (select from registry.face_household h where h.household_id = subject_id) end);
grant select on payee to ansinh_officer;

create view face_payee with (security_invoker = true) as
select programme, subject_kind, subject_id, payee_id, channel, bank, account, days, source from payee;
grant select on face_payee to ansinh_officer, ansinh_worker, ansinh_determiner;

create function open_arrivals() returns void language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if to_regclass('pg_temp.arrived_payee') is null then
        create temp table arrived_payee (line integer, programme text, subject_kind text, subject_id integer, payee_id integer, channel text, bank text,
            account text, from_day date, until date, source text) on commit delete rows;
        grant insert on arrived_payee to ansinh_officer, ansinh_worker;
    else
        truncate arrived_payee;
    end if;
end $$;

-- What becomes of each line: taken; known, it stands already; otherwise, somebody else or another way is stated for some of these days; elsewhere, it is about
-- somebody outside one's area.
create function judge_arrivals() returns table (line integer, outcome text)
language plpgsql stable security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    whole boolean := access.sees_province();
    area text[] := access.my_communes();
begin
    return query
    with stated as (
        select y.programme, y.subject_kind, y.subject_id, y.payee_id, y.channel, y.account, y.days, 0 as line from payee y
        where exists (select from arrived_payee a where (a.programme, a.subject_kind, a.subject_id) = (y.programme, y.subject_kind, y.subject_id))
        union all
        select a.programme, a.subject_kind, a.subject_id, a.payee_id, a.channel, a.account, daterange(a.from_day, a.until), a.line from arrived_payee a
    ), before_it as (
        select a.line, count(*) > 0 as any_there, bool_or(e.days @> daterange(a.from_day, a.until) and e.payee_id = a.payee_id and e.channel = a.channel
                and e.account is not distinct from a.account) as same
        from arrived_payee a join stated e on (e.programme, e.subject_kind, e.subject_id) = (a.programme, a.subject_kind, a.subject_id)
            and e.line < a.line and e.days && daterange(a.from_day, a.until)
        group by a.line
    )
    select a.line,
        case when coalesce(p.commune_code, h.commune_code) is null or not (whole or coalesce(p.commune_code, h.commune_code) = any (area)) then 'elsewhere'
            when b.same then 'known' when b.any_there then 'otherwise' else 'taken' end
    from arrived_payee a
    left join before_it b on b.line = a.line
    left join registry.face_person p on a.subject_kind = 'p' and p.person_id = a.subject_id
    left join registry.face_household h on a.subject_kind = 'h' and h.household_id = a.subject_id;
end $$;

create function take_over(brought_by name) returns table (line integer, outcome text)
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    acting name := access.my_role();
begin
    if acting <> 'ansinh_worker' then
        perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'), 'taken_over_by_authority',
            format('%s may not take over payees', acting), 'A commune chair or a provincial approver accepts the file.');
        perform payments.must(brought_by is distinct from acting, 'taken_over_by_two',
            format('%s brought these payees and may not accept them', acting), 'Another officer accepts the file.');
    end if;
    return query
    with judged as materialized (select j.line, j.outcome from judge_arrivals() j), now_taken as (
        insert into payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, days, source)
        select a.programme, a.subject_kind, a.subject_id, a.payee_id, a.channel, a.bank, a.account, daterange(a.from_day, a.until), a.source
        from arrived_payee a join judged j on j.line = a.line where j.outcome = 'taken'
        returning 1
    )
    select j.line, j.outcome from judged j order by j.line;
end $$;
revoke execute on function open_arrivals(), judge_arrivals(), take_over(name) from public;
grant execute on function open_arrivals(), judge_arrivals(), take_over(name) to ansinh_officer, ansinh_worker;
