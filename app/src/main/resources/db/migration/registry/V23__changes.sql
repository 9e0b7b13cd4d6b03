-- What officers may record, whom a record touched, and two files that are one person.

-- Changes of people and households are a commune officer's work.
create function registry.must_record() returns void language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.acting() <> 'ansinh_worker' and not access.has_role('commune_officer') then
        raise exception '% may not record changes of people and households.', registry.acting() using errcode = '42501',
            constraint = 'recorded_by_commune_officer', hint = 'A commune officer of their commune records them.';
    end if;
end $$;

-- Whose word a fact needs (stated_by of the dictionary). What was paid before the cut-over comes in by the commune's own file.
create function registry.my_voices() returns text[] language sql stable security definer set search_path = registry, pg_temp as $$
    select array_remove(case when access.has_role('commune_officer') then array['commune_officer', 'payments'] else '{}' end
        || case when access.has_role('commune_chair') or access.has_role('provincial_approver') then 'casework' end
        || case when access.has_role('paying_officer') then 'payments' end, null)
$$;

create function registry.must_be_ours_to_state() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
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
    select d.id into foreign_fact from good_fact g join registry.fact_definition d on d.no = ((g.slot >> 18) & 4095) where not d.stated_by && voices limit 1;
    if found then
        raise exception '% may not state %.', registry.acting(), foreign_fact using errcode = '42501', constraint = 'stated_by_others',
            detail = foreign_fact, hint = 'The dictionary names who may state a fact.';
    end if;
end $$;

-- Communes that staged rows touch or put somebody into, and nothing (null) where a row names nobody.
create function registry.staged_communes() returns setof text language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return query
    select s.commune_code from staged_household s where s.commune_code is not null
    union
    select h.commune_code from found_household f join registry.household h on h.id = f.household_id
        where not exists (select from let_in l where l.subject_kind = 'h' and l.subject_id = f.household_id)
    union
    select p.commune_code from found_person f join registry.person p on p.id = f.person_id
        where not exists (select from let_in l where l.subject_kind = 'p' and l.subject_id = f.person_id)
            and (exists (select from good_identity g where g.person_id = f.person_id) or exists (select from good_membership g where g.person_id = f.person_id)
                or exists (select from staged_fact g where g.subject_kind = 'p' and g.ref = f.ref)
                or exists (select from staged_relation g where g.from_ref = f.ref))
    union
    select registry.commune_of_village(s.whole::int) from staged_fact s where s.subject_kind = 'h' and s.fact = 1 and s.whole between 1 and 2147483647;
end $$;

-- Who acts as an officer touches nobody outside their area, and puts nobody there.
create function registry.stay_in_area() returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    area text[];
    outside text;
begin
    if exists (select from found_person f where not f.fresh and not exists (select from registry.person p where p.id = f.person_id))
        or exists (select from found_household f where not f.fresh and not exists (select from registry.household h where h.id = f.household_id)) then
        raise exception 'There is no such person or household for %.', registry.acting() using errcode = 'AS003';
    end if;
    perform registry.must_be_ours_to_state();
    if access.sees_province() then
        return;
    end if;
    area := access.my_communes();
    select c into outside from registry.staged_communes() c where c is null or c <> all (area) limit 1;
    if found or exists (select from staged_fact where subject_kind = 'v') then
        raise exception '% may not record anything for commune %.', registry.acting(), coalesce(outside, '(village)')
            using errcode = 'AS003', hint = 'Ask an officer of that commune, or start a move between the two communes.';
    end if;
end $$;

-- Whom the load of this transaction touched, before everybody else they live with or are bound to: near is 0, 1 or 2. The day since which anything is new,
-- and who comes into the register by it.
create function registry.face_touched() returns table (subject_kind "char", subject_id int, near int, since date, fresh boolean)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    own int[] := array(select g.person_id from good_identity g union select g.person_id from good_membership g union select g.to_id from good_relation g
        union select g.from_id from good_relation g union select registry.slot_subject(g.slot) from good_fact g where g.slot >> 61 = 0
        union select l.subject_id from let_in l where l.subject_kind = 'p');
    first_day date := (select min(coalesce(d, '-infinity')) from (
        select lower(g.days) as d from good_identity g union all select lower(g.days) from good_membership g union all select lower(g.days) from good_relation g
        union all select lower(g.days) from good_fact g) q);
    homes int[];
