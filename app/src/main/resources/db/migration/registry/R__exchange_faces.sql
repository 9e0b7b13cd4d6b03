-- How files call our people and households, and the numbers of cards before 2021: what an export needs besides the other views.
create or replace view registry.face_known_as with (security_invoker = true) as
    select subject_kind, source, key, subject_id from registry.known_as;

create or replace view registry.face_old_numbers with (security_invoker = true) as
    select id as person_id, old_numbers from registry.person where same_as is null;

grant select on registry.face_known_as, registry.face_old_numbers to ansinh_officer, ansinh_worker, ansinh_determiner;
