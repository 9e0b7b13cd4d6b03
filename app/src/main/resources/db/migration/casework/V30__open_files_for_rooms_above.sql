-- Whose files are open, for rooms above, under the policies of whoever asks.
create view face_open_application with (security_invoker = true) as
select application_id, programme, subject_kind, subject_id, commune_code from application where state in ('waiting_signature', 'received', 'incomplete', 'complete');
grant select on face_open_application to ansinh_officer, ansinh_worker;
