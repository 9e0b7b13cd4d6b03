-- Who may see what, and what rooms above may join.
do $$
declare
    t text;
begin
    foreach t in array array['identity_entry', 'alias_entry', 'membership_entry', 'relation_entry', 'fact_entry'] loop
        execute format('create trigger %1$s_stays before update or delete or truncate on registry.%1$s for each statement execute function registry.refuse_change()', t);
    end loop;
    foreach t in array array['household', 'person', 'identity_entry', 'known_as', 'alias_entry', 'membership_entry', 'membership_now', 'relation_entry',
        'relation_now', 'move', 'fact_entry', 'fact_now'] loop
        execute format('alter table registry.%I enable row level security', t);
        execute format('alter table registry.%I force row level security', t);
        execute format('create policy owner_keeps on registry.%I to ansinh_owner using (true) with check (true)', t);
        execute format('create policy house_reads on registry.%I for select to ansinh_worker, ansinh_determiner using (true)', t);
        execute format('grant select on registry.%I to ansinh_officer, ansinh_worker, ansinh_determiner', t);
    end loop;
    foreach t in array array['membership_kind', 'relation_kind', 'fact_definition', 'fact_instance'] loop
        execute format('grant select on registry.%I to ansinh_officer, ansinh_worker, ansinh_determiner', t);
    end loop;
end $$;

create policy own_area on registry.person for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_area on registry.household for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_area on registry.identity_entry for select to ansinh_officer
    using (exists (select from registry.person p where p.id = person_id));
create policy own_area on registry.alias_entry for select to ansinh_officer
    using (exists (select from registry.person p where p.id = person_id));
create policy own_area on registry.known_as for select to ansinh_officer
    using (case subject_kind when 'p' then exists (select from registry.person p where p.id = subject_id)
        else exists (select from registry.household h where h.id = subject_id) end);
create policy own_area on registry.membership_entry for select to ansinh_officer
    using (exists (select from registry.person p where p.id = person_id));
create policy own_area on registry.membership_now for select to ansinh_officer
    using (exists (select from registry.person p where p.id = person_id));
-- A relation is seen from the person in one's area; who stands at the other end is told only where that person is in the area too.
create policy own_area on registry.relation_entry for select to ansinh_officer
    using (exists (select from registry.person p where p.id = from_id) or exists (select from registry.person p where p.id = to_id));
create policy own_area on registry.relation_now for select to ansinh_officer
    using (exists (select from registry.person p where p.id = from_id) or exists (select from registry.person p where p.id = to_id));
create policy own_area on registry.move for select to ansinh_officer
    using (from_commune = any ((select access.my_communes())::text[]) or to_commune = any ((select access.my_communes())::text[]));
create policy own_area on registry.fact_entry for select to ansinh_officer
    using (case slot >> 61 when 0 then exists (select from registry.person p where p.id = ((slot >> 30) & 2147483647)::int)
        when 1 then exists (select from registry.household h where h.id = ((slot >> 30) & 2147483647)::int) else true end);
create policy own_area on registry.fact_now for select to ansinh_officer
    using (case slot >> 61 when 0 then exists (select from registry.person p where p.id = ((slot >> 30) & 2147483647)::int)
        when 1 then exists (select from registry.household h where h.id = ((slot >> 30) & 2147483647)::int) else true end);