begin
    homes := array(select g.household_id from good_membership g where g.household_id is not null
        union select registry.slot_subject(g.slot) from good_fact g where g.slot >> 61 = 1
        union select t.household_id from touched_household t where t.household_id is not null
        union select m.household_id from registry.membership_now m where m.kind = 1 and m.person_id = any (own)
            and coalesce(upper(m.days) >= first_day, true));
    return query
        select 'h'::"char", h, 0, first_day, exists (select from found_household f where f.household_id = h and f.fresh) from unnest(homes) h
        union all
        select 'p'::"char", q.id, min(q.near), first_day, exists (select from found_person f where f.person_id = q.id and f.fresh) from (
            select o as id, 0 as near from unnest(own) o
            union all
            select m.person_id, 1 from registry.membership_now m where m.kind = 1 and m.household_id = any (homes) and coalesce(upper(m.days) >= first_day, true)
            union all
            select case when r.from_id = any (own) then r.to_id else r.from_id end, 2 from registry.relation_now r
                where (r.from_id = any (own) or r.to_id = any (own)) and coalesce(upper(r.days) >= first_day, true)
        ) q where not exists (select from registry.person p where p.id = q.id and p.same_as is not null) group by q.id;
end $$;

-- Two files of one person become one: what is known of the second and not of the first goes over to the first; the second stays as a name for it.
create function registry.face_merge_people(first_file int, second_file int, number bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    one registry.person;
    two registry.person;
begin
    select p.* into one from registry.person p where p.id = first_file;
    select p.* into two from registry.person p where p.id = second_file for update;
    if one.id is null or two.id is null or not access.may_see_commune(coalesce(one.commune_code, '')) or not access.may_see_commune(coalesce(two.commune_code, '')) then
        raise exception '% does not see both people.', registry.acting() using errcode = 'AS003';
    end if;
    perform registry.must_record();
    if one.id = two.id or one.same_as is not null or two.same_as is not null then
        perform registry.refuse_act('merge_of_one', 'Two different files are needed that stand for themselves.');
    end if;
    if exists (select from registry.fact_now n join registry.fact_definition d on d.no = n.fact where d.id = 'person.decision'
            and n.slot >= registry.slot('p', two.id, 0::smallint, 0) and n.slot < registry.slot('p', two.id + 1, 0::smallint, 0)
            and coalesce(upper(n.days) > public.house_today(), true)) then
        perform registry.refuse_act('merge_with_decision', 'The file that goes has a decision in force.');
    end if;
    if exists (select from registry.move m where m.accepted is null and m.returned is null and two.id = any (m.person_ids)) then
        perform registry.refuse_act('move_under_way', 'A move of this person is on its way.');
    end if;
    perform registry.open_staging();
    insert into staged_recording (key, act, number) values (1, 'merge', number);
    insert into touched_household select distinct m.household_id from registry.membership_now m where m.person_id = two.id and m.kind = 1;
    perform registry.take_over(one, two);
    perform registry.lay_aside(two.id, one.id, number);
    perform registry.post();
    perform registry.project_households(array(select t.household_id from touched_household t));
end $$;

-- Everything of the second that says something about days of which the first says nothing.
create function registry.take_over(one registry.person, two registry.person) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    shift bigint := registry.slot('p', one.id, 0::smallint, 0) - registry.slot('p', two.id, 0::smallint, 0);
begin
    insert into staged_person (ref, line, mention, person_id) values (1, 1, true, one.id);
    if two.personal_number is not null and one.personal_number is null or two.ethnic_group is not null and one.ethnic_group is null
        or two.old_numbers is not null or two.personal_number <> one.personal_number then
        insert into staged_person (ref, line, source, person_id, mention, recording_key, ethnic_group, personal_number, number_state, number_problem, old_numbers)
        values (2, 1, 'merge', one.id, false, 1, case when one.ethnic_group is null then two.ethnic_group end,
            case when one.personal_number is null then two.personal_number end, case when one.personal_number is null then two.number_state end,
            case when one.personal_number is null then two.number_problem end,
            (select array_agg(distinct o) from unnest(one.old_numbers || two.old_numbers
                || case when one.personal_number is not null and two.personal_number <> one.personal_number then two.personal_number end) o where o is not null));
    end if;
    insert into staged_fact (line, recording_key, ref, subject_kind, fact, instance, from_day, until, whole, day, words, retracted, source)
    select 1, 1, 1, 'p', q.fact, coalesce(i.id, ''), lower(q.piece), upper(q.piece), q.whole, q.day, q.words, false, q.source
    from (select n.*, unnest(datemultirange(n.days) - coalesce((select range_agg(k.days) from registry.fact_now k where k.slot = n.slot + shift), '{}')) as piece
        from registry.fact_now n where n.slot >= registry.slot('p', two.id, 0::smallint, 0) and n.slot < registry.slot('p', two.id + 1, 0::smallint, 0)) q
    left join registry.fact_instance i on i.fact = q.fact and i.no = q.instance
    where one.born is null or lower(q.piece) is null or lower(q.piece) >= one.born;
    insert into staged_household (ref, household_id, demo)
    select distinct 1000000 + m.household_id, m.household_id, false from registry.membership_now m where m.person_id = two.id;
    insert into staged_membership (line, recording_key, person_ref, household_ref, kind, role, from_day, until, retracted, source)
    select 1, 1, 1, 1000000 + q.household_id, q.kind, q.role, lower(q.piece), upper(q.piece), false, 'merge'
    from (select m.*, unnest(datemultirange(m.days) - coalesce((select range_agg(k.days) from registry.membership_now k
            where k.person_id = one.id and k.kind = m.kind), '{}')) as piece from registry.membership_now m where m.person_id = two.id) q;
    insert into staged_person (ref, line, mention, person_id)
    select distinct 1000000 + o, 1, true, o from (select case when r.from_id = two.id then r.to_id else r.from_id end as o from registry.relation_now r
        where two.id in (r.from_id, r.to_id)) q where o <> one.id;
    insert into staged_relation (line, recording_key, from_ref, to_ref, kind, from_day, until, retracted, source)
    select 1, 1, case when r.from_id = two.id then 1 else 1000000 + r.from_id end, case when r.to_id = two.id then 1 else 1000000 + r.to_id end, r.kind,
        lower(r.days), upper(r.days), false, 'merge'
    from registry.relation_now r join registry.relation_kind k on k.no = r.kind
    where two.id in (r.from_id, r.to_id) and one.id not in (r.from_id, r.to_id) and not (k.mutual and r.to_id = two.id);
end $$;

-- The second file says nothing of its own any more; what it said stays known up to this recording.
create function registry.lay_aside(gone int, kept int, number bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
begin
    perform registry.tell_followers(array(select n.slot from registry.fact_now n where n.slot >= registry.slot('p', gone, 0::smallint, 0)
        and n.slot < registry.slot('p', gone + 1, 0::smallint, 0) and ((n.slot >> 18) & 4095)::smallint = any ((select registry.followed_facts())::smallint[])));
    with taken as (delete from registry.fact_now n where n.slot >= registry.slot('p', gone, 0::smallint, 0) and n.slot < registry.slot('p', gone + 1, 0::smallint, 0)
        returning n.*)
    insert into registry.fact_entry (slot, recording, days, retracted, source) select t.slot, number, t.days, true, 'merge' from taken t;
    with taken as (delete from registry.membership_now m where m.person_id = gone returning m.*)
    insert into registry.membership_entry (person_id, kind, household_id, role, days, retracted, source, recording)
    select t.person_id, t.kind, null, null, t.days, true, 'merge', number from taken t;
    with taken as (delete from registry.relation_now r where gone in (r.from_id, r.to_id) returning r.*)
    insert into registry.relation_entry (from_id, to_id, kind, days, retracted, source, recording)
    select t.from_id, t.to_id, t.kind, t.days, true, 'merge', number from taken t;
    insert into registry.alias_entry (person_id, same_as, recording) values (gone, kept, number);
    update registry.person p set same_as = kept, lives_here = false where p.id = gone or p.same_as = gone;
end $$;

revoke execute on function registry.must_record(), registry.my_voices(), registry.must_be_ours_to_state(), registry.staged_communes(),
    registry.stay_in_area(), registry.face_touched(), registry.face_merge_people(int, int, bigint),
    registry.take_over(registry.person, registry.person), registry.lay_aside(int, int, bigint) from public;
grant execute on function registry.face_touched() to ansinh_officer, ansinh_worker;
grant execute on function registry.face_merge_people(int, int, bigint) to ansinh_officer;
