-- Today's projection of people and households, and the one function that does the whole of a load.

-- Fresh people get their row at once, with home and search words; nothing is written twice on the way in.
create function registry.project_fresh() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.person (id, name, folded, born, born_precision, sex, ethnic_group, personal_number, number_state, number_problem, old_numbers,
        died_on, household_id, role, lives_here, village_id, commune_code, words, demo, recording)
    select g.person_id, g.name, g.folded, g.born, g.born_precision, g.sex, g.ethnic_group, g.personal_number, g.number_state, g.number_problem,
        g.old_numbers, g.died_on, m.household_id, m.role, coalesce(m.lives_here, false), h.village_id, h.commune_code,
        registry.search_words(g.folded, g.born, v.words, h.code_words, h.commune_code), g.demo, r.number
    from (select distinct on (g.person_id) g.* from good_identity g join found_person f on f.person_id = g.person_id and f.fresh
        order by g.person_id, g.recording_key desc) g
    join staged_recording r on r.key = g.recording_key
    left join (
        select distinct on (n.person_id) n.person_id, n.household_id, n.role, n.days @> public.house_today() as lives_here from posted_membership n
        where n.kind = 1
        order by n.person_id, n.days @> public.house_today() desc, lower(n.days) <= public.house_today() desc, lower(n.days) desc nulls last
    ) m on m.person_id = g.person_id
    left join registry.household h on h.id = m.household_id
    left join registry.village_words v on v.village_id = h.village_id;
end $$;

-- Brings people and households that a load touched (or the turn of a day) up to the house day.
create function registry.project_households(ids int[]) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.household h set village_id = q.village_id, commune_code = coalesce(registry.commune_of_village(q.village_id), h.commune_code),
        head_id = q.head_id
    from (
        select i.id, coalesce((select n.whole::int from registry.fact_now n
                where n.slot = registry.slot('h', i.id, 1::smallint, 0) and n.days @> public.house_today()),
            (select h2.village_id from registry.household h2 where h2.id = i.id)) as village_id,
            (select m.person_id from registry.membership_now m where m.household_id = i.id and m.kind = 1 and m.role = 'head'
                order by m.days @> public.house_today() desc, upper(m.days) desc nulls first, m.person_id limit 1) as head_id
        from unnest(ids) i(id)
    ) q
    where h.id = q.id and (h.village_id, h.head_id) is distinct from (q.village_id, q.head_id);
end $$;

create function registry.project_people(ids int[]) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.person p set household_id = q.household_id, role = q.role, lives_here = q.lives_here, village_id = q.village_id,
        commune_code = q.commune_code, words = q.words
    from (
        select o.id, coalesce(m.household_id, o.household_id) as household_id, coalesce(m.role, o.role) as role, coalesce(m.lives_here, false) as lives_here,
            h.village_id, h.commune_code,
            registry.search_words(o.folded, o.born, v.words, h.code_words, h.commune_code) as words
        from unnest(ids) i(id)
        join registry.person o on o.id = i.id
        left join lateral (
            select n.household_id, n.role, n.days @> public.house_today() as lives_here from registry.membership_now n where n.person_id = i.id and n.kind = 1
            order by n.days @> public.house_today() desc, lower(n.days) <= public.house_today() desc, lower(n.days) desc nulls last limit 1
        ) m on true
        left join registry.household h on h.id = coalesce(m.household_id, o.household_id)
        left join registry.village_words v on v.village_id = h.village_id
    ) q
    where p.id = q.id and (p.household_id, p.role, p.lives_here, p.village_id, p.commune_code, p.words)
        is distinct from (q.household_id, q.role, q.lives_here, q.village_id, q.commune_code, q.words);
end $$;

-- The house day for which people and households stand projected.
create table registry.turned_day (day date not null, one boolean primary key default true check (one));
grant select on registry.turned_day to ansinh_worker;

-- At the turn of a day a move, a new head or a new village stated ahead takes effect. Safe to repeat; days on which the house was closed are made up for.
create function registry.turn_day() returns int language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    since date := (select t.day from registry.turned_day t);
    passed daterange;
    households int[];
    people int[];
