-- Whose role came to its last day: whoever inspects comes for a time, and a page that was open over midnight must not stay open.
create view face_ended_role as
select r.officer_id, r.role, upper(r.days) - 1 as last_day from officer_role r where not upper_inf(r.days);
grant select on face_ended_role to ansinh_worker;

alter table audit_entry drop constraint audit_act_is_known;
alter table audit_entry add constraint audit_act_is_known check (act in (
    'open_person', 'api_person', 'print_person', 'search', 'export', 'other_commune', 'sign_in', 'sign_in_refused',
    'open_officer', 'close_officer', 'give', 'end', 'set_password', 'set_code', 'reset_code', 'inspect_audit', 'erase', 'swap_day', 'check_receipt'));

-- Somebody with a paper asked whether its payment is real. Called by functions of rooms above, in the transaction that answers; whose payment it was where there is one.
create function face_receipt_checked(person integer, says text) returns void
    language sql security definer set search_path = access, pg_temp
begin atomic
    insert into audit_entry (act, person_id, words) values ('check_receipt', person, says);
end;
revoke execute on function face_receipt_checked(integer, text) from public;
