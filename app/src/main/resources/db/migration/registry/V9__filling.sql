-- Filling an empty register with more than one transaction should carry: part by part, on several connections at once. The papers are recorded first,
-- in their order; a part that is done stays done; at the end the heavy indexes prove what each load proves for itself.
create table registry.filling (
    id       int generated always as identity primary key,
    name     text not null unique check (name <> ''),
    began    timestamptz not null default clock_timestamp(),
    finished timestamptz
);
create table registry.filling_part (
    filling int not null references registry.filling,
    part    text not null check (part <> ''),
    posted  registry.posted not null,
    primary key (filling, part)
);
grant select on registry.filling, registry.filling_part to ansinh_worker;

create function registry.refuse_while_filling() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if exists (select from registry.filling f where f.finished is null) then
        raise exception 'The register is being filled (%); nothing else can be recorded until that is done.',
            (select string_agg(f.name, ', ') from registry.filling f where f.finished is null)
            using errcode = 'AS010', hint = 'Wait for it, or start the server again to let it go on.';
    end if;
end $$;

-- Begins, or takes up again what was broken off. Says whether there is anything left to do.
create function registry.begin_filling(name text) returns boolean language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    known registry.filling;
begin
    perform pg_advisory_xact_lock(7310460197103);
    select * into known from registry.filling f where f.name = name;
    if found then
        return known.finished is null;
    end if;
    perform registry.refuse_while_filling();
    if exists (select from registry.person) or exists (select from registry.household) then
        raise exception 'The register is not empty: % cannot fill it.', name using errcode = 'AS011', hint = 'Load the rows as a file instead.';
    end if;
    perform registry.drop_heavy_indexes();
    insert into registry.filling (name) values (name);
    return true;
end $$;

create function registry.parts_filled(name text) returns setof text language sql stable security definer set search_path = registry, pg_temp as $$
    select p.part from registry.filling_part p join registry.filling f on f.id = p.filling where f.name = parts_filled.name
$$;

-- Posts what is staged as one part, under recordings that were opened before it. A later part speaks again of people whom an earlier stage brought (what the office
-- heard of them later, under the paper of the month in which it heard): it looks for what is known, and so stands alone.
create function registry.post_part(name text, part text, later boolean) returns registry.posted
language plpgsql security definer set search_path = registry, pg_temp set work_mem = '96MB' set jit = off as $$
#variable_conflict use_variable
declare
    into_filling int;
    unknown text;
    result registry.posted;
begin
    if later then
        perform pg_advisory_xact_lock(7310460197103);
    else
        perform pg_advisory_xact_lock_shared(7310460197103);
    end if;
    select f.id into into_filling from registry.filling f where f.name = name and f.finished is null;
    if not found then
        raise exception 'Nothing named % is being filled.', name using errcode = 'AS011';
    end if;
    update staged_recording s set number = r.number from registry.recording r where r.once_key = s.once_key;
    select s.document into unknown from staged_recording s where s.number is null limit 1;
    if found then
        raise exception 'The paper % was not told before the parts of %.', unknown, name using errcode = 'AS011';
    end if;
    perform registry.take_staged(not later);
    result := registry.what_was_posted();
    insert into registry.filling_part values (into_filling, part, result);
    return result;
end $$;

-- Whoever came in a later stage than the household may head it.
create function registry.project_heads() returns void language sql security definer set search_path = registry, pg_temp as $$
    update registry.household h set head_id = q.person_id
    from (select distinct on (m.household_id) m.household_id, m.person_id from registry.membership_now m where m.kind = 1 and m.role = 'head'
        order by m.household_id, m.days @> public.house_today() desc, upper(m.days) desc nulls first, m.person_id) q
    where h.id = q.household_id and h.head_id is distinct from q.person_id
$$;

-- Each share of the indexes on a connection of its own.
create function registry.prove_filling(share int) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if share = 2 then perform registry.settle_numbers(); end if;
    perform registry.build_heavy_indexes(share);
    if share = 2 then perform registry.project_heads(); end if;
    if share = 1 then
        analyze registry.fact_now;
    else
        analyze registry.fact_entry; analyze registry.identity_entry;
        analyze registry.person; analyze registry.household; analyze registry.membership_now; analyze registry.relation_now;
        analyze registry.membership_entry; analyze registry.known_as;
    end if;
end $$;

-- Parts did not see each other: one number in two of them marks the newcomer, as within a load.
create function registry.settle_numbers() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    with newcomer as (
        update registry.person p set number_state = 'conflict', number_problem = 'taken'
        from (select o.id, row_number() over (partition by o.personal_number order by o.id) as nth from registry.person o
            where o.personal_number is not null and o.number_state <> 'conflict' and o.same_as is null) q
        where q.id = p.id and q.nth > 1
        returning p.id
    )
    insert into registry.identity_entry (person_id, days, name, folded, born, born_precision, sex, ethnic_group, personal_number, number_state,
        number_problem, old_numbers, died_on, source, recording)
    select distinct on (e.person_id) e.person_id, e.days, e.name, e.folded, e.born, e.born_precision, e.sex, e.ethnic_group, e.personal_number,
        'conflict', 'taken', e.old_numbers, e.died_on, e.source, e.recording
    from registry.identity_entry e join newcomer n on n.id = e.person_id
    order by e.person_id, e.recording desc, e.entry desc;
end $$;

create function registry.finish_filling(name text) returns registry.posted language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    result registry.posted;
begin
    perform pg_advisory_xact_lock(7310460197103);
    perform registry.build_heavy_indexes();
    update registry.filling f set finished = clock_timestamp() where f.name = name and f.finished is null;
    select max((p.posted).recordings), sum((p.posted).people),
        sum((p.posted).households), sum((p.posted).identities), sum((p.posted).memberships), sum((p.posted).relations), sum((p.posted).facts),
        sum((p.posted).refused), max((p.posted).last_number)
    into result from registry.filling_part p join registry.filling f on f.id = p.filling where f.name = name;
    return result;
end $$;

do $$
declare
    f text;
begin
    for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'registry'::regnamespace
        and p.proname in ('refuse_while_filling', 'begin_filling', 'parts_filled', 'post_part', 'prove_filling', 'project_heads', 'settle_numbers', 'finish_filling')
    loop
        execute format('revoke execute on function %s from public', f);
    end loop;
end $$;
grant execute on function registry.begin_filling(text), registry.parts_filled(text), registry.post_part(text, text, boolean), registry.prove_filling(int),
    registry.finish_filling(text) to ansinh_worker;