begin
    insert into registry.turned_day values (public.house_today()) on conflict (one) do update set day = excluded.day where turned_day.day <> excluded.day;
    if since is null or since = public.house_today() then
        return 0;
    end if;
    -- A membership begins on its first day and has ended on the day that its range names as upper.
    passed := daterange(least(since, public.house_today()), greatest(since, public.house_today()), '(]');
    select array_agg(distinct m.household_id), array_agg(distinct m.person_id) into households, people
    from registry.membership_now m where m.kind = 1 and (lower(m.days) <@ passed or upper(m.days) <@ passed);
    select array_agg(distinct x) into households
    from (select unnest(households) as x union select registry.slot_subject(n.slot) from registry.fact_now n
        where n.fact = 1 and (lower(n.days) <@ passed or upper(n.days) <@ passed)) q;
    update registry.person p set name = e.name, folded = e.folded, born = e.born, born_precision = e.born_precision, sex = e.sex,
        ethnic_group = e.ethnic_group, personal_number = e.personal_number, number_state = e.number_state, number_problem = e.number_problem,
        old_numbers = e.old_numbers, died_on = e.died_on, recording = e.recording
    from (select distinct on (i.person_id) i.* from registry.identity_entry i where i.days @> public.house_today() and i.person_id in (
            select j.person_id from registry.identity_entry j where lower(j.days) <@ passed)
        order by i.person_id, i.recording desc, i.entry desc) e
    where p.id = e.person_id and p.recording < e.recording;
    perform registry.project_households(coalesce(households, '{}'));
    perform registry.project_people(coalesce(people, '{}')
        || array(select p.id from registry.person p where p.household_id = any (coalesce(households, '{}'))));
    return cardinality(coalesce(people, '{}'));
end $$;

create function registry.project_touched() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    households int[];
begin
    households := array(
        select household_id from good_membership where household_id is not null and kind = 1
        union select household_id from registry.person p join good_identity g on g.person_id = p.id where p.household_id is not null
        union select p.household_id from registry.person p join good_membership g on g.person_id = p.id where p.household_id is not null
        union select registry.slot_subject(g.slot) from good_fact g where (g.slot >> 61) = 1 and ((g.slot >> 18) & 4095) = 1);
    perform registry.project_households(households);
    perform registry.project_people(array(
        select person_id from good_identity union select person_id from good_membership
        union select p.id from registry.person p where p.household_id = any (array(
            select registry.slot_subject(g.slot) from good_fact g where (g.slot >> 61) = 1 and ((g.slot >> 18) & 4095) = 1))));
end $$;

