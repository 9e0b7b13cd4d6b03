-- Working days that a decision of the Prime Minister or the province moved after the table of holidays was made. Nothing is changed or deleted: what was
-- entered last for a day holds, and 'as_before' takes back what stood there.
create table office_day (
    number     bigint      generated always as identity primary key,
    day        date        not null,
    kind       text        not null check (kind in ('worked', 'off', 'as_before')),
    document   text        not null check (length(btrim(document)) between 3 and 200),
    entered_by name        not null default current_setting('role'),
    entered_at timestamptz not null default clock_timestamp()
);
create index office_day_idx on office_day (day, number desc);
create trigger office_day_is_append_only before update or delete on office_day for each row execute function refuse_change();
create trigger office_day_is_never_emptied before truncate on office_day for each statement execute function refuse_change();
grant select on office_day to ansinh_officer, ansinh_worker, ansinh_determiner;

alter table audit_entry drop constraint audit_act_is_known;
alter table audit_entry add constraint audit_act_is_known check (act in (
    'open_person', 'api_person', 'print_person', 'search', 'export', 'other_commune', 'sign_in', 'sign_in_refused',
    'open_officer', 'close_officer', 'give', 'end', 'set_password', 'set_code', 'reset_code', 'inspect_audit', 'erase', 'swap_day'));

-- The one way in: for administrators, with its entry in the audit.
create function swap_day(swapped date, becomes text, by_document text) returns void
    language plpgsql security definer set search_path = access, pg_temp as
$$
declare
    until_now text;
begin
    perform must_administer();
    select kind into until_now from office_day where day = swapped order by number desc limit 1;
    if coalesce(until_now, 'as_before') = becomes then
        raise check_violation using constraint = 'day_stands_so_already', message = format('%s stands so already', swapped);
    end if;
    insert into office_day (day, kind, document) values (swapped, becomes, btrim(by_document));
    insert into audit_entry (act, words) values ('swap_day', becomes || ' ' || swapped || ' ' || btrim(by_document));
end
$$;
revoke execute on function swap_day(date, text, text) from public;
grant execute on function swap_day(date, text, text) to ansinh_officer;

-- What holds of each day, with who entered it.
create view face_office_day as
select distinct on (day) day, kind, document, entered_by, entered_at from office_day order by day, number desc;
grant select on face_office_day to ansinh_officer, ansinh_worker, ansinh_determiner;
