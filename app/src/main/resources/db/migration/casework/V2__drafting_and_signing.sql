-- Many decisions at once, as sets. All of it runs as the officer who asks: policies and triggers hold as for a single row.

-- What the law said of one subject for one month, in a form that is the same whenever it is asked with the same knowledge and the same pack.
create function determination_bytes(o determination.face_outcome, known bigint, pack text) returns bytea language sql stable as $$
    select convert_to(jsonb_build_object('semantics', 1, 'month', o.month, 'programme', o.programme, 'subject_kind', o.subject_kind::text,
        'subject', o.subject_id, 'answer', o.answer::text, 'amount', o.amount, 'floor', o.floor, 'if_signed', o.if_signed, 'provisions', o.provisions,
        'missing', o.missing, 'unverified', o.unverified, 'payee_kind', o.payee_kind, 'known_at', known, 'pack', pack)::text, 'UTF8')
$$;

-- Who is entitled and has no decision: what the newest run found, less what was drafted or signed since. A draft on law that was unverified counts as none once
-- the law it rests on was released.
create view face_waiting with (security_invoker = true) as
select o.month, o.run_id, o.programme, o.subject_kind, o.subject_id, o.answer, o.amount, o.floor, o.if_signed, o.provisions, o.missing, o.unverified,
    o.payee_kind, o.payee_id, o.household_id, o.village_id, o.commune_code
from determination.face_outcome o
where not o.decided and (o.answer = 'm' or o.floor > 0) and o.if_signed > 0 and o.payee_kind <> 'insurer'
  and not exists (select from casework.decision d where d.state = 'signed' and d.programme = o.programme and d.subject_kind = o.subject_kind
        and d.subject_id = o.subject_id and d.kind <> 'stop')
  and not exists (select from casework.decision d where d.state = 'draft' and d.programme = o.programme and d.subject_kind = o.subject_kind
        and d.subject_id = o.subject_id and d.kind <> 'stop' and (o.unverified or not d.unverified));

create function draft_waiting(of_month date, of_programme text, of_commune text, of_provisions text, subjects int[], months smallint, signer text,
    because text) returns bigint
language plpgsql set search_path = casework, pg_temp as $$
declare
    drafted bigint;
begin
    insert into decision (programme, kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id, amount, period_months,
        provisions, cause_key, cause, authority, state, unverified, month, determination, pack_hash, known_at, drafted_by)
    select o.programme, 'grant', o.subject_kind, o.subject_id, o.commune_code, o.household_id, o.village_id, o.payee_kind, o.payee_id,
        greatest(o.amount, o.floor), draft_waiting.months, o.provisions, 'grant:' || o.provisions, draft_waiting.because, draft_waiting.signer, 'draft',
        o.unverified, o.month, determination_bytes(o, r.known_at, r.pack_hash), r.pack_hash, r.known_at, current_user
    from determination.face_outcome o
    join determination.face_latest_run r on r.run_id = o.run_id
    where o.month = of_month and o.programme = of_programme and o.commune_code = of_commune
      and (of_provisions is null or o.provisions = of_provisions) and (subjects is null or o.subject_id = any (subjects))
      and exists (select from face_waiting w where w.run_id = o.run_id and w.programme = o.programme and w.subject_kind = o.subject_kind
            and w.subject_id = o.subject_id)
    on conflict (programme, subject_kind, subject_id) where state = 'draft' do update set amount = excluded.amount, provisions = excluded.provisions,
        cause_key = excluded.cause_key, cause = excluded.cause, authority = excluded.authority, unverified = excluded.unverified, month = excluded.month,
        determination = excluded.determination, pack_hash = excluded.pack_hash, known_at = excluded.known_at
    where decision.unverified and not excluded.unverified;
    get diagnostics drafted = row_count;
    return drafted;
end $$;

