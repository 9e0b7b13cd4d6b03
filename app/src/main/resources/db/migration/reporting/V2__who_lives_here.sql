-- Whoever left stays in the file of the household they left, so that they are found; they are not counted among its people. Whoever is on the way to another commune is
-- counted where they come from until that commune has them.
create or replace function source_of(measure text) returns text language sql immutable as $$
    select case measure
        when 'PEOPLE' then people
        when 'HOUSEHOLDS' then households
        when 'POOR' then households || format(of_class, 'poor')
        when 'NEAR_POOR' then households || format(of_class, 'near_poor')
        when 'BENEFICIARIES' then format(outcomes, 'o.owed', 'determination.face_outcome', 'o.decided and o.owed > 0')
        when 'WITHOUT_DECISION' then format(outcomes, 'o.if_signed', 'casework.face_waiting', 'o.is_right')
        when 'UNDETERMINED' then format(outcomes, 'o.floor', 'determination.face_outcome', 'o.answer = ''u''')
    end
    from (values (
        $q$select '' as programme, 'p'::"char" as kind, p.person_id as id, p.person_id, p.village_id, p.commune_code, p.ethnic_group, 0::bigint as dong
             from registry.face_person p
            where p.died_on is null and p.commune_code = any ($4)
              and exists (select from registry.face_membership m where m.person_id = p.person_id and m.kind = 'residence' and m.days @> public.house_today())$q$,
        $q$select '' as programme, 'h'::"char" as kind, h.household_id as id, h.head_id as person_id, h.village_id, h.commune_code, head.ethnic_group, 0::bigint as dong
             from registry.face_household h
             left join registry.face_person head on head.person_id = h.head_id
            where h.commune_code = any ($4) and exists (select from registry.face_person p
                  join registry.face_membership m on m.person_id = p.person_id and m.household_id = h.household_id and m.kind = 'residence' and m.days @> public.house_today()
                 where p.household_id = h.household_id and p.died_on is null)$q$,
        $q$ and exists (select from registry.face_fact_now f where f.subject_kind = 'h' and f.subject_id = h.household_id and f.fact = 'household.class'
                and f.words = '%s' and f.days @> $2)$q$,
        $q$select o.programme, o.subject_kind as kind, o.subject_id as id, coalesce(h.head_id, o.subject_id) as person_id, o.village_id, o.commune_code, p.ethnic_group, %s as dong
             from %s o
             left join registry.face_household h on o.subject_kind = 'h' and h.household_id = o.subject_id
             left join registry.face_person p on p.person_id = coalesce(h.head_id, o.subject_id)
            where o.month = $1 and ($3 is null or o.programme = $3) and o.commune_code = any ($4)
              and o.programme <> all ((select determination.closed_programmes())::text[]) and %s$q$)) q(people, households, of_class, outcomes)
$$;
