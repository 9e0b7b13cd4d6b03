-- What an officer reads and writes follows from area, role and purpose together. Who works with people there (commune officer, chair, approver) sees what the law gives
-- and why, and the sensitive facts of their purposes. Who pays sees who is paid and how much. An inspector reads everything and writes nothing. Who makes statistics sees
-- counts, and nobody's name.
alter table officer_role drop constraint officer_role_role_check;
alter table officer_role add constraint officer_role_is_known check (role in ('commune_officer', 'commune_chair', 'provincial_approver', 'paying_officer', 'inspector',
    'jurist', 'statistician', 'administrator'));

create function reads_everything() returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return current_setting('role') in ('ansinh_worker', 'ansinh_determiner') or access.has_role('inspector');

-- A programme whose name gives a hidden fact away is a purpose of its own, and names of programmes carry years.
alter table officer_purpose drop constraint officer_purpose_purpose_check;
alter table officer_purpose add constraint officer_purpose_is_a_word check (purpose ~ '^[a-z][a-z0-9_]*$');

-- What the law gives somebody, and why; decisions with their causes.
create function sees_reasons() returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return current_setting('role') in ('ansinh_worker', 'ansinh_determiner')
        or access.has_one_of('inspector', 'commune_officer', 'commune_chair', 'provincial_approver');

-- Who somebody is and where they live.
create function sees_people() returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return current_setting('role') in ('ansinh_worker', 'ansinh_determiner')
        or access.has_one_of('inspector', 'commune_officer', 'commune_chair', 'provincial_approver', 'paying_officer');

create function may_write() returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return not access.has_role('inspector');

revoke execute on function reads_everything(), sees_reasons(), sees_people(), may_write() from public;
grant execute on function reads_everything(), sees_reasons(), sees_people(), may_write() to ansinh_officer, ansinh_worker, ansinh_determiner;
