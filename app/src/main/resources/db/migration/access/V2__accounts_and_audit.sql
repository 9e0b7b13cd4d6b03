-- How officers prove who they are. Only the doorkeeper and the worker touch this.
create table account (
    officer_id    integer primary key references officer,
    password_hash text        not null,
    must_change   boolean     not null default true,
    failures      integer     not null default 0,
    locked_until  timestamptz,
    changed_at    timestamptz not null,
    signed_in_at  timestamptz
);
grant select, update (failures, locked_until, signed_in_at) on account to ansinh_doorkeeper;
grant select, insert, update on account to ansinh_worker;
grant select on officer, officer_role, officer_area to ansinh_doorkeeper;
create policy door on officer for select to ansinh_doorkeeper using (true);
create policy door on officer_role for select to ansinh_doorkeeper using (true);
create policy door on officer_area for select to ansinh_doorkeeper using (true);
grant execute on function my_role() to ansinh_doorkeeper;

-- What was read, by whom, for what. Written by the officer's own role, never changed by anybody.
create table audit_entry (
    entry_id   bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    officer    name        not null default current_setting('role'),   -- a column nobody is granted to write
    act        text        not null check (act in ('open_person', 'api_person', 'print_person', 'search', 'export', 'other_commune', 'sign_in', 'sign_in_refused')),
    person_id  integer,
    words      text,
    shown      integer[],
    rows_count bigint,
    digest     text,
    check (act not in ('open_person', 'api_person', 'print_person', 'other_commune') or person_id is not null),
    check (act <> 'search' or (words is not null and shown is not null)),
    check (act <> 'export' or (words is not null and rows_count is not null and digest is not null))
);
create index audit_entry_person_idx on audit_entry (person_id, entry_id) where person_id is not null;
create index audit_entry_officer_idx on audit_entry (officer, entry_id);
grant insert (act, person_id, words, shown, rows_count, digest) on audit_entry to ansinh_officer, ansinh_worker, ansinh_doorkeeper;
grant select on audit_entry to ansinh_officer;
alter table audit_entry enable row level security;
create policy writing on audit_entry for insert to ansinh_officer, ansinh_doorkeeper with check (officer = current_user);
create policy reading on audit_entry for select to ansinh_officer
    using ((select access.has_role('inspector')) or (select access.has_role('administrator')));

create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise insufficient_privilege using message = 'the audit is never changed: ' || tg_op || ' refused',
        hint = 'Append an entry that explains instead.';
end
$$;
create trigger audit_is_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit_entry for each statement execute function refuse_change();
