-- What is refused carries the name of its rule, as a broken constraint does: the sentence for officers is found by it (refused.RULE), not by words of a message.
create or replace function registry.face_release_move(persons int[], to_commune text, on_day date, note text, number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    home registry.household;
    made int;
begin
    select h.* into home from registry.household h
    where h.id = (select p.household_id from registry.person p where p.id = persons[1]);
    if home.id is null or exists (select from unnest(persons) i(id) left join registry.person p on p.id = i.id where p.household_id is distinct from home.id) then
        raise exception 'People who move together must live in one household.' using errcode = 'AS005', constraint = 'move_out_of_one_household';
    end if;
    if not access.may_see_commune(home.commune_code) then
        raise exception '% may not release people of commune %.', registry.acting(), home.commune_code using errcode = 'AS003';
    end if;
    if exists (select from registry.move m where m.accepted is null and m.returned is null and m.person_ids && persons) then
        raise exception 'A move of these people is already on its way.' using errcode = 'AS005', constraint = 'move_once_at_a_time',
            hint = 'The receiving commune accepts or returns it first.';
    end if;
    insert into registry.move (person_ids, from_household, from_commune, to_commune, on_day, note, released)
    values (persons, home.id, home.commune_code, to_commune, on_day, note, number) returning id into made;
    return made;
end $$;

create or replace function registry.face_accept_move(move_id int, code text, village int, number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    m registry.move;
    home int;
begin
    select x.* into m from registry.move x where x.id = move_id for update;
    if m.id is null or m.accepted is not null or m.returned is not null or not access.may_see_commune(m.to_commune) then
        raise exception 'There is no move % to accept for %.', move_id, registry.acting() using errcode = 'AS003', constraint = 'move_that_waits';
    end if;
    if registry.commune_of_village(village) is distinct from m.to_commune then
        raise exception 'Village % is not in commune %.', village, m.to_commune using errcode = 'AS005', constraint = 'move_into_own_village';
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

create or replace function registry.face_return_move(move_id int, number bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.move m set returned = number
    where m.id = move_id and m.accepted is null and m.returned is null
        and (access.may_see_commune(m.to_commune) or access.may_see_commune(m.from_commune));
    if not found then
        raise exception 'There is no move % to return for %.', move_id, registry.acting() using errcode = 'AS003', constraint = 'move_that_waits';
    end if;
end $$;