-- Before anything is numbered: what says nothing new goes, what contradicts itself within one paper is refused.
create function registry.drop_what_is_known(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    -- Sorted by first day, some neighbours overlap if any two entries of a slot do.
    insert into busy_slot
    select distinct q.slot from (
        select g.slot, g.days && lag(g.days) over (partition by g.slot order by lower(g.days) nulls first) as clash
        from good_fact g where g.slot in (select b.slot from good_fact b group by b.slot having count(*) > 1)) q
    where q.clash;
    with clash as (
        select g.ctid as at, range_agg(g.days) over (partition by g.slot, g.recording_key order by lower(g.days) nulls first, g.line
            rows between unbounded preceding and 1 preceding) as before
        from good_fact g join busy_slot b on b.slot = g.slot
    ), bad as (
        delete from good_fact g using clash c where g.ctid = c.at and c.before && g.days
        returning g.line, g.slot, coalesce(g.words, g.day::text, g.whole::text) as value, c.before
    )
    insert into staged_refusal
    select 'fact', b.line, (select d.id from registry.fact_definition d where d.no = ((b.slot >> 18) & 4095)), b.value, 'facts_overlap', b.before::text
    from bad b;
    if not fresh then
        delete from good_fact g using registry.fact_now n
        where n.slot = g.slot and not g.retracted and n.days @> g.days
            and (n.whole, n.day, n.words) is not distinct from (g.whole, g.day, g.words);
        delete from good_fact g where g.retracted and not exists (select from registry.fact_now n where n.slot = g.slot and n.days && g.days);
    end if;
end $$;

-- Takes what is staged. Fresh: nothing of it can be known already, and whoever calls this has dropped the heavy indexes and will build them again.
-- What is staged lives for one transaction: a small sample of it is enough to plan by.
create function registry.take_staged(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp
    set default_statistics_target = 10 as $$
declare
    staged bigint := (select count(*) from staged_fact) + (select count(*) from staged_person);
begin
    perform registry.analyze_staging(staged);
    perform registry.find_subjects(fresh);
    if staged > 2000 then analyze found_person; analyze found_household; end if;
    perform registry.check_identities(fresh);
    perform registry.check_ties(fresh);
    perform registry.check_facts();
    if staged > 2000 then analyze good_identity; analyze good_membership; analyze good_relation; analyze good_fact; end if;
    perform registry.drop_what_is_known(fresh);
    perform registry.stay_in_area();
    perform registry.open_recordings();
    perform registry.post_identities(fresh);
    perform registry.post_ties(fresh);
    perform registry.post_households(fresh);
    perform registry.post_facts(fresh);
    perform registry.project_fresh();
end $$;

create function registry.analyze_register() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    analyze registry.person; analyze registry.household; analyze registry.fact_now; analyze registry.fact_entry; analyze registry.membership_now;
    analyze registry.relation_now; analyze registry.identity_entry; analyze registry.membership_entry; analyze registry.known_as;
end $$;

create type registry.posted as (recordings bigint, people bigint, households bigint, identities bigint, memberships bigint, relations bigint,
    facts bigint, refused bigint, last_number bigint);

create function registry.what_was_posted() returns registry.posted language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    result registry.posted;
begin
    select (select count(*) from staged_recording s where s.number is not null), (select count(*) from found_person f where f.fresh),
        (select count(*) from found_household f where f.fresh), (select count(*) from good_identity),
        (select count(*) from good_membership), (select count(*) from good_relation), (select count(*) from good_fact),
        (select count(*) from staged_refusal), (select max(s.number) from staged_recording s)
    into result;
    return result;
end $$;

-- The whole of a load in one transaction. Returns what was new; refusals stay readable until the commit.
create function registry.post() returns registry.posted
language plpgsql security definer set search_path = registry, pg_temp set work_mem = '192MB' set jit = off as $$
declare
    into_empty boolean;
    many boolean := (select count(*) from staged_fact) + (select count(*) from staged_person) > 2000;
begin
    perform pg_advisory_xact_lock(7310460197103);
    perform registry.refuse_while_filling();
    into_empty := many and not exists (select from registry.person) and not exists (select from registry.fact_entry);
    perform registry.forget_what_was_sent();
    if into_empty then perform registry.drop_heavy_indexes(); end if;
    perform registry.take_staged(into_empty);
    if into_empty then perform registry.build_heavy_indexes(); else perform registry.project_touched(); end if;
    if into_empty then perform registry.analyze_register(); end if;
    return registry.what_was_posted();
end $$;

-- Rows whose paper was recorded before, by its own key, were sent already: sending twice is once.
create function registry.forget_what_was_sent() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    sent int[];
begin
    sent := array(select s.key from staged_recording s join registry.recording r on r.once_key = s.once_key where s.number is null);
    if cardinality(sent) > 0 then
        delete from staged_recording where key = any (sent);
        delete from staged_household where recording_key = any (sent) and key is null;
        update staged_person set mention = true where recording_key = any (sent);
        delete from staged_membership where recording_key = any (sent);
        delete from staged_relation where recording_key = any (sent);
        delete from staged_fact where recording_key = any (sent);
    end if;
end $$;

create function registry.commune_of_village(village int) returns text language sql stable security definer set search_path = registry, pg_temp as $$
    select v.commune_code from territory.face_village v where v.village_id = village and v.days @> public.house_today()
$$;

do $$
declare
    f text;
begin
    for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'registry'::regnamespace
        and p.proname in ('open_staging', 'find_subjects', 'check_identities', 'check_ties', 'check_facts', 'open_recordings',
            'post_households', 'post_identities', 'post_ties', 'post_facts', 'project_fresh', 'project_households', 'project_people', 'turn_day',
            'project_touched', 'drop_what_is_known', 'post', 'take_staged', 'what_was_posted', 'post_relations', 'analyze_register', 'forget_what_was_sent', 'face_name_villages', 'analyze_staging')
    loop
        execute format('revoke execute on function %s from public', f);
    end loop;
end $$;
grant execute on function registry.open_staging(), registry.post() to ansinh_officer, ansinh_worker;
grant execute on function registry.turn_day() to ansinh_worker;
grant execute on function registry.face_name_villages(int[], text[]) to ansinh_worker, ansinh_officer;
