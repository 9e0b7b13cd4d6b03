-- The one way in: rows are copied into staging tables without policies, checked and posted as sets. One change of one officer and the load of
-- a province take the same path. The tables are temporary: private to the session, emptied by the commit, made once per connection.
create function registry.open_staging() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if to_regclass('pg_temp.staged_fact') is null then
        create temp table staged_recording (key int primary key, act text not null, document text, received_on date, once_key text,
            said_at timestamptz, number bigint) on commit delete rows;
        create temp table staged_household (ref int, line int, source text, key text, household_id int, code text, code_words text, village_id int,
            commune_code text, from_day date, recording_key int, demo boolean) on commit delete rows;
        create temp table staged_person (ref int, line int, source text, key text, person_id int, mention boolean, recording_key int, from_day date,
            name text, folded text, born date, born_precision text, sex text, ethnic_group text, personal_number text, number_state text,
            number_problem text, old_numbers text[], died_on date, demo boolean) on commit delete rows;
        create temp table staged_membership (line int, recording_key int, person_ref int, household_ref int, kind smallint, role text, from_day date,
            until date, retracted boolean, source text) on commit delete rows;
        create temp table staged_relation (line int, recording_key int, from_ref int, to_ref int, kind smallint, from_day date, until date,
            retracted boolean, source text) on commit delete rows;
        create temp table staged_fact (line int, recording_key int, ref int, subject_kind "char", fact smallint, instance text, from_day date, until date,
            whole bigint, day date, words text, retracted boolean, source text) on commit delete rows;
        create temp table staged_refusal (section text, line int, field text, value text, why text, detail text) on commit delete rows;

        create temp table found_household (ref int, household_id int, fresh boolean) on commit delete rows;
        create temp table found_person (ref int, person_id int, fresh boolean, born date) on commit delete rows;
        create temp table good_identity (line int, recording_key int, person_id int, days daterange, name text, folded text, born date,
            born_precision text, sex text, ethnic_group text, personal_number text, number_state text, number_problem text, old_numbers text[],
            died_on date, source text, demo boolean) on commit delete rows;
        create temp table good_membership (line int, recording_key int, person_id int, kind smallint, household_id int, role text, days daterange,
            retracted boolean, source text) on commit delete rows;
        create temp table good_relation (line int, recording_key int, from_id int, to_id int, kind smallint, days daterange, retracted boolean,
            source text) on commit delete rows;
        create temp table good_fact (line int, recording_key int, slot bigint, days daterange, whole bigint, day date, words text, retracted boolean,
            source text) on commit delete rows;
        create temp table posted_membership (person_id int, kind smallint, household_id int, role text, days daterange, recording bigint)
            on commit delete rows;
        create temp table busy_slot (slot bigint) on commit delete rows;
        create temp table displaced_fact (slot bigint, recording bigint, days daterange, whole bigint, day date, words text, source text)
            on commit delete rows;
        -- Filled by our own functions only: homes that change without a row of their own, and whom an accepted move lets into the area.
        create temp table touched_household (household_id int) on commit delete rows;
        create temp table let_in (subject_kind "char", subject_id int) on commit delete rows;
        grant insert, select on staged_recording, staged_household, staged_person, staged_membership, staged_relation, staged_fact
            to ansinh_officer, ansinh_worker;
        grant select on staged_refusal to ansinh_officer, ansinh_worker;
    else
        truncate staged_recording, staged_household, staged_person, staged_membership, staged_relation, staged_fact, staged_refusal, found_household,
            found_person, good_identity, good_membership, good_relation, good_fact, posted_membership, busy_slot, displaced_fact,
            touched_household, let_in;
    end if;
end $$;

-- A move of statistics costs less than a bad plan, but not for the three rows of one form.
create function registry.analyze_staging(from_rows bigint) returns void language plpgsql set search_path = registry, pg_temp as $$
begin
    if from_rows > 2000 then
        analyze staged_household; analyze staged_person; analyze staged_membership; analyze staged_relation; analyze staged_fact;
    end if;
end $$;

create function registry.days_of(from_day date, until date) returns daterange
language sql immutable parallel safe as $$ select daterange(from_day, until, '[)') $$;

-- Search words of villages, folded by the same Java code that folds names.
create table registry.village_words (village_id int primary key, words text not null);
create function registry.face_name_villages(ids int[], folded text[]) returns void
language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.village_words (village_id, words) select * from unnest(ids, folded)
    on conflict (village_id) do update set words = excluded.words where village_words.words <> excluded.words
$$;
grant select on registry.village_words to ansinh_worker, ansinh_officer;

-- Villages named by the staged rows whose words are not known or may have changed.
create function registry.staged_villages() returns setof int language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    return query select distinct s.whole::int from pg_temp.staged_fact s where s.subject_kind = 'h' and s.fact = 1 and s.whole between 1 and 2147483647;
end $$;

-- What a word of the search may hit: name, year of birth, village, code of the household, commune (with a mark, so that it is no word); family and given name also
-- together (marked too): thousands have both of two common words somewhere, and whoever types two means these.
create function registry.search_words(folded text, born date, village text, code text, commune text) returns tsvector
language sql immutable parallel safe as $$
    select array_to_tsvector(array_remove(string_to_array(folded || ' ' || extract(year from born)::int::text || ' ' || coalesce(village, '')
        || ' ' || coalesce(code, '') || ' @' || coalesce(commune, '') || ' ~' || split_part(folded, ' ', 1) || '~' || split_part(folded, ' ', -1), ' '), ''))
$$;
