-- The level that decisions signed by a day gave for a month: what an office that had paid through that day went by.
create function face_level_known(of_programme text, kind "char", id integer, of_month date, known_by date) returns bigint
language sql stable set search_path = casework, pg_temp as $$
    select q.amount
    from (select d.amount, d.effective_from, d.decision_id, row_number() over (order by d.effective_from, d.decision_id) as nth,
              case when d.kind = 'stop' then date_trunc('month', d.effective_from - 1) + interval '1 month'
                   else date_trunc('month', d.effective_from) end::date as reach
            from decision d
           where d.state = 'signed' and d.kind <> 'refuse' and d.programme = of_programme and d.subject_kind = face_level_known.kind
             and d.subject_id = face_level_known.id and d.signed_on <= face_level_known.known_by) q
    where q.nth = 1 or q.reach <= of_month
    order by q.effective_from desc, q.decision_id desc limit 1
$$;
grant execute on function face_level_known(text, "char", integer, date, date) to ansinh_officer, ansinh_worker, ansinh_determiner;

-- Who may get a decision and has none. Where the law gives a right, whoever is here has missed it; elsewhere it is a possibility (a quota, a budget, a discretion).
-- What is approved as one list never waits here: the pack says which programmes these are. Signed and drafted are asked one by one: each has an index of its own.
create or replace view face_waiting with (security_invoker = true) as
select o.month, o.run_id, o.programme, o.subject_kind, o.subject_id, o.answer, o.amount, o.floor, o.if_signed, o.provisions, o.missing, o.unverified,
    o.payee_kind, o.payee_id, o.household_id, o.village_id, o.commune_code, t.kind = 'right' as is_right
from determination.face_outcome o
join determination.face_programme t on t.programme = o.programme
-- asked as a list of programmes, so that the index leads past the hundreds of thousands whom a list covers
where o.programme = any (array(select p.programme from determination.face_programme p where p.decided = 'individually'))
  and not o.decided and (o.answer = 'm' or o.floor > 0) and o.if_signed > 0
  and not exists (select from casework.decision d where d.state = 'signed' and d.programme = o.programme and d.subject_kind = o.subject_kind
        and d.subject_id = o.subject_id and d.kind <> 'stop')
  and not exists (select from casework.decision d where d.state = 'draft' and d.programme = o.programme and d.subject_kind = o.subject_kind
        and d.subject_id = o.subject_id and d.kind <> 'stop' and (o.unverified or not d.unverified));
