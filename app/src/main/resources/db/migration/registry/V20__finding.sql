create function registry.in_area(wanted text, area text[]) returns tsquery
language sql stable security definer set search_path = registry, public, pg_temp as $$
    select case when wanted = '' or access.sees_province() or cardinality(area) not between 1 and 60 then wanted::tsquery
        else wanted::tsquery && (select string_agg('''@' || c || '''', ' | ') from unnest(area) c)::tsquery end
$$;
revoke execute on function registry.in_area(text, text[]) from public;

-- Two words may be a family and a given name, either way round.
create function registry.family_and_given(wanted text) returns text language sql immutable as $$
    select case when cardinality(w) = 2 then format('''~%s~%s'' | ''~%s~%s''', w[1], w[2], w[2], w[1]) end
    from (select string_to_array(replace(wanted, '''', ''), ' & ') as w)
$$;
revoke execute on function registry.family_and_given(text) from public;

-- Search applies the area itself: trigram and text-search operators are not leakproof, so under a policy their indexes would not be used.
-- wanted: folded words as a tsquery, or '': first those whose family and given name they are, then whoever has them whole, then, while there is room, those in whom the
-- last word only begins so: it may be half typed, and "hoang hoa" would otherwise find every Hoang, whose name begins with hoa.
-- digits: part of a personal number, or ''. Four digits may also be a year of birth.
-- born_on: a whole day of birth beside its year among the words; first whoever was born that day, then those of whom no more than the year or the month is known.
create function registry.face_find(wanted text, digits text, at_most int, born_on date default null)
returns table (person_id int, name text, born date, born_precision text, sex text, personal_number text, died_on date, role text, household_id int,
    household_code text, head_name text, village text, commune text)
language plpgsql stable security definer set search_path = registry, public, pg_temp as $$
declare
    area text[] := access.my_communes();
    asked text := 'p.same_as is null and ' || case when access.sees_province() then '(p.commune_code = any ($1) or p.commune_code is null)' else 'p.commune_code = any ($1)' end;
    ordering text := '';
    steps text[] := array[''];
    step text;
    before tsquery;
    whole tsquery;
    found int := 0;
    more int;
begin
    if wanted = '' and digits = '' or not access.sees_people() then
        return;
    end if;
    if not access.sees_reasons() then
        asked := asked || ' and (registry.is_paid(''p'', p.id) or p.role = ''head'' and registry.is_paid(''h'', p.household_id))';
    end if;
    if wanted <> '' then
        asked := asked || ' and p.words @@ $2 and ($6 is null or not p.words @@ $6)';
    end if;
    if length(digits) = 4 then
        asked := asked || ' and (p.words @@ $3::tsquery or p.personal_number like ''%'' || $3)';
    elsif digits <> '' then
        asked := asked || ' and (p.words @@ $3::tsquery or p.personal_number like ''%'' || $3 || ''%'')';
    end if;
    if born_on is not null then
        asked := asked || ' and case p.born_precision when ''day'' then p.born = $5 when ''month'' then date_trunc(''month'', p.born) = date_trunc(''month'', $5) else true end';
        ordering := 'order by p.born_precision <> ''day''';
    end if;
    if wanted <> '' and digits <> '' then
        -- a year or a number leaves few: one look is enough
        steps := array[wanted || ':*'];
        whole := wanted::tsquery;
        ordering := 'order by not p.words @@ $7';
    elsif wanted <> '' then
        steps := array_remove(array[registry.family_and_given(wanted), wanted, wanted || ':*'], null);
    end if;
    asked := format($q$
        select p.id, p.name, p.born, p.born_precision, p.sex, p.personal_number, p.died_on, p.role, p.household_id, h.code, head.name,
            v.name, c.full_name
        from (select p.* from registry.person p where %s %s limit $4) p
        left join registry.household h on h.id = p.household_id
        left join registry.person head on head.id = h.head_id
        left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
        left join territory.face_commune c on c.code = p.commune_code and c.days @> public.house_today()
        order by $7 is not null and not p.words @@ $7, $5 is not null and p.born_precision <> 'day', p.died_on is not null, p.folded, p.born, p.id
        $q$, asked, ordering);
    foreach step in array steps loop
        return query execute asked using area, registry.in_area(step, area), digits, at_most - found, born_on, before, whole;
        get diagnostics more = row_count;
        found := found + more;
        exit when found >= at_most;
        before := step::tsquery;
    end loop;
end $$;

-- Who outside the area a number belongs to, for the audit; the officer learns only that there is somebody.
create function registry.face_registered_elsewhere(number text) returns int
language sql stable security definer set search_path = registry, pg_temp as $$
    select p.id from registry.person p
    where access.sees_people() and p.personal_number = number and p.same_as is null and not access.may_see_commune(coalesce(p.commune_code, ''))
    order by p.number_state = 'conflict', p.id limit 1
$$;
revoke execute on function registry.face_find(text, text, int, date), registry.face_registered_elsewhere(text) from public;
grant execute on function registry.face_find(text, text, int, date), registry.face_registered_elsewhere(text) to ansinh_officer, ansinh_worker;
