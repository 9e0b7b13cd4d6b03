-- Posting: what the checks let through becomes entries, and the projection follows in the same transaction.

-- Recordings are opened only for what is new: the second load of the same rows makes none.
create function registry.open_recordings() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.recording (number, at, officer, act, document, received_on, once_key)
    select l.number + row_number() over w, greatest(max(coalesce(s.said_at, clock_timestamp())) over w, l.at), registry.acting(), s.act, s.document,
        s.received_on, s.once_key
    from staged_recording s,
        (select coalesce(max(r.number), 0) as number, max(r.at) as at from registry.recording r) l
    where s.number is null and exists (
        select from (select recording_key from good_identity union select recording_key from good_membership union
            select recording_key from good_relation union select recording_key from good_fact union
            select s2.recording_key from staged_household s2 join found_household f on f.ref = s2.ref and f.fresh) g where g.recording_key = s.key)
    window w as (order by coalesce(s.said_at, clock_timestamp()), s.key);
    update staged_recording s set number = q.number
    from (select s3.key, l.number - count(*) over () + row_number() over (order by coalesce(s3.said_at, clock_timestamp()), s3.key) as number
        from staged_recording s3, (select max(r.number) as number from registry.recording r) l
        where s3.number is null and exists (
            select from (select recording_key from good_identity union select recording_key from good_membership union
                select recording_key from good_relation union select recording_key from good_fact union
                select s2.recording_key from staged_household s2 join found_household f on f.ref = s2.ref and f.fresh) g
            where g.recording_key = s3.key)) q
    where q.key = s.key;
end $$;

-- Households come after the memberships of their people, because a fresh one names its head at once.
create function registry.post_households(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    insert into registry.household (id, code, village_id, commune_code, head_id, code_words, demo, recording)
    select f.household_id, coalesce(s.code, 'H' || f.household_id), s.village_id, s.commune_code, m.person_id, coalesce(s.code_words, ''),
        coalesce(s.demo, false), r.number
    from found_household f join staged_household s on s.ref = f.ref join staged_recording r on r.key = s.recording_key
    left join (
        select distinct on (p.household_id) p.household_id, p.person_id from posted_membership p where p.kind = 1 and p.role = 'head'
        order by p.household_id, p.days @> public.house_today() desc, upper(p.days) desc nulls first, p.person_id
    ) m on m.household_id = f.household_id
    where f.fresh;
    insert into registry.known_as
    select 'h', s.source, s.key, f.household_id from found_household f join staged_household s on s.ref = f.ref
    where s.key is not null and case when post_households.fresh then f.fresh else not exists (
        select from registry.known_as k where k.subject_kind = 'h' and k.source = s.source and k.key = s.key) end;
end $$;

create function registry.post_identities(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    insert into registry.identity_entry (person_id, days, name, folded, born, born_precision, sex, ethnic_group, personal_number, number_state,
        number_problem, old_numbers, died_on, source, recording)
    select g.person_id, g.days, g.name, g.folded, g.born, g.born_precision, g.sex, g.ethnic_group, g.personal_number, g.number_state,
        g.number_problem, g.old_numbers, g.died_on, g.source, r.number
    from good_identity g join staged_recording r on r.key = g.recording_key;
    insert into registry.known_as
    select distinct on (s.source, s.key) 'p', s.source, s.key, f.person_id from found_person f join staged_person s on s.ref = f.ref
    where s.key is not null and (post_identities.fresh or not exists (
        select from registry.known_as k where k.subject_kind = 'p' and k.source = s.source and k.key = s.key));
    if post_identities.fresh then
        return;
    end if;

    update registry.person p set name = g.name, folded = g.folded, born = g.born, born_precision = g.born_precision, sex = g.sex,
        ethnic_group = g.ethnic_group, personal_number = g.personal_number, number_state = g.number_state, number_problem = g.number_problem,
        old_numbers = g.old_numbers, died_on = g.died_on, recording = r.number
    from (select distinct on (person_id) * from good_identity order by person_id, recording_key desc) g
    join staged_recording r on r.key = g.recording_key
    where p.id = g.person_id and g.days @> greatest(public.house_today(), g.died_on);
end $$;

-- Who said what about one person and one kind only once needs no overlay; only where several entries meet are they worked out piece by piece.
create function registry.post_ties(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
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
        select d.person_id, d.kind, d.household_id, d.role, unnest(datemultirange(d.days) - (select range_agg(s.days) from good_membership s
            where s.person_id = d.person_id and s.kind = d.kind)), d.recording
        from (select distinct * from displaced) d;
    end if;
    insert into registry.membership_now (person_id, kind, household_id, role, days, recording)
    select p.person_id, p.kind, p.household_id, p.role, p.days, p.recording from posted_membership p;
    perform registry.post_relations(post_ties.fresh);
end $$;

create function registry.post_relations(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
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
        select d.from_id, d.to_id, d.kind, unnest(datemultirange(d.days) - (select range_agg(s.days) from good_relation s
            where s.from_id = d.from_id and s.to_id = d.to_id and s.kind = d.kind)), d.recording
        from (select distinct * from displaced) d;
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

-- Facts come by the million. A slot with one entry needs no overlay; only slots of which several entries overlap are worked out piece by piece.
create function registry.post_facts(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.fact_entry (slot, recording, days, whole, day, words, retracted, source)
    select g.slot, r.number, g.days, g.whole, g.day, g.words, g.retracted, g.source
    from good_fact g join staged_recording r on r.key = g.recording_key;

    if not fresh then
        insert into displaced_fact
        select distinct on (n.slot, n.days) n.slot, n.recording, n.days, n.whole, n.day, n.words, n.source
        from good_fact g join registry.fact_now n on n.slot = g.slot and n.days && g.days order by n.slot, n.days;
        delete from registry.fact_now n using displaced_fact d where n.slot = d.slot and n.days = d.days;
        insert into registry.fact_now (slot, recording, days, whole, day, words, source)
        select d.slot, d.recording, unnest(datemultirange(d.days) - (select range_agg(g.days) from good_fact g where g.slot = d.slot)),
            d.whole, d.day, d.words, d.source
        from displaced_fact d;
        perform registry.tell_followers(array(select g.slot from good_fact g
            where ((g.slot >> 18) & 4095)::smallint = any ((select registry.followed_facts())::smallint[])));
    end if;

    insert into registry.fact_now (slot, recording, days, whole, day, words, source)
    select g.slot, r.number, g.days, g.whole, g.day, g.words, g.source
    from good_fact g join staged_recording r on r.key = g.recording_key
    where not g.retracted and g.slot not in (select b.slot from busy_slot b);
    insert into registry.fact_now (slot, recording, days, whole, day, words, source)
    select q.slot, q.number, q.piece, q.whole, q.day, q.words, q.source
    from (
        select g.*, r.number, unnest(datemultirange(g.days) - coalesce(range_agg(g.days) over later, '{}')) as piece
        from good_fact g join busy_slot b on b.slot = g.slot join staged_recording r on r.key = g.recording_key
        window later as (partition by g.slot order by r.number desc groups between unbounded preceding and 1 preceding)
    ) q where not q.retracted;
end $$;
