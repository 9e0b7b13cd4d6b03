-- What a file says anew about thousands of people displaces what was known of them. What is left of the old is worked out for all of them together: asked slot by slot,
-- each looked through the whole file, and a review of a hundred thousand households never came to an end. Facts are written in the order of their slots: a page of an index
-- is fetched and logged once, not once for each of its rows.
create or replace function registry.post_ties(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    insert into registry.membership_entry (person_id, kind, household_id, role, days, retracted, source, recording)
    select g.person_id, g.kind, g.household_id, g.role, g.days, g.retracted, g.source, r.number
    from good_membership g join staged_recording r on r.key = g.recording_key;
    with said as (
        select g.*, r.number, count(*) over (partition by g.person_id, g.kind) as times
        from good_membership g join staged_recording r on r.key = g.recording_key
    )
    insert into posted_membership
    select s.person_id, s.kind, s.household_id, s.role, s.days, s.number from said s where s.times = 1 and not s.retracted
    union all
    select q.person_id, q.kind, q.household_id, q.role, q.piece, q.number
    from (select s.*, unnest(datemultirange(s.days) - coalesce(range_agg(s.days) over later, '{}')) as piece from said s where s.times > 1
        window later as (partition by s.person_id, s.kind order by s.number desc groups between unbounded preceding and 1 preceding)) q
    where not q.retracted;
    if not post_ties.fresh then
        with displaced as (
            delete from registry.membership_now n using good_membership g
            where n.person_id = g.person_id and n.kind = g.kind and n.days && g.days returning n.*
        )
        insert into registry.membership_now (person_id, kind, household_id, role, days, recording)
        select d.person_id, d.kind, d.household_id, d.role, unnest(datemultirange(d.days) - s.days), d.recording
        from (select distinct * from displaced) d
        join (select g.person_id, g.kind, range_agg(g.days) as days from good_membership g group by 1, 2) s on s.person_id = d.person_id and s.kind = d.kind;
    end if;
    insert into registry.membership_now (person_id, kind, household_id, role, days, recording)
    select p.person_id, p.kind, p.household_id, p.role, p.days, p.recording from posted_membership p;
    perform registry.post_relations(post_ties.fresh);
end $$;

create or replace function registry.post_relations(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    insert into registry.relation_entry (from_id, to_id, kind, days, retracted, source, recording)
    select g.from_id, g.to_id, g.kind, g.days, g.retracted, g.source, r.number
    from good_relation g join staged_recording r on r.key = g.recording_key;
    if not post_relations.fresh then
        with displaced as (
            delete from registry.relation_now n using good_relation g
            where n.from_id = g.from_id and n.to_id = g.to_id and n.kind = g.kind and n.days && g.days returning n.*
        )
        insert into registry.relation_now (from_id, to_id, kind, days, recording)
        select d.from_id, d.to_id, d.kind, unnest(datemultirange(d.days) - s.days), d.recording
        from (select distinct * from displaced) d
        join (select g.from_id, g.to_id, g.kind, range_agg(g.days) as days from good_relation g group by 1, 2, 3) s
          on s.from_id = d.from_id and s.to_id = d.to_id and s.kind = d.kind;
    end if;
    with said as (
        select g.*, r.number, count(*) over (partition by g.from_id, g.to_id, g.kind) as times
        from good_relation g join staged_recording r on r.key = g.recording_key
    )
    insert into registry.relation_now (from_id, to_id, kind, days, recording)
    select s.from_id, s.to_id, s.kind, s.days, s.number from said s where s.times = 1 and not s.retracted
    union all
    select q.from_id, q.to_id, q.kind, q.piece, q.number
    from (select s.*, unnest(datemultirange(s.days) - coalesce(range_agg(s.days) over later, '{}')) as piece from said s where s.times > 1
        window later as (partition by s.from_id, s.to_id, s.kind order by s.number desc groups between unbounded preceding and 1 preceding)) q
    where not q.retracted;
end $$;

create or replace function registry.post_facts(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.fact_entry (slot, recording, days, whole, day, words, retracted, source)
    select g.slot, r.number, g.days, g.whole, g.day, g.words, g.retracted, g.source
    from good_fact g join staged_recording r on r.key = g.recording_key order by g.slot;

    if not fresh then
        delete from registry.fact_now n using displaced_fact d where n.slot = d.slot and n.days = d.days;
        insert into registry.fact_now (slot, recording, days, whole, day, words, source)
        select d.slot, d.recording, unnest(datemultirange(d.days) - g.days), d.whole, d.day, d.words, d.source
        from displaced_fact d join (select said.slot, range_agg(said.days) as days from good_fact said group by said.slot) g on g.slot = d.slot order by d.slot;
        perform registry.tell_followers(array(select g.slot from good_fact g
            where ((g.slot >> 18) & 4095)::smallint = any ((select registry.followed_facts())::smallint[])));
    end if;

    insert into registry.fact_now (slot, recording, days, whole, day, words, source)
    select g.slot, r.number, g.days, g.whole, g.day, g.words, g.source
    from good_fact g join staged_recording r on r.key = g.recording_key
    where not g.retracted and g.slot not in (select b.slot from busy_slot b) order by g.slot;
    insert into registry.fact_now (slot, recording, days, whole, day, words, source)
    select q.slot, q.number, q.piece, q.whole, q.day, q.words, q.source
    from (
        select g.*, r.number, unnest(datemultirange(g.days) - coalesce(range_agg(g.days) over later, '{}')) as piece
        from good_fact g join busy_slot b on b.slot = g.slot join staged_recording r on r.key = g.recording_key
        window later as (partition by g.slot order by r.number desc groups between unbounded preceding and 1 preceding)
    ) q where not q.retracted;
end $$;

-- What a load meets of what is known is looked for once: what says nothing new goes, and the rest of it is what will be displaced.
create or replace function registry.drop_what_is_known(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
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
        insert into displaced_fact
        select distinct on (n.slot, n.days) n.slot, n.recording, n.days, n.whole, n.day, n.words, n.source
        from good_fact g join registry.fact_now n on n.slot = g.slot and n.days && g.days order by n.slot, n.days;
        delete from good_fact g using displaced_fact n
        where n.slot = g.slot and not g.retracted and n.days @> g.days
            and (n.whole, n.day, n.words) is not distinct from (g.whole, g.day, g.words);
        delete from good_fact g where g.retracted and not exists (select from displaced_fact n where n.slot = g.slot and n.days && g.days);
        delete from displaced_fact n where not exists (select from good_fact g where g.slot = n.slot and g.days && n.days);
    end if;
end $$;

-- A file of two hundred thousand rows states one fact or two: whose they are is asked once for each.
create or replace function registry.must_be_ours_to_state() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    voices text[];
    foreign_fact text;
begin
    if registry.acting() = 'ansinh_worker' then
        return;
    end if;
    if exists (select from good_identity) or exists (select from good_membership) or exists (select from good_relation)
        or exists (select from found_household f where f.fresh) then
        perform registry.must_record();
    end if;
    voices := registry.my_voices();
    select d.id into foreign_fact from registry.fact_definition d
     where not d.stated_by && voices and d.no in (select distinct (g.slot >> 18) & 4095 from good_fact g) limit 1;
    if found then
        raise exception '% may not state %.', registry.acting(), foreign_fact using errcode = '42501', constraint = 'stated_by_others',
            detail = foreign_fact, hint = 'The dictionary names who may state a fact.';
    end if;
end $$;

-- Two hundred thousand people who are only named need not be looked up twice.
create or replace function registry.find_subjects(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    insert into staged_refusal
    select 'household', s.line, 'key', s.key, 'twice_in_load', min(s.line) over w
    from (select *, row_number() over (partition by source, key order by ref) as nth from staged_household where key is not null) s
    where s.nth > 1 window w as (partition by s.source, s.key);
    insert into staged_refusal
    select 'person', s.line, 'key', s.key, 'twice_in_load', null
    from (select *, row_number() over (partition by source, key order by ref) as nth from staged_person where key is not null) s
    where s.nth > 1;

    -- A village belongs to a commune on a day; a household may not stand where there was nothing yet, or nothing any more.
    insert into staged_refusal
    select 'household', s.line, case when s.village_id is null then 'commune' else 'village' end, coalesce(s.village_id::text, s.commune_code),
        case when s.village_id is null then 'commune_unknown_on_day' else 'village_unknown_on_day' end,
        coalesce(greatest(s.from_day, public.house_today())::text, public.house_today()::text)
    from staged_household s
    where s.household_id is null and s.commune_code is not null and case when s.village_id is null
        then not exists (select from territory.face_commune c where c.code = s.commune_code and c.days @> greatest(s.from_day, public.house_today()))
        else not exists (select from territory.face_village v where v.village_id = s.village_id and v.commune_code = s.commune_code
            and v.days @> greatest(s.from_day, public.house_today())) end;

    insert into found_household
    select s.ref, coalesce(s.household_id, k.subject_id, h.id, case when s.commune_code is not null then nextval('registry.household_id_seq') end),
        coalesce(s.household_id, k.subject_id, h.id) is null
    from staged_household s
    left join registry.known_as k on (not find_subjects.fresh or s.commune_code is null) and k.subject_kind = 'h' and k.source = s.source and k.key = s.key
    left join registry.household h on not find_subjects.fresh and h.commune_code = s.commune_code and h.code = s.code
    where not exists (select from staged_refusal r where r.section = 'household' and r.line = s.line and r.why <> 'twice_in_load')
        and not exists (select from staged_refusal r where r.section = 'household' and r.why = 'twice_in_load' and r.line = s.line and r.value = s.key)
    order by s.ref;
    insert into staged_refusal
    select 'household', s.line, 'key', coalesce(s.key, s.code), 'household_unknown', null
    from staged_household s join found_household f on f.ref = s.ref where f.household_id is null;
    delete from found_household where household_id is null;

    -- Whoever was found by their number is the one who is kept, and of them everything is at hand; whoever is named may have been taken over by another.
    insert into found_person
    select q.ref, coalesce(a.same_as, q.id), q.fresh, coalesce(q.born, a.born, q.born_found)
    from (
        select s.ref, s.born, n.born as born_found, coalesce(s.person_id, k.subject_id) as named,
            coalesce(s.person_id, k.subject_id, n.id, case when not s.mention then nextval('registry.person_id_seq') end)::int as id,
            coalesce(s.person_id, k.subject_id, n.id) is null as fresh
        from staged_person s
        left join registry.known_as k on not find_subjects.fresh and k.subject_kind = 'p' and k.source = s.source and k.key = s.key
        left join registry.person n on not find_subjects.fresh and n.personal_number = s.personal_number and n.number_state <> 'conflict'
            and n.same_as is null and (s.mention or (n.folded = s.folded and n.born = s.born))
        where not exists (select from staged_refusal r where r.section = 'person' and r.line = s.line)
        order by s.ref
    ) q left join registry.person a on not find_subjects.fresh and a.id = q.named;
    insert into staged_refusal
    select 'person', s.line, case when s.personal_number is null then 'key' else 'personal_number' end, coalesce(s.personal_number, s.key),
        'person_unknown', null
    from staged_person s join found_person f on f.ref = s.ref where f.person_id is null;
    delete from found_person where person_id is null;
end $$;
