-- Decisions in force before this system are taken over by a load of the house or, from an office's file, by two officers: one brings the file, another who has the
-- authority accepts it. A single officer could otherwise write themselves a decision that nobody signed.
alter table decision add column signer_name text;

drop function take_over();
drop table arrival;

create function open_arrivals() returns void language plpgsql security definer set search_path = casework, pg_temp as $$
begin
    if to_regclass('pg_temp.arrival') is null then
        create temp table arrival (line integer, subject_kind "char", subject_id integer, programme text, authority text, paper_number text, signed_on date,
            office text, signer_title text, signer_name text, amount bigint, period_months smallint, effective_from date, payee_kind text) on commit delete rows;
        grant insert on arrival to ansinh_officer, ansinh_worker;
    else
        truncate arrival;
    end if;
end $$;

-- What becomes of each line: taken; known, the same decision stands in the book; otherwise, the book says another level or day under that number; elsewhere, it is
-- not of one's area; future, it is not signed yet.
create function judge_arrivals() returns table (line integer, outcome text, there bigint, commune_code text, household_id integer, village_id integer)
language plpgsql stable security definer set search_path = casework, pg_temp set work_mem = '128MB' as $$
#variable_conflict use_column
declare
    whole boolean := access.sees_province();
    area text[] := access.my_communes();
begin
    return query
    with place as (
        select a.*, coalesce(p.commune_code, h.commune_code) as commune_code, coalesce(p.household_id, h.household_id) as household_id,
            coalesce(p.village_id, h.village_id) as village_id,
            row_number() over (partition by a.office, a.paper_number, a.signed_on, a.programme, a.subject_kind, a.subject_id order by a.line) as nth,
            first_value((a.amount, a.effective_from)) over (partition by a.office, a.paper_number, a.signed_on, a.programme, a.subject_kind, a.subject_id
                order by a.line) as said_first
        from arrival a
        left join registry.face_person p on a.subject_kind = 'p' and p.person_id = a.subject_id
        left join registry.face_household h on a.subject_kind = 'h' and h.household_id = a.subject_id
    )
    select a.line,
        case when a.commune_code is null or not (whole or a.commune_code = any (area)) then 'elsewhere'
            when a.signed_on > public.house_today() then 'future'
            when d.decision_id is not null then case when (d.amount, d.effective_from) = (a.amount, a.effective_from) then 'known' else 'otherwise' end
            when a.nth > 1 then case when a.said_first = (a.amount, a.effective_from) then 'known' else 'otherwise' end
            else 'taken' end,
        d.decision_id, a.commune_code, a.household_id, a.village_id
    from place a
    left join decision d on d.taken_over and d.office = a.office and d.paper_number = a.paper_number and d.signed_on = a.signed_on
        and d.programme = a.programme and d.subject_kind = a.subject_kind and d.subject_id = a.subject_id;
end $$;

-- Takes over what is new. A decision on somebody who has one already, with no end between them, adjusts it.
create function take_over(brought_by name) returns table (line integer, outcome text, decision_id bigint)
language plpgsql security definer set search_path = casework, pg_temp set work_mem = '128MB' as $$
#variable_conflict use_column
declare
    acting name := access.my_role();
begin
    if acting <> 'ansinh_worker' then
        if not (access.has_role('commune_chair') or access.has_role('provincial_approver')) then
            raise insufficient_privilege using constraint = 'taken_over_by_authority',
                message = format('%s may not take over decisions.', acting), hint = 'A commune chair or a provincial approver accepts the file.';
        end if;
        if brought_by is not distinct from acting then
            raise insufficient_privilege using constraint = 'taken_over_by_two',
                message = format('%s brought these decisions and may not accept them.', acting), hint = 'Another officer accepts the file.';
        end if;
    end if;
    return query
    with judged as materialized (
        select a.*, j.outcome, j.there, j.commune_code, j.household_id, j.village_id,
            row_number() over (partition by j.outcome, a.programme, a.subject_kind, a.subject_id order by a.effective_from, a.line) as nth
        from judge_arrivals() j join arrival a on a.line = j.line
    ), now_taken as (
        insert into decision (programme, kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id, amount, period_months,
            effective_from, cause_key, cause, authority, state, drafted_by, signed_on, signed_at, taken_over, paper_number, office, signer_title, signer_name)
        select j.programme, case when before_it.kind in ('grant', 'adjust') or j.nth > 1 then 'adjust' else 'grant' end,
            j.subject_kind, j.subject_id, j.commune_code, j.household_id, j.village_id, j.payee_kind, case j.subject_kind when 'p' then j.subject_id end, j.amount,
            j.period_months, j.effective_from, 'taken_over', 'Tiếp nhận quyết định đang có hiệu lực', j.authority, 'signed',
            coalesce(brought_by, acting), j.signed_on, now(), true, j.paper_number, j.office, j.signer_title, j.signer_name
        from judged j
        left join lateral (select d.kind from decision d where d.programme = j.programme and d.subject_kind = j.subject_kind and d.subject_id = j.subject_id
            and d.state = 'signed' and d.kind <> 'refuse' and d.effective_from <= j.effective_from
            order by d.effective_from desc, d.decision_id desc limit 1) before_it on true
        where j.outcome = 'taken'
        order by j.signed_on, j.subject_id
        returning decision.decision_id, office, paper_number, signed_on, programme, subject_kind, subject_id
    )
    select j.line, j.outcome, coalesce(n.decision_id, j.there)
    from judged j
    left join now_taken n on j.outcome = 'taken' and (n.office, n.paper_number, n.signed_on, n.programme, n.subject_kind, n.subject_id)
        = (j.office, j.paper_number, j.signed_on, j.programme, j.subject_kind, j.subject_id)
    order by j.line;
end $$;

revoke execute on function open_arrivals(), judge_arrivals(), take_over(name) from public;
grant execute on function open_arrivals(), judge_arrivals(), take_over(name) to ansinh_officer, ansinh_worker;

-- The view takes in the new column.
drop view face_decision;
create view face_decision with (security_invoker = true) as
select d.*, case when taken_over then paper_number when book_number is not null then book_number || '/' || book_year || '/QĐ-UBND' end as number
from decision d;
grant select on face_decision to ansinh_officer, ansinh_worker, ansinh_determiner;
