-- A move between communes: the one that is left releases, the one that is come to accepts or returns.
create function registry.face_release_move(persons int[], to_commune text, on_day date, note text, number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    home registry.household;
    made int;
begin
    select h.* into home from registry.household h
    where h.id = (select p.household_id from registry.person p where p.id = persons[1]);
    if home.id is null or exists (select from unnest(persons) i(id) left join registry.person p on p.id = i.id where p.household_id is distinct from home.id) then
        raise exception 'People who move together must live in one household.' using errcode = 'AS005';
    end if;
    if not access.may_see_commune(home.commune_code) then
        raise exception '% may not release people of commune %.', registry.acting(), home.commune_code using errcode = 'AS003';
    end if;
    if exists (select from registry.move m where m.accepted is null and m.returned is null and m.person_ids && persons) then
        raise exception 'A move of these people is already on its way.' using errcode = 'AS005',
            hint = 'The receiving commune accepts or returns it first.';
    end if;
    insert into registry.move (person_ids, from_household, from_commune, to_commune, on_day, note, released)
    values (persons, home.id, home.commune_code, to_commune, on_day, note, number) returning id into made;
    return made;
end $$;

create function registry.face_accept_move(move_id int, code text, village int, number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    m registry.move;
    home int;
begin
    select x.* into m from registry.move x where x.id = move_id for update;
    if m.id is null or m.accepted is not null or m.returned is not null or not access.may_see_commune(m.to_commune) then
        raise exception 'There is no move % to accept for %.', move_id, registry.acting() using errcode = 'AS003';
    end if;
    if registry.commune_of_village(village) is distinct from m.to_commune then
        raise exception 'Village % is not in commune %.', village, m.to_commune using errcode = 'AS005';
    end if;
    perform registry.open_staging();
    insert into staged_recording (key, act, number) values (1, 'move', number);
    insert into staged_household (ref, line, source, household_id, code, code_words, village_id, commune_code, recording_key, demo)
    select 1, 0, 'registry', h.id, code, lower(regexp_replace(code, '[^a-zA-Z0-9]', '', 'g')), village, m.to_commune, 1, false
    from (select 1) one left join registry.household h on h.commune_code = m.to_commune and h.code = code;
    insert into staged_person (ref, line, mention, person_id) select i.ord, 0, true, i.id from unnest(m.person_ids) with ordinality i(id, ord);
    insert into staged_membership (line, recording_key, person_ref, household_ref, kind, role, from_day, retracted, source)
    select 0, 1, i.ord, 1, 1, coalesce(case when i.ord = 1 and not exists (select from staged_household s where s.household_id is not null) then 'head' end,
        case p.role when 'head' then 'relative' else p.role end, 'relative'), m.on_day, false, 'move'
    from unnest(m.person_ids) with ordinality i(id, ord) join registry.person p on p.id = i.id;
    insert into staged_fact (line, recording_key, ref, subject_kind, fact, instance, from_day, whole, retracted, source)
    select 0, 1, 1, 'h', 1, '', m.on_day, village, false, 'move'
    where not exists (select from staged_household s where s.household_id is not null);
    perform registry.post();
    select f.household_id into home from found_household f where f.ref = 1;
    update registry.move set accepted = number, to_household = home where id = move_id;
    return home;
end $$;

create function registry.face_return_move(move_id int, number bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.move m set returned = number
    where m.id = move_id and m.accepted is null and m.returned is null
        and (access.may_see_commune(m.to_commune) or access.may_see_commune(m.from_commune));
    if not found then
        raise exception 'There is no move % to return for %.', move_id, registry.acting() using errcode = 'AS003';
    end if;
end $$;
revoke execute on function registry.face_release_move(int[], text, date, text, bigint), registry.face_accept_move(int, text, int, bigint),
    registry.face_return_move(int, bigint) from public;
grant execute on function registry.face_release_move(int[], text, date, text, bigint), registry.face_accept_move(int, text, int, bigint),
    registry.face_return_move(int, bigint) to ansinh_officer;

-- Who is coming: names for the receiving commune, before the people are in its area.
create function registry.face_moves() returns table (move_id int, person_ids int[], names text[], from_commune text, to_commune text, on_day date, note text,
    released_at timestamptz, ours boolean)
language sql stable security definer set search_path = registry, pg_temp as $$
    select m.id, m.person_ids, array(select p.name from registry.person p where p.id = any (m.person_ids) order by array_position(m.person_ids, p.id)),
        m.from_commune, m.to_commune, m.on_day, m.note, r.at, m.to_commune = any (access.my_communes())
    from registry.move m join registry.recording r on r.number = m.released
    where m.accepted is null and m.returned is null
        and (m.to_commune = any (access.my_communes()) or m.from_commune = any (access.my_communes()))
$$;
revoke execute on function registry.face_moves() from public;
grant execute on function registry.face_moves() to ansinh_officer;

-- As before, and an accepted move may pass.
create or replace function registry.stay_in_area() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    area text[];
    outside text;
begin
    if access.sees_province() then
        return;
    end if;
    -- Accepting a move takes people over from another area: face_accept_move has checked it, row by row, before it says so here.
    if exists (select from staged_recording s where s.number is not null)
        and exists (select from registry.move m where m.accepted is null and m.returned is null and m.person_ids = array(
            select p.person_id from staged_person p order by p.ref) and access.may_see_commune(m.to_commune)) then
        return;
    end if;
    area := access.my_communes();
    select q.commune into outside from (
        select s.commune_code as commune from staged_household s where s.commune_code is not null
        union all
        select h.commune_code from found_household f join registry.household h on h.id = f.household_id
        union all
        select p.commune_code from found_person f join registry.person p on p.id = f.person_id
            where exists (select from good_identity g where g.person_id = f.person_id)
                or exists (select from good_membership g where g.person_id = f.person_id)
                or exists (select from staged_fact g where g.subject_kind = 'p' and g.ref = f.ref)
                or exists (select from staged_relation g where g.from_ref = f.ref)
    ) q where q.commune is null or q.commune <> all (area) limit 1;
    if found or exists (select from staged_fact where subject_kind = 'v') then
        raise exception '% may not record anything for commune %.', registry.acting(), coalesce(outside, '(village)')
            using errcode = 'AS003', hint = 'Ask an officer of that commune, or start a move between the two communes.';
    end if;
end $$;
