-- A move between communes: the one that is left releases, the one that is come to accepts or returns.
alter table registry.move add column new_head int, add column because text;

-- Raises the rule of that name; officers read the text refused.RULE.
create function registry.refuse_act(rule text, says text) returns void language plpgsql as $$
begin
    raise exception '%', says using errcode = 'AS005', constraint = rule;
end $$;

create function registry.face_release_move(persons int[], to_commune text, on_day date, note text, new_head int, number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    home registry.household;
    made int;
begin
    select h.* into home from registry.household h
    where h.id = (select p.household_id from registry.person p where p.id = persons[1]);
    if home.id is null or not access.may_see_commune(home.commune_code) then
        raise exception '% may not release these people.', registry.acting() using errcode = 'AS003';
    end if;
    perform registry.must_record();
    if exists (select from unnest(persons) i(id) left join registry.person p on p.id = i.id where p.household_id is distinct from home.id) then
        perform registry.refuse_act('move_of_two_households', 'People who move together must live in one household.');
    end if;
    if exists (select from registry.person p where p.id = any (persons) and p.died_on is not null) then
        perform registry.refuse_act('move_of_the_dead', 'Somebody who has died does not move.');
    end if;
    if to_commune = home.commune_code or not exists (select from territory.face_commune c where c.code = to_commune and c.days @> on_day) then
        perform registry.refuse_act('move_to_no_other_commune', 'A move leads to another commune that exists on its day.');
    end if;
    if exists (select from registry.membership_now m where m.person_id = any (persons) and m.kind = 1 and lower(m.days) > on_day) then
        perform registry.refuse_act('moved_later', 'A later move of these people is recorded already.');
    end if;
    if exists (select from registry.move m where m.accepted is null and m.returned is null and m.person_ids && persons) then
        perform registry.refuse_act('move_under_way', 'A move of these people is already on its way.');
    end if;
    insert into registry.move (person_ids, from_household, from_commune, to_commune, on_day, note, new_head, released)
    values (persons, home.id, home.commune_code, to_commune, on_day, note, new_head, number) returning id into made;
    return made;
end $$;

-- roles: what each of the people is in the household they come to, in the order of the move.
create function registry.face_accept_move(move_id int, code text, village int, roles text[], number bigint) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    m registry.move;
    home int;
    fresh boolean;
begin
    select x.* into m from registry.move x where x.id = move_id for update;
    if m.id is null or m.accepted is not null or m.returned is not null or not access.may_see_commune(m.to_commune) then
        raise exception 'There is no move % to accept for %.', move_id, registry.acting() using errcode = 'AS003', constraint = 'move_that_waits';
    end if;
    if registry.commune_of_village(village) is distinct from m.to_commune then
        perform registry.refuse_act('village_elsewhere', format('Village %s is not in commune %s.', village, m.to_commune));
    end if;
    if exists (select from registry.membership_now n where n.person_id = any (m.person_ids) and n.kind = 1 and lower(n.days) > m.on_day) then
        perform registry.refuse_act('moved_later', 'A later move of these people is recorded already.');
    end if;
    perform registry.open_staging();
    insert into let_in select 'p', unnest(m.person_ids);
    insert into staged_recording (key, act, number) values (1, 'move', number);
    insert into staged_household (ref, line, source, household_id, code, code_words, village_id, commune_code, recording_key, demo)
    select 1, 0, 'registry', h.id, code, lower(regexp_replace(code, '[^a-zA-Z0-9]', '', 'g')), village, m.to_commune, 1, false
    from (select 1) one left join registry.household h on h.commune_code = m.to_commune and h.code = code;
    fresh := not exists (select from staged_household s where s.household_id is not null);
    insert into staged_person (ref, line, mention, person_id) select i.ord, 0, true, i.id from unnest(m.person_ids) with ordinality i(id, ord);
    insert into staged_membership (line, recording_key, person_ref, household_ref, kind, role, from_day, until, retracted, source)
    select 0, 1, i.ord, 1, 1, coalesce(roles[i.ord], case when fresh and i.ord = 1 then 'head' else 'relative' end), m.on_day, p.died_on + 1, false, 'move'
    from unnest(m.person_ids) with ordinality i(id, ord) join registry.person p on p.id = i.id where coalesce(p.died_on, m.on_day) >= m.on_day;
    insert into staged_fact (line, recording_key, ref, subject_kind, fact, instance, from_day, whole, retracted, source)
    select 0, 1, 1, 'h', 1, '', m.on_day, village, false, 'move' where fresh;
    if exists (select from registry.membership_now n where n.person_id = m.new_head and n.household_id = m.from_household and n.kind = 1
            and n.days @> m.on_day) then
        insert into let_in values ('p', m.new_head), ('h', m.from_household);
        insert into staged_person (ref, line, mention, person_id) values (0, 0, true, m.new_head);
        insert into staged_household (ref, household_id, demo) values (2, m.from_household, false);
        insert into staged_membership (line, recording_key, person_ref, household_ref, kind, role, from_day, retracted, source)
        values (0, 1, 0, 2, 1, 'head', m.on_day, false, 'move');
    end if;
    perform registry.post();
    select f.household_id into home from found_household f where f.ref = 1;
    insert into touched_household values (m.from_household), (home);
    update registry.move set accepted = number, to_household = home where id = move_id;
    return home;
end $$;

create function registry.face_return_move(move_id int, because text, number bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
begin
    perform registry.must_record();
    update registry.move m set returned = number, because = because
    where m.id = move_id and m.accepted is null and m.returned is null
        and (access.may_see_commune(m.to_commune) or access.may_see_commune(m.from_commune));
    if not found then
        raise exception 'There is no move % to return for %.', move_id, registry.acting() using errcode = 'AS003', constraint = 'move_that_waits';
    end if;
end $$;
revoke execute on function registry.refuse_act(text, text), registry.face_release_move(int[], text, date, text, int, bigint),
    registry.face_accept_move(int, text, int, text[], bigint), registry.face_return_move(int, text, bigint) from public;
grant execute on function registry.face_release_move(int[], text, date, text, int, bigint),
    registry.face_accept_move(int, text, int, text[], bigint), registry.face_return_move(int, text, bigint) to ansinh_officer;

-- Who is coming and who is on the way: names for the receiving commune, before the people are in its area. What was sent back stays in sight for a month.
create function registry.face_moves() returns table (move_id int, person_ids int[], names text[], from_commune text, to_commune text, on_day date, note text,
    released_at timestamptz, ours boolean, returned_because text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select m.id, m.person_ids, array(select p.name from registry.person p where p.id = any (m.person_ids) order by array_position(m.person_ids, p.id)),
        m.from_commune, m.to_commune, m.on_day, m.note, r.at, m.to_commune = any (access.my_communes()), case when m.returned is not null then coalesce(m.because, '') end
    from registry.move m join registry.recording r on r.number = m.released
    left join registry.recording b on b.number = m.returned
    where m.accepted is null and (m.returned is null or b.at::date > public.house_today() - 30 and m.from_commune = any (access.my_communes()))
        and (m.to_commune = any (access.my_communes()) or m.from_commune = any (access.my_communes()))
$$;
revoke execute on function registry.face_moves() from public;
grant execute on function registry.face_moves() to ansinh_officer;
