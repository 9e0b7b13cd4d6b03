-- Officers are people or programs. A program signs in to the API only, with a password that was made for it; a person proves themselves with a one-time code too.
alter table officer add column kind text not null default 'person' constraint officer_kind_is_known check (kind in ('person', 'program'));
drop function open_officer(text, text);

create table account_code (
    officer_id   integer     primary key references officer,
    secret       bytea       not null check (octet_length(secret) = 20),
    last_step    bigint      not null,       -- a code opens the door once
    confirmed_at timestamptz not null
);
create table account_recovery (
    officer_id integer not null references officer,
    hash       bytea   not null,
    used_at    timestamptz,
    primary key (officer_id, hash)
);
grant select, update (last_step) on account_code to ansinh_doorkeeper;
grant select, update (used_at) on account_recovery to ansinh_doorkeeper;
grant select, insert, update, delete on account_code, account_recovery to ansinh_worker;

-- Every act of an administrator stands in the audit, written by the act itself.
create function told(what text, officer integer, says text) returns void
    language sql security definer set search_path = access, pg_temp
begin atomic
    insert into audit_entry (act, about, words) values (what, officer, says);
end;

create function not_oneself(officer integer) returns void
    language plpgsql stable security definer set search_path = access, pg_temp as
$$
begin
    if officer = my_officer_id() then
        raise insufficient_privilege using constraint = 'not_oneself', message = 'nobody widens their own area or changes their own role, purpose or account',
            hint = 'Ask another administrator.';
    end if;
end
$$;

create or replace function must_administer() returns void
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$
begin
    if current_setting('role') not in ('ansinh_worker', 'none') and not access.has_role('administrator') then   -- 'none': the owner, at the console
        raise insufficient_privilege using constraint = 'administrators_only',
            message = format('%s may not change officers', current_setting('role')),
            hint = 'Only an administrator opens officers and gives them roles, areas and purposes.';
    end if;
end
$$;

create function open_officer(new_login text, new_name text, new_kind text default 'person') returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    id integer;
begin
    perform access.must_administer();
    insert into access.officer (login, full_name, kind) values (new_login, new_name, new_kind) returning officer_id into id;
    perform access.open_missing_roles();
    perform access.told('open_officer', id, new_kind);
    return id;
end
$$;

create or replace function give_role(officer integer, role text, days daterange) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    perform access.not_oneself(officer);
    insert into access.officer_role values (officer, role, days);
    perform access.told('give', officer, 'role ' || role || ' ' || days);
end
$$;

create or replace function give_area(officer integer, code text, days daterange) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    perform access.not_oneself(officer);
    insert into access.officer_area values (officer, code, days);
    perform access.told('give', officer, 'area ' || code || ' ' || days);
end
$$;

create or replace function give_purpose(officer integer, purpose text, days daterange) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    perform access.not_oneself(officer);
    insert into access.officer_purpose values (officer, purpose, days);
    perform access.told('give', officer, 'purpose ' || purpose || ' ' || days);
end
$$;

-- The last day of something given. What has not begun yet is taken back; what is over stays as it was.
create function end_grant(what text, officer integer, given text, last_day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    ended integer;
begin
    perform access.must_administer();
    perform access.not_oneself(officer);
    if what not in ('role', 'area', 'purpose') then
        raise invalid_parameter_value using message = format('%s is neither a role nor an area nor a purpose', what);
    end if;
    if last_day < public.house_today() then
        raise check_violation using constraint = 'grant_ends_ahead', message = 'what was given until today was in force until today';
    end if;
    execute format('delete from access.officer_%1$s where officer_id = $1 and %2$I = $2 and lower(days) > $3',
                   what, case what when 'area' then 'commune_code' else what end) using officer, given, last_day;
    get diagnostics ended = row_count;
    if ended = 0 then
        execute format('update access.officer_%1$s set days = daterange(lower(days), $3 + 1) where officer_id = $1 and %2$I = $2 and days @> $3',
                       what, case what when 'area' then 'commune_code' else what end) using officer, given, last_day;
        get diagnostics ended = row_count;
    end if;
    if ended = 0 then
        raise no_data_found using message = 'there is nothing of the kind to end';
    end if;
    perform access.told('end', officer, what || ' ' || given || ' ' || last_day);
end
$$;

create or replace function close_officer(officer integer, day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    perform access.not_oneself(officer);
    update access.officer o set closed_on = day where o.officer_id = close_officer.officer and o.closed_on is null;
    if found then
        perform access.told('close_officer', close_officer.officer, day::text);
    end if;
end
$$;

-- A first password, hashed already; unlocks too. Also an account's beginning.
create function set_password(officer integer, hash text, change boolean, at timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    perform access.not_oneself(officer);
    insert into access.account (officer_id, password_hash, must_change, changed_at) values (officer, hash, change, at)
    on conflict (officer_id) do update set password_hash = excluded.password_hash, must_change = excluded.must_change,
        changed_at = excluded.changed_at, failures = 0, locked_until = null;
    perform access.told('set_password', officer, null);
end
$$;

-- A lost phone: the officer sets up codes anew at the next sign-in.
create function reset_code(officer integer) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    perform access.not_oneself(officer);
    delete from access.account_code where officer_id = officer;
    delete from access.account_recovery where officer_id = officer;
    perform access.told('reset_code', officer, null);
end
$$;

-- What an administrator sees of an account; never a hash.
create function account_states() returns table (officer_id integer, must_change boolean, locked_until timestamptz, signed_in_at timestamptz, has_code boolean)
    language plpgsql stable security definer set search_path = access, pg_temp as
$$
begin
    perform must_administer();
    return query
    select a.officer_id, a.must_change, a.locked_until, a.signed_in_at, exists (select from account_code c where c.officer_id = a.officer_id)
      from account a;
end
$$;

revoke execute on function told(text, integer, text), not_oneself(integer), open_officer(text, text, text), end_grant(text, integer, text, date),
    set_password(integer, text, boolean, timestamptz), reset_code(integer), account_states() from public;
grant execute on function open_officer(text, text, text), end_grant(text, integer, text, date), set_password(integer, text, boolean, timestamptz), reset_code(integer),
    account_states() to ansinh_officer, ansinh_worker;
