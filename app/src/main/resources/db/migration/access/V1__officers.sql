-- Who works here, in which roles, for which communes and purposes, and since when. Read by policies through the functions below.
create table officer (
    officer_id integer generated always as identity primary key,
    role_name  name generated always as (('officer_' || officer_id::text)::name) stored unique,
    login      text        not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    full_name  text        not null check (full_name = btrim(full_name) and full_name <> ''),
    opened_at  timestamptz not null default now(),
    opened_by  name        not null default current_setting('role'),
    closed_on  date
);

create table officer_role (
    officer_id integer   not null references officer,
    role       text      not null check (role in ('commune_officer', 'commune_chair', 'provincial_approver', 'paying_officer',
                                                  'inspector', 'jurist', 'administrator')),
    days       daterange not null check (not isempty(days) and not lower_inf(days)),
    primary key (officer_id, role, days without overlaps),
    check (role <> 'inspector' or not upper_inf(days))   -- an inspector comes for a time
);

create table officer_area (
    officer_id   integer   not null references officer,
    commune_code text      not null check (commune_code = '*' or commune_code ~ '^[0-9]{5}$'),   -- '*': the whole province
    days         daterange not null check (not isempty(days) and not lower_inf(days)),
    primary key (officer_id, commune_code, days without overlaps)
);

create table officer_purpose (
    officer_id integer   not null references officer,
    purpose    text      not null check (purpose ~ '^[a-z_]+$'),
    days       daterange not null check (not isempty(days) and not lower_inf(days)),
    primary key (officer_id, purpose, days without overlaps)
);

-- The functions below run as the owner, so current_user is not the caller in them; the role taken by SET LOCAL ROLE still is what it was.
create function my_role() returns name
    language sql stable parallel restricted
    return current_setting('role')::name;

create function my_officer_id() returns integer
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return (select o.officer_id from access.officer o
             where o.role_name = current_setting('role')::name
               and (o.closed_on is null or o.closed_on > public.house_today()));

create function sees_province() returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return current_setting('role') in ('ansinh_worker', 'ansinh_determiner')
        or exists (select from access.officer_area a
                    where a.officer_id = access.my_officer_id() and a.commune_code = '*' and a.days @> public.house_today());

create function may_see_commune(code text) returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return access.sees_province()
        or exists (select from access.officer_area a
                    where a.officer_id = access.my_officer_id() and a.commune_code = code and a.days @> public.house_today());

create function my_purposes() returns text[]
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return coalesce((select array_agg(p.purpose order by p.purpose) from access.officer_purpose p
                      where p.officer_id = access.my_officer_id() and p.days @> public.house_today()), '{}');

-- Every policy asks this, on every page, many times: one lookup, not one question within another.
create function has_one_of(variadic roles text[]) returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return exists (select from access.officer o join access.officer_role r using (officer_id)
                    where o.role_name = current_setting('role')::name and (o.closed_on is null or o.closed_on > public.house_today())
                      and r.role = any (roles) and r.days @> public.house_today());

create function has_role(wanted text) returns boolean
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp
    return access.has_one_of(wanted);

-- Codes an officer may see. For the whole province these are all codes the territory knows, so that a policy or a join needs no second case.
create function my_communes() returns text[]
    language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as
$$
declare
    codes text[];
begin
    if access.sees_province() then
        codes := array(select distinct c.code from territory.face_commune c);
    else
        codes := array(select a.commune_code from access.officer_area a
            where a.officer_id = access.my_officer_id() and a.commune_code <> '*' and a.days @> public.house_today() order by a.commune_code);
    end if;
    return codes;
end
$$;

create function must_administer() returns void
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$
begin
    if current_setting('role') <> 'ansinh_worker' and not access.has_role('administrator') then
        raise insufficient_privilege using message = format('%s may not change officers', current_setting('role')),
            hint = 'Only an administrator opens officers and gives them roles, areas and purposes.';
    end if;
end
$$;

-- Roles belong to the server, not to the database: another database of the same server may have made one already, and a restored database finds none.
create function open_missing_roles() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    role name;
begin
    for role in select o.role_name from access.officer o where not exists (select from pg_roles r where r.rolname = o.role_name) loop
        execute format('create role %I nologin', role);
        execute format('grant ansinh_officer to %I with inherit true, set false', role);
        execute format('grant %I to ansinh_gate with inherit false, set true', role);
    end loop;
end
$$;

-- Opens an officer together with the database role that stands for them in every transaction.
create function open_officer(new_login text, new_name text) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    id integer;
begin
    perform access.must_administer();
    insert into access.officer (login, full_name) values (new_login, new_name) returning officer_id into id;
    perform access.open_missing_roles();
    return id;
end
$$;

create function give_role(officer integer, role text, days daterange) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    if officer = access.my_officer_id() then
        raise insufficient_privilege using message = 'nobody gives a role to themselves', hint = 'Ask another administrator.';
    end if;
    insert into access.officer_role values (officer, role, days);
end
$$;

create function give_area(officer integer, code text, days daterange) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    if officer = access.my_officer_id() then
        raise insufficient_privilege using message = 'nobody widens their own area', hint = 'Ask another administrator.';
    end if;
    insert into access.officer_area values (officer, code, days);
end
$$;

create function give_purpose(officer integer, purpose text, days daterange) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    if officer = access.my_officer_id() then
        raise insufficient_privilege using message = 'nobody gives a purpose to themselves', hint = 'Ask another administrator.';
    end if;
    insert into access.officer_purpose values (officer, purpose, days);
end
$$;

create function close_officer(officer integer, day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform access.must_administer();
    update access.officer set closed_on = day where officer_id = officer and closed_on is null;
end
$$;

-- Names of colleagues are no secret: who drafted, who signed.
create view face_officer as select officer_id, role_name, full_name from officer;

revoke execute on all functions in schema access from public;
grant execute on function my_role(), my_officer_id(), sees_province(), may_see_commune(text), my_purposes(), has_role(text), has_one_of(text[]), my_communes()
    to ansinh_officer, ansinh_worker, ansinh_determiner;
grant execute on function open_officer(text, text), give_role(integer, text, daterange), give_area(integer, text, daterange),
    give_purpose(integer, text, daterange), close_officer(integer, date) to ansinh_officer, ansinh_worker;
grant select on face_officer to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select on officer, officer_role, officer_area, officer_purpose to ansinh_worker;

-- An officer reads their own lines; an administrator everybody's.
alter table officer enable row level security;
alter table officer_role enable row level security;
alter table officer_area enable row level security;
alter table officer_purpose enable row level security;
create policy mine on officer for select to ansinh_officer using (role_name = current_user or (select access.has_role('administrator')));
create policy mine on officer_role for select to ansinh_officer
    using (officer_id = (select access.my_officer_id()) or (select access.has_role('administrator')));
create policy mine on officer_area for select to ansinh_officer
    using (officer_id = (select access.my_officer_id()) or (select access.has_role('administrator')));
create policy mine on officer_purpose for select to ansinh_officer
    using (officer_id = (select access.my_officer_id()) or (select access.has_role('administrator')));
grant select on officer, officer_role, officer_area, officer_purpose to ansinh_officer;
