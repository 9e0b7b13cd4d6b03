-- A decision on one complete file: drafted from what the law says at that moment, with its reasons frozen; signed, like any other, by somebody else.
create function draft_on_file(of_file bigint, of_kind text, of_level bigint, of_months smallint, of_provisions text, of_key text, of_cause text, of_signer text,
    waits boolean, of_answer jsonb, of_payee text, of_payee_id integer) returns bigint
language plpgsql set search_path = casework, pg_temp as $$
declare
    drafted bigint;
begin
    insert into decision (programme, kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id, amount, period_months, provisions,
        cause_key, cause, authority, state, unverified, month, determination, pack_hash, known_at, drafted_by)
    select a.programme, of_kind, a.subject_kind, a.subject_id, a.commune_code, coalesce(p.household_id, h.household_id), coalesce(p.village_id, h.village_id),
           of_payee, of_payee_id, of_level, of_months, of_provisions, of_key, of_cause, of_signer, 'draft', waits, date_trunc('month', public.house_today())::date,
           convert_to(of_answer::text, 'UTF8'), of_answer ->> 'pack', (of_answer ->> 'known_at')::bigint, current_user
      from application a
      left join registry.face_person p on a.subject_kind = 'p' and p.person_id = a.subject_id
      left join registry.face_household h on a.subject_kind = 'h' and h.household_id = a.subject_id
     where a.application_id = of_file and a.state = 'complete' and a.decision_id is null and of_kind in ('grant', 'refuse')
       and coalesce(p.commune_code, h.commune_code) = a.commune_code
    returning decision_id into drafted;
    update application set decision_id = drafted where application_id = of_file and drafted is not null;
    return drafted;
end $$;
revoke execute on function draft_on_file(bigint, text, bigint, smallint, text, text, text, text, boolean, jsonb, text, integer) from public;
grant execute on function draft_on_file(bigint, text, bigint, smallint, text, text, text, text, boolean, jsonb, text, integer) to ansinh_officer;
