-- Whoever a signed decision gives something is somebody whom a paying officer has to know.
create function tell_who_is_paid() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
    perform registry.face_paid(
        array(select d.subject_id from fresh d where d.state = 'signed' and d.kind <> 'refuse' and d.subject_kind = 'p'
              union select d.payee_id from fresh d where d.state = 'signed' and d.kind <> 'refuse' and d.payee_id is not null),
        array(select distinct d.subject_id from fresh d where d.state = 'signed' and d.kind <> 'refuse' and d.subject_kind = 'h'));
    return null;
end $$;
create trigger decision_tells_who_is_paid after insert on decision referencing new table as fresh for each statement execute function tell_who_is_paid();
create trigger signature_tells_who_is_paid after update on decision referencing new table as fresh for each statement execute function tell_who_is_paid();

select registry.face_paid(
        array(select d.subject_id from decision d where d.state = 'signed' and d.kind <> 'refuse' and d.subject_kind = 'p'
              union select d.payee_id from decision d where d.state = 'signed' and d.kind <> 'refuse' and d.payee_id is not null),
        array(select distinct d.subject_id from decision d where d.state = 'signed' and d.kind <> 'refuse' and d.subject_kind = 'h'));
