-- Files that officers bring: kept in parts until they are dealt with, so that a restart or another server finds them, then emptied. What became of a file stays.
create table brought_file (
    file_id     bigint generated always as identity primary key,
    purpose     text        not null check (purpose in ('register', 'month')),   -- a register to take in, or a month's list to lie beside our own
    name        text        not null,
    as_of       date        not null,                                            -- the day its communes are meant for; of a list the first day of its month
    programme   text        check ((programme is not null) = (purpose = 'month')),
    bytes       bigint      not null,
    digest      text        not null,
    brought_by  name        not null default current_setting('role'),
    brought_at  timestamptz not null default clock_timestamp(),
    communes    text[]      not null default access.my_communes(),
    state       text        not null default 'waiting' check (state in ('waiting', 'read', 'accepted', 'done', 'refused', 'thrown_away')),
    job_id      bigint,
    two_needed  boolean     not null default false,                              -- decisions or payees are in it: another officer accepts
    recorded    boolean     not null default false,                              -- what the bringer may record alone is recorded
    accepted_by name,
    accepted_at timestamptz,
    done_at     timestamptz,
    why         text,
    detail      text,
    report      jsonb,
    emptied_at  timestamptz,
    check (state <> 'refused' or why is not null),
    constraint accepted_by_another check (not two_needed or accepted_by is null or accepted_by <> brought_by)
);
create index brought_file_officer on brought_file (brought_by, file_id);
create index brought_file_waiting on brought_file (file_id) where two_needed and state = 'read';
create index brought_file_digest on brought_file (digest);
create index brought_file_full on brought_file (file_id) where emptied_at is null;

create table brought_part (
    file_id bigint   not null references brought_file,
    kind    text     not null check (kind in ('file', 'refused')),
    part    integer  not null,
    bytes   bytea    not null,
    primary key (file_id, kind, part)
);

-- A month's list beside what the law gives here: one line for everybody who stands on either.
create table compared_line (
    file_id      bigint  not null references brought_file,
    line         integer not null,
    outcome      text    not null check (outcome in ('equal', 'differs', 'only_here', 'only_there')),
    cause        text    not null,
    detail       text    not null,
    repaired     text    not null,                                               -- the number as the list had it, where its zeros were restored
    person_id    integer,
    name         text    not null,
    birth_year   integer not null,
    village      text    not null,
    owed         bigint  not null,
    their_row    integer,
    their_number text    not null,
    their_amount bigint,
    primary key (file_id, line)
);

-- Whose file it is, and who may accept it: an officer with the authority to sign whose area holds all of the bringer's.
create function may_accept(file brought_file) returns boolean
    language sql stable security definer set search_path = exchange, pg_temp
    return file.two_needed and file.brought_by <> current_setting('role')::name
        and (access.has_role('commune_chair') or access.has_role('provincial_approver'))
        and (access.sees_province() or file.communes <@ access.my_communes());

create function guard_file() returns trigger language plpgsql set search_path = exchange, pg_temp as $$
begin
    if (new.purpose, new.name, new.as_of, new.programme, new.bytes, new.digest, new.brought_by, new.brought_at, new.communes)
        is distinct from (old.purpose, old.name, old.as_of, old.programme, old.bytes, old.digest, old.brought_by, old.brought_at, old.communes) then
        raise check_violation using constraint = 'brought_file_stays', message = format('File %s stays as it was brought.', old.file_id);
    end if;
    if new.state = old.state then
        return new;
    end if;
    if not (old.state, new.state) in (('waiting', 'read'), ('waiting', 'refused'), ('waiting', 'done'), ('waiting', 'thrown_away'), ('read', 'accepted'),
        ('read', 'thrown_away'), ('read', 'refused'), ('accepted', 'done'), ('accepted', 'refused')) then
        raise check_violation using constraint = 'brought_file_state', message = format('File %s is %s already.', old.file_id, old.state);
    end if;
    if new.state = 'accepted' then
        if old.two_needed and not exchange.may_accept(old) then
            raise insufficient_privilege using constraint = 'accepted_by_another',
                message = format('File %s holds decisions or payees; another officer with the authority accepts it.', old.file_id);
        end if;
        if not old.two_needed and old.brought_by <> current_setting('role')::name then
            raise insufficient_privilege using constraint = 'accepted_by_its_bringer', message = format('File %s is accepted by whoever brought it.', old.file_id);
        end if;
        new.accepted_by := current_setting('role');
        new.accepted_at := clock_timestamp();
    end if;
    return new;
end $$;
create trigger file_guarded before update on brought_file for each row execute function guard_file();

alter table brought_file enable row level security;
alter table brought_file force row level security;
alter table brought_part enable row level security;
alter table brought_part force row level security;
alter table compared_line enable row level security;
alter table compared_line force row level security;
create policy house_works on brought_file to ansinh_owner, ansinh_worker using (true) with check (true);
create policy house_works on brought_part to ansinh_owner, ansinh_worker using (true) with check (true);
create policy house_works on compared_line to ansinh_owner, ansinh_worker using (true) with check (true);
create policy own_files on brought_file for select to ansinh_officer
    using (brought_by = current_user or two_needed and exchange.may_accept(brought_file));
create policy own_files_in on brought_file for insert to ansinh_officer with check (brought_by = current_user);
create policy own_files_on on brought_file for update to ansinh_officer
    using (brought_by = current_user or two_needed and exchange.may_accept(brought_file));
create policy own_parts on brought_part to ansinh_officer using (exists (select from exchange.brought_file f where f.file_id = brought_part.file_id));
create policy own_lines on compared_line to ansinh_officer using (exists (select from exchange.brought_file f where f.file_id = compared_line.file_id));
grant select, update on brought_file to ansinh_officer, ansinh_worker;
grant insert (purpose, name, as_of, programme, bytes, digest) on brought_file to ansinh_officer, ansinh_worker;
grant select, insert, delete on brought_part, compared_line to ansinh_officer, ansinh_worker;
revoke execute on function may_accept(brought_file) from public;
grant execute on function may_accept(brought_file) to ansinh_officer, ansinh_worker;

-- Empties what was dealt with long ago, then the oldest until all of it is no more than the bound. What is being worked on stays.
create function tidy(kept_days integer, most_bytes bigint) returns integer language plpgsql security definer set search_path = exchange, pg_temp as $$
declare
    emptied integer;
begin
    with full_ones as (
        select f.file_id, f.state, f.brought_at, sum(f.bytes) over (order by f.file_id desc) as newer_and_this from brought_file f where f.emptied_at is null
    ), gone as (
        update brought_file f set emptied_at = clock_timestamp(), state = case when f.state in ('waiting', 'read') then 'thrown_away' else f.state end
        from full_ones o
        where o.file_id = f.file_id and f.state <> 'accepted' and (o.brought_at < clock_timestamp() - make_interval(days => kept_days) or o.newer_and_this > most_bytes or f.state = 'thrown_away')
        returning f.file_id
    ), parts as (delete from brought_part p using gone g where p.file_id = g.file_id),
    lines as (delete from compared_line l using gone g where l.file_id = g.file_id)
    select count(*) into emptied from gone;
    return emptied;
end $$;
revoke execute on function tidy(integer, bigint) from public;
grant execute on function tidy(integer, bigint) to ansinh_worker;
