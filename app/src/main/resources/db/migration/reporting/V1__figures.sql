-- Figures are counted for everybody of the area who has an account; the records behind them are for whoever sees what the law gives people. A count and its list are made
-- of the same words, so that they cannot differ.

-- What a measure is made of. $1 first and $2 last day of the month, $3 the programme (none: all of them), $4 the communes.
-- Whoever left stays in the file of the household they left, so that they are found; they are not counted among its people. Whoever is on the way to another commune is
-- counted where they come from until that commune has them.
create function source_of(measure text) returns text language sql immutable as $$
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
            where p.lives_here and p.died_on is null and p.commune_code = any ($4)$q$,
        $q$select '' as programme, 'h'::"char" as kind, h.household_id as id, h.head_id as person_id, h.village_id, h.commune_code, head.ethnic_group, 0::bigint as dong
             from registry.face_household h
             left join registry.face_person head on head.person_id = h.head_id
            where h.commune_code = any ($4) and exists (select from registry.face_person p
                 where p.household_id = h.household_id and p.lives_here and p.died_on is null)$q$,
        $q$ and exists (select from registry.face_fact_now f where f.subject_kind = 'h' and f.subject_id = h.household_id and f.fact = 'household.class'
                and left(f.words, 40) = '%s' and f.days @> $2)$q$,
        $q$select o.programme, o.subject_kind as kind, o.subject_id as id, coalesce(h.head_id, o.subject_id) as person_id, o.village_id, o.commune_code, p.ethnic_group, %s as dong
             from %s o
             left join registry.face_household h on o.subject_kind = 'h' and h.household_id = o.subject_id
             left join registry.face_person p on p.person_id = coalesce(h.head_id, o.subject_id)
            where o.month = $1 and ($3 is null or o.programme = $3) and o.commune_code = any ($4)
              and o.programme <> all ((select determination.closed_programmes())::text[]) and %s$q$)) q(people, households, of_class, outcomes)
$$;

-- What one record belongs to.
create function value_of(dimension text) returns text language sql immutable as $$
    select case dimension
        when 'WHOLE' then ''''''
        when 'COMMUNE' then 'r.commune_code'
        when 'ETHNIC_GROUP' then 'coalesce(r.ethnic_group, '''')'
        when 'VILLAGE_STATUS' then $q$case when exists (select from territory.face_village_fact s where s.subject_id = r.village_id
            and s.fact = 'village.extremely_difficult' and s.days @> $2 and s.whole = 1) then 'difficult' else 'other' end$q$
    end
$$;

create function counted(measure text, of_month date, of_programme text, dimension text)
returns table (programme text, value text, counted bigint, dong bigint)
language plpgsql stable security definer set search_path = reporting, pg_temp set jit = off as $$
begin
    return query execute format('select r.programme, %s, count(*), coalesce(sum(r.dong), 0)::bigint from (%s) r group by 1, 2',
            reporting.value_of(dimension), reporting.source_of(measure))
        using of_month, (of_month + interval '1 month' - interval '1 day')::date, of_programme, access.my_communes();
end $$;

create function listed(measure text, of_month date, of_programme text, dimension text, of_value text, skip integer, at_most integer)
returns table (kind "char", id integer, name text, year integer, village text, commune_code text, dong bigint)
language plpgsql stable security definer set search_path = reporting, pg_temp set jit = off as $$
begin
    if not access.sees_reasons() then
        raise insufficient_privilege using constraint = 'figures_without_names', message = format('%s sees figures, not the people behind them', access.my_role()),
            hint = 'Whoever works with the people of the commune opens the list.';
    end if;
    return query execute format($q$
        select r.kind, r.id, coalesce(p.name, ''), coalesce(extract(year from p.born), 0)::int, coalesce(v.name, ''), r.commune_code, r.dong
          from (%s) r
          left join registry.face_person p on p.person_id = r.person_id
          left join territory.face_village v on v.village_id = r.village_id and v.days @> $2
         where $5 is null or %s = $5
         order by r.commune_code, coalesce(v.name, ''), coalesce(p.name, ''), r.id offset $6 limit $7$q$, reporting.source_of(measure), reporting.value_of(dimension))
        using of_month, (of_month + interval '1 month' - interval '1 day')::date, of_programme, access.my_communes(), of_value, skip, at_most;
end $$;

revoke execute on function source_of(text), value_of(text), counted(text, date, text, text), listed(text, date, text, text, text, integer, integer) from public;
grant execute on function counted(text, date, text, text), listed(text, date, text, text, text, integer, integer) to ansinh_officer, ansinh_worker;
