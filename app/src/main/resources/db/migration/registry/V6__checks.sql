-- The checks of a load, as sets: what is good goes on, what is not gets a line, a field, the value and a reason.
-- Where nothing of a load can be known already (fresh), the register is not asked.
create function registry.find_subjects(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
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

    insert into found_person
    select s.ref, coalesce(a.same_as, q.id), q.fresh, coalesce(s.born, a.born)
    from (
        select s.ref, s.born, coalesce(s.person_id, k.subject_id, n.id, case when not s.mention then nextval('registry.person_id_seq') end)::int as id,
            coalesce(s.person_id, k.subject_id, n.id) is null as fresh
        from staged_person s
        left join registry.known_as k on not find_subjects.fresh and k.subject_kind = 'p' and k.source = s.source and k.key = s.key
        left join registry.person n on not find_subjects.fresh and n.personal_number = s.personal_number and n.number_state <> 'conflict'
            and n.same_as is null and (s.mention or (n.folded = s.folded and n.born = s.born))
        where not exists (select from staged_refusal r where r.section = 'person' and r.line = s.line)
        order by s.ref
    ) q join staged_person s on s.ref = q.ref
    left join registry.person a on not find_subjects.fresh and a.id = q.id;
    insert into staged_refusal
    select 'person', s.line, case when s.personal_number is null then 'key' else 'personal_number' end, coalesce(s.personal_number, s.key),
        'person_unknown', null
    from staged_person s join found_person f on f.ref = s.ref where f.person_id is null;
    delete from found_person where person_id is null;
end $$;

create function registry.check_identities(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    -- A part left out is as known; equal to what is known is nothing new; a number keeps the state it earned, but a
    -- disagreement with year or sex ends with what it disagreed with. A number of no digits takes the known one
    -- away, and a death on the last day of the calendar takes the known death back.
    insert into good_identity
    select q.line, q.recording_key, q.person_id, q.days, q.name, q.folded, q.born, q.born_precision, q.sex, q.ethnic_group, q.number,
        case when q.number is null then null when q.as_known then p.number_state else q.number_state end,
        case when q.number is null then null when q.as_known then p.number_problem else q.number_problem end,
        q.old_numbers, q.died_on, q.source, q.demo
    from (
        select s.line, s.recording_key, f.person_id, daterange(s.from_day, null) as days, coalesce(s.name, p.name) as name,
            coalesce(s.folded, p.folded) as folded, coalesce(s.born, p.born) as born, coalesce(s.born_precision, p.born_precision) as born_precision,
            coalesce(s.sex, p.sex) as sex, coalesce(s.ethnic_group, p.ethnic_group) as ethnic_group,
            nullif(coalesce(s.personal_number, p.personal_number), '') as number, s.number_state, s.number_problem,
            s.personal_number is null or s.personal_number = p.personal_number and s.number_state = 'unverified'
                and not coalesce(p.number_state = 'conflict' and p.number_problem <> 'taken', false) as as_known,
            coalesce(s.old_numbers, p.old_numbers) as old_numbers, nullif(coalesce(s.died_on, p.died_on), date '9999-12-31') as died_on, s.source,
            coalesce(s.demo, p.demo, false) as demo
        from staged_person s
        join found_person f on f.ref = s.ref
        left join registry.person p on not check_identities.fresh and p.id = f.person_id
        where not s.mention
    ) q
    left join registry.person p on not check_identities.fresh and p.id = q.person_id
    where p.id is null
        or (q.name, q.born, q.born_precision, q.sex) is distinct from (p.name, p.born, p.born_precision, p.sex)
        or (q.ethnic_group, q.number, q.old_numbers, q.died_on) is distinct from (p.ethnic_group, p.personal_number, p.old_numbers, p.died_on)
        or q.number is not null and not q.as_known and (q.number_state, q.number_problem) is distinct from (p.number_state, p.number_problem);

    insert into staged_refusal
    select 'person', g.line, 'died_on', g.died_on::text, 'death_before_birth', g.born::text from good_identity g where g.died_on < g.born;
    insert into staged_refusal
    select 'person', g.line, 'name', null, 'identity_incomplete', null from good_identity g
    where g.name is null or g.born is null or g.sex is null or g.born_precision is null;
    delete from good_identity g using staged_refusal r where r.section = 'person' and r.line = g.line
        and r.why in ('death_before_birth', 'identity_incomplete');
    delete from found_person f where f.fresh and not exists (select from good_identity g where g.person_id = f.person_id)
        and exists (select from staged_refusal r where r.section = 'person');

    -- One number, two people: both stay, the newcomer's number is marked and becomes a task. A join and not a question per row: while a register is being
    -- filled there is no index on the number.
    if not check_identities.fresh then
        update good_identity g set number_state = 'conflict', number_problem = 'taken'
        from registry.person p
        where g.number_state <> 'conflict' and p.personal_number = g.personal_number and p.number_state <> 'conflict' and p.same_as is null
            and p.id <> g.person_id;
    end if;
    update good_identity g set number_state = 'conflict', number_problem = 'taken'
    where g.number_state <> 'conflict'
        and g.personal_number in (select o.personal_number from good_identity o where o.number_state <> 'conflict'
            group by o.personal_number having count(distinct o.person_id) > 1);
end $$;

create function registry.check_ties(fresh boolean) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_column
begin
    insert into staged_refusal
    select 'membership', m.line, case when p.ref is null then 'person' else 'household' end, null, 'subject_refused', null
    from staged_membership m left join found_person p on p.ref = m.person_ref left join found_household h on h.ref = m.household_ref
    where p.ref is null or (h.ref is null and not m.retracted);
    insert into good_membership
    select m.line, m.recording_key, p.person_id, m.kind, h.household_id, m.role, registry.days_of(m.from_day, m.until), m.retracted, m.source
    from staged_membership m
    join found_person p on p.ref = m.person_ref
    left join found_household h on h.ref = m.household_ref
    where (h.ref is not null or m.retracted)
        and case when m.retracted
            then not check_ties.fresh and exists (select from registry.membership_now n where n.person_id = p.person_id and n.kind = m.kind
                and n.days && registry.days_of(m.from_day, m.until))
            else check_ties.fresh or p.fresh or not exists (select from registry.membership_now n where n.person_id = p.person_id and n.kind = m.kind
                and n.household_id = h.household_id and n.role = m.role and n.days @> registry.days_of(m.from_day, m.until)) end;
    -- Two memberships of one kind that claim the same days cannot both be meant.
    with clash as (
        select g.ctid as at, range_agg(g.days) over (partition by g.person_id, g.kind, g.recording_key order by lower(g.days) nulls first, g.line
            rows between unbounded preceding and 1 preceding) as before
        from good_membership g
        where (g.person_id, g.kind) in (select b.person_id, b.kind from good_membership b group by b.person_id, b.kind having count(*) > 1)
    ), bad as (
        delete from good_membership g using clash c where g.ctid = c.at and c.before && g.days returning g.line, g.days, c.before
    )
    insert into staged_refusal select 'membership', b.line, 'from', b.days::text, 'memberships_overlap', b.before::text from bad b;

    insert into staged_refusal
    select 'relation', r.line, case when a.ref is null then 'from' else 'to' end, null, 'subject_refused', null
    from staged_relation r left join found_person a on a.ref = r.from_ref left join found_person b on b.ref = r.to_ref
    where a.ref is null or b.ref is null;
    insert into good_relation
    select min(q.line), q.recording_key, q.from_id, q.to_id, q.kind, q.days, q.retracted, min(q.source)
    from (
        select r.line, r.recording_key, a.person_id as from_id, b.person_id as to_id, r.kind, registry.days_of(r.from_day, r.until) as days, r.retracted,
            r.source
        from staged_relation r join found_person a on a.ref = r.from_ref join found_person b on b.ref = r.to_ref
        union all
        select r.line, r.recording_key, b.person_id, a.person_id, r.kind, registry.days_of(r.from_day, r.until), r.retracted, r.source
        from staged_relation r join found_person a on a.ref = r.from_ref join found_person b on b.ref = r.to_ref
        join registry.relation_kind k on k.no = r.kind and k.mutual
    ) q
    where q.from_id <> q.to_id
        and q.retracted = (not check_ties.fresh and exists (select from registry.relation_now n where n.from_id = q.from_id and n.to_id = q.to_id
            and n.kind = q.kind and case when q.retracted then n.days && q.days else n.days @> q.days end))
    group by q.recording_key, q.from_id, q.to_id, q.kind, q.days, q.retracted;
end $$;

-- A fact is good when its subject is known, the dictionary knows the value, and it does not begin before its person was born.
create function registry.check_facts() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    staged bigint;
    good bigint;
begin
    -- Two loads that meet a new instance at once must give it one number: the second waits for the first.
    if exists (select from staged_fact s join registry.fact_definition d on d.no = s.fact and d.many
        where s.instance <> '' and not exists (select from registry.fact_instance i where i.fact = s.fact and i.id = s.instance)) then
        perform pg_advisory_xact_lock(7310460197105);
    end if;
    insert into registry.fact_instance (fact, no, id)
    select q.fact, coalesce((select max(i.no) from registry.fact_instance i where i.fact = q.fact), 0) + row_number() over (partition by q.fact order by q.instance),
        q.fact_id
    from (select distinct s.fact, s.instance, s.instance as fact_id from staged_fact s join registry.fact_definition d on d.no = s.fact and d.many
        where s.instance <> '' and not exists (select from registry.fact_instance i where i.fact = s.fact and i.id = s.instance)) q;

    insert into good_fact
    select s.line, s.recording_key, registry.slot(s.subject_kind, coalesce(p.person_id, h.household_id, s.ref), s.fact, coalesce(i.no, 0)),
        daterange(s.from_day, s.until), s.whole, s.day, s.words, s.retracted, s.source
    from staged_fact s
    join registry.fact_definition d on d.no = s.fact and d.subject = s.subject_kind
    left join registry.fact_instance i on i.fact = s.fact and i.id = s.instance
    left join found_person p on s.subject_kind = 'p' and p.ref = s.ref
    left join found_household h on s.subject_kind = 'h' and h.ref = s.ref
    where registry.fact_trouble(d, s.instance, s.whole, s.day, s.words, s.retracted) is null
        and (s.subject_kind = 'v' or p.person_id is not null or h.household_id is not null)
        and (s.from_day is null or p.born is null or s.from_day >= p.born);
    get diagnostics good = row_count;
    select count(*) into staged from staged_fact;
    if good < staged then
        insert into staged_refusal
        select 'fact', q.line, q.id, q.value, q.why, q.detail
        from (
            select s.line, d.id, coalesce(s.words, s.day::text, s.whole::text) as value,
                case when d.no is null or d.subject <> s.subject_kind then 'fact_unknown'
                    when s.subject_kind <> 'v' and p.person_id is null and h.household_id is null then 'subject_refused'
                    when s.from_day < p.born then 'fact_before_birth'
                    else registry.fact_trouble(d, s.instance, s.whole, s.day, s.words, s.retracted) end as why,
                case when s.from_day < p.born then p.born::text else array_to_string(d.enum_values, ', ') end as detail
            from staged_fact s
            left join registry.fact_definition d on d.no = s.fact
            left join found_person p on s.subject_kind = 'p' and p.ref = s.ref
            left join found_household h on s.subject_kind = 'h' and h.ref = s.ref
        ) q where q.why is not null;
    end if;
end $$;

create function registry.fact_trouble(d registry.fact_definition, instance text, whole bigint, day date, words text, retracted boolean) returns text
language sql immutable parallel safe as $$
    select case
        when d.retired then 'fact_retired'
        when retracted then null
        when d.many and instance = '' then 'instance_missing'
        when not d.many and instance <> '' then 'instance_not_allowed'
        when d.type = 'enum' then case when words = any (d.enum_values) then null else 'value_outside_list' end
        when d.type = 'day' then case when day is null then 'value_not_a_day' end
        when d.type = 'text' then case when words is null then 'value_missing' end
        when whole is null then 'value_not_a_number'
        when d.type = 'bool' then case when whole in (0, 1) then null else 'value_not_yes_or_no' end
        when whole < d.least or whole > d.most then 'value_out_of_range'
    end
$$;