-- A decision that changes or ends another: drafted for one subject, with the reason in words.
create function draft_change(of_kind text, of_decision bigint, new_amount bigint, from_day date, because text) returns bigint
language sql set search_path = casework, pg_temp as $$
    insert into decision (programme, kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id, amount, period_months,
        provisions, effective_from, cause_key, cause, authority, state, month, pack_hash, known_at, drafted_by)
    select programme, of_kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id,
        case when of_kind = 'stop' then 0 else new_amount end, period_months, provisions, from_day, of_kind || ':' || because, because,
        case when authority = 'district_chair' then 'commune_chair' else authority end, 'draft', month, pack_hash, known_at, current_user
    from decision where decision_id = of_decision and state = 'signed' and of_kind in ('adjust', 'stop')
    returning decision_id
$$;

-- Signs what may be signed of a list, and tells what was left: own drafts and drafts on unverified law.
create function sign(ids bigint[]) returns table (done bigint[], own bigint, unverified bigint)
language plpgsql set search_path = casework, pg_temp as $$
begin
    select count(*) filter (where d.drafted_by = current_user), count(*) filter (where d.drafted_by <> current_user and d.unverified)
      into own, unverified from decision d where d.decision_id = any (ids) and d.state = 'draft';
    with now_signed as (
        update decision d set state = 'signed'
         where d.decision_id in (select l.decision_id from decision l where l.decision_id = any (ids) and l.state = 'draft' and l.drafted_by <> current_user
                and not l.unverified order by l.decision_id for update)
        returning d.decision_id)
    select coalesce(array_agg(n.decision_id order by n.decision_id), '{}') into done from now_signed n;
    return next;
end $$;

-- Decisions in force when this system takes over. Copied in without policies by a load, then checked and posted as one set.
create table arrival (
    subject_kind   "char" not null,
    subject_id     integer not null,
    programme      text not null,
    authority      text not null,
    paper_number   text not null,
    signed_on      date not null,
    office         text not null,
    signer_title   text not null,
    amount         bigint not null,
    period_months  smallint not null,
    effective_from date not null,
    payee_kind     text not null,
    payee_id       integer
);
grant select, insert, truncate on arrival to ansinh_worker;

create function take_over() returns bigint[] language plpgsql set search_path = casework, pg_temp set work_mem = '128MB' as $$
declare
    taken bigint[];
begin
    with now_taken as (
        insert into decision (programme, kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id, amount, period_months,
            effective_from, cause_key, cause, authority, state, drafted_by, signed_on, signed_at, taken_over, paper_number, office, signer_title)
        select a.programme, 'grant', a.subject_kind, a.subject_id, coalesce(p.commune_code, h.commune_code), coalesce(p.household_id, h.household_id),
            coalesce(p.village_id, h.village_id), a.payee_kind, a.payee_id, a.amount, a.period_months, a.effective_from, 'taken_over',
            'Tiếp nhận quyết định đang có hiệu lực', a.authority, 'signed', current_user, a.signed_on, now(), true, a.paper_number, a.office, a.signer_title
        from arrival a
        left join registry.face_person p on a.subject_kind = 'p' and p.person_id = a.subject_id
        left join registry.face_household h on a.subject_kind = 'h' and h.household_id = a.subject_id
        where coalesce(p.commune_code, h.commune_code) is not null and a.signed_on <= public.house_today()
        order by a.signed_on, a.subject_id
        on conflict (office, paper_number, signed_on, programme, subject_kind, subject_id) where taken_over do nothing
        returning decision_id)
    select coalesce(array_agg(n.decision_id order by n.decision_id), '{}') into taken from now_taken n;
    return taken;
end $$;

revoke execute on all functions in schema casework from public;
grant execute on function determination_bytes(determination.face_outcome, bigint, text), draft_waiting(date, text, text, text, int[], smallint, text, text),
    draft_change(text, bigint, bigint, date, text), sign(bigint[]), next_number(text, smallint) to ansinh_officer;
grant execute on function take_over() to ansinh_worker;
grant select on face_waiting to ansinh_officer, ansinh_worker, ansinh_determiner;