-- The heavy indexes in one place: a load into an empty register drops them first and builds them, sorted, at the end. Two shares of about the same
-- work, so that two connections can build them side by side.
create function registry.heavy_index() returns table (share int, name text, belongs_to regclass, is_constraint boolean, definition text)
language sql stable set search_path = registry, public, pg_temp as $$
    values
        (1, 'fact_one_at_a_time', 'registry.fact_now'::regclass, true, 'primary key (slot, days without overlaps)'),
        (1, 'fact_now_subject', 'registry.fact_now', false, '((((slot >> 30) & 2147483647)::int))'),
        -- everybody of whom one word holds: all poor households; only the beginning, because words may be longer than an index takes
        (1, 'fact_now_words', 'registry.fact_now', false, '(left(words, 40)) where words is not null'),
        (2, 'fact_entry_slot', 'registry.fact_entry', false, '(slot)'),
        (2, 'identity_person', 'registry.identity_entry', false, '(person_id)'),
        (2, 'membership_one_at_a_time', 'registry.membership_now', true, 'primary key (person_id, kind, days without overlaps)'),
        (2, 'membership_household', 'registry.membership_now', false, '(household_id)'),
        (2, 'membership_person', 'registry.membership_entry', false, '(person_id)'),
        -- the posting keeps relations apart; that one holds twice on a day would harm nobody
        (2, 'relation_once_at_a_time', 'registry.relation_now', true, 'primary key (from_id, to_id, kind, days)'),
        (2, 'relation_now_to', 'registry.relation_now', false, '(to_id)'),
        (2, 'relation_from', 'registry.relation_entry', false, '(from_id)'),
        (2, 'relation_to', 'registry.relation_entry', false, '(to_id)'),
        (2, 'known_key', 'registry.known_as', false, 'unique (subject_kind, source, key)'),
        (2, 'known_subject', 'registry.known_as', false, '(subject_kind, subject_id)'),
        (2, 'person_number', 'registry.person', false, 'unique (personal_number) where number_state <> ''conflict'' and same_as is null'),
        (2, 'person_household', 'registry.person', false, '(household_id)'),
        -- who lives where today is counted without reading anybody's row
        (2, 'person_living', 'registry.person', false, '(household_id) include (commune_code) where lives_here and died_on is null and same_as is null'),
        (2, 'person_area', 'registry.person', false, '(commune_code, village_id)'),
        (2, 'person_conflicts', 'registry.person', false, '(commune_code) where number_state = ''conflict'''),
        (2, 'person_words', 'registry.person', false, 'using gin (words)'),
        (2, 'person_number_part', 'registry.person', false, 'using gin (personal_number gin_trgm_ops) where personal_number is not null')
$$;

create function registry.drop_heavy_indexes() returns void language plpgsql set search_path = registry, public, pg_temp as $$
declare
    i record;
begin
    for i in select * from registry.heavy_index() loop
        if i.is_constraint then
            execute format('alter table %s drop constraint if exists %I', i.belongs_to, i.name);
        else
            execute format('drop index if exists registry.%I', i.name);
        end if;
    end loop;
end $$;

-- Those that are missing, of one share or of both.
create function registry.build_heavy_indexes(of_share int default null) returns void language plpgsql set search_path = registry, public, pg_temp
    set maintenance_work_mem = '128MB' as $$
declare
    i record;
begin
    for i in select * from registry.heavy_index() h where (of_share is null or h.share = of_share) and to_regclass('registry.' || h.name) is null loop
        if i.is_constraint then
            execute format('alter table %s add constraint %I %s', i.belongs_to, i.name, i.definition);
        elsif i.definition like 'unique %' then
            execute format('create unique index %I on %s %s', i.name, i.belongs_to, substr(i.definition, 8));
        else
            execute format('create index %I on %s %s', i.name, i.belongs_to, i.definition);
        end if;
    end loop;
end $$;
select registry.build_heavy_indexes();
revoke execute on function registry.heavy_index(), registry.drop_heavy_indexes(), registry.build_heavy_indexes(int) from public;

create view registry.face_person with (security_invoker = true) as
    select id as person_id, name, born, born_precision, sex, ethnic_group, personal_number, number_state, died_on, household_id, role, village_id,
        commune_code, demo, number_problem, lives_here
    from registry.person where same_as is null;

create view registry.face_household with (security_invoker = true) as
    select id as household_id, code, head_id, village_id, commune_code, demo from registry.household;

create view registry.face_fact_now with (security_invoker = true) as
    select f.subject_kind, f.subject_id, d.id as fact, coalesce(i.id, '') as instance, f.days, f.whole, f.day, f.words, f.source, f.recording
    from registry.fact_now f
    join registry.fact_definition d on d.no = f.fact
    left join registry.fact_instance i on i.fact = f.fact and i.no = f.instance;

create view registry.face_membership with (security_invoker = true) as
    select m.person_id, m.household_id, k.id as kind, m.role, m.days, m.recording
    from registry.membership_now m join registry.membership_kind k on k.no = m.kind;

create view registry.face_relation with (security_invoker = true) as
    select r.from_id, r.to_id, k.id as kind, r.days, r.recording
    from registry.relation_now r join registry.relation_kind k on k.no = r.kind;

create view registry.face_recording with (security_invoker = true) as
    select number, at, officer, act, document, received_on, once_key from registry.recording;

create view registry.face_task with (security_invoker = true) as
    select 'number_conflict' as kind, id as person_id, null::int as move_id, commune_code, number_problem as because
    from registry.person where number_state = 'conflict' and same_as is null;

create view registry.face_fact_definition with (security_invoker = true) as
    select id as fact, subject, type, enum_values, least, most, many, sensitivity from registry.fact_definition where not retired;

grant select on registry.face_person, registry.face_household, registry.face_fact_now, registry.face_membership, registry.face_relation,
    registry.face_recording, registry.face_task, registry.face_fact_definition to ansinh_officer, ansinh_worker, ansinh_determiner;

-- Facts as known at a recording: the overlay of the entries up to it; where entries overlap, the later recording wins.
create function registry.face_facts_known_at(kind "char", subjects int[], at_number bigint)
returns table (subject_kind "char", subject_id int, fact text, instance text, days daterange, whole bigint, day date, words text, source text,
    recording bigint)
language sql stable as $$
    with known as materialized (
        select e.* from unnest(subjects) s
        join registry.fact_entry e on e.slot >= registry.slot(kind, s, 0::smallint, 0) and e.slot < registry.slot(kind, s + 1, 0::smallint, 0)
        where e.recording <= at_number
    ), standing as (
        select e.slot, e.whole, e.day, e.words, e.source, e.recording,
            unnest(datemultirange(e.days) - coalesce((select range_agg(l.days) from known l
                where l.slot = e.slot and (l.recording, l.entry) > (e.recording, e.entry)), '{}')) as days
        from known e where not e.retracted
    )
    select registry.slot_kind(s.slot), registry.slot_subject(s.slot), d.id, coalesce(i.id, ''), s.days, s.whole, s.day, s.words, s.source, s.recording
    from standing s
    join registry.fact_definition d on d.no = ((s.slot >> 18) & 4095)::smallint
    left join registry.fact_instance i on i.fact = d.no and i.no = (s.slot & 262143)::int
$$;

create function registry.face_memberships_known_at(persons int[], at_number bigint)
returns table (person_id int, household_id int, kind text, role text, days daterange, recording bigint)
language sql stable as $$
    with known as materialized (
        select e.* from registry.membership_entry e where e.person_id = any (persons) and e.recording <= at_number
    )
    select s.person_id, s.household_id, k.id, s.role, s.days, s.recording
    from (select e.person_id, e.household_id, e.kind, e.role, e.recording,
            unnest(datemultirange(e.days) - coalesce((select range_agg(l.days) from known l
                where l.person_id = e.person_id and l.kind = e.kind and (l.recording, l.entry) > (e.recording, e.entry)), '{}')) as days
        from known e where not e.retracted) s
    join registry.membership_kind k on k.no = s.kind
$$;

create function registry.face_relations_known_at(persons int[], at_number bigint)
returns table (from_id int, to_id int, kind text, days daterange, recording bigint)
language sql stable as $$
    with known as materialized (
        select e.* from registry.relation_entry e where (e.from_id = any (persons) or e.to_id = any (persons)) and e.recording <= at_number
    )
    select s.from_id, s.to_id, k.id, s.days, s.recording
    from (select e.from_id, e.to_id, e.kind, e.recording,
            unnest(datemultirange(e.days) - coalesce((select range_agg(l.days) from known l
                where l.from_id = e.from_id and l.to_id = e.to_id and l.kind = e.kind and (l.recording, l.entry) > (e.recording, e.entry)), '{}')) as days
        from known e where not e.retracted) s
    join registry.relation_kind k on k.no = s.kind
$$;

create function registry.face_identities_known_at(persons int[], at_number bigint)
returns table (person_id int, days daterange, name text, born date, born_precision text, sex text, ethnic_group text, personal_number text,
    number_state text, old_numbers text[], died_on date, source text, recording bigint)
language sql stable as $$
    with known as materialized (
        select e.* from registry.identity_entry e where e.person_id = any (persons) and e.recording <= at_number
    )
    select e.person_id, s.days, e.name, e.born, e.born_precision, e.sex, e.ethnic_group, e.personal_number, e.number_state, e.old_numbers, e.died_on,
        e.source, e.recording
    from known e, lateral unnest(datemultirange(e.days) - coalesce((select range_agg(l.days) from known l
        where l.person_id = e.person_id and (l.recording, l.entry) > (e.recording, e.entry)), '{}')) as s(days)
$$;
