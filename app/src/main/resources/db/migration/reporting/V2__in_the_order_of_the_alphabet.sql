-- The people behind a figure stand in the order of the Vietnamese alphabet.
create or replace function listed(measure text, of_month date, of_programme text, dimension text, of_value text, skip integer, at_most integer)
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
         order by r.commune_code, coalesce(v.name, '') collate public.vietnamese, coalesce(p.name, '') collate public.vietnamese, r.id offset $6 limit $7$q$, reporting.source_of(measure), reporting.value_of(dimension))
        using of_month, (of_month + interval '1 month' - interval '1 day')::date, of_programme, access.my_communes(), of_value, skip, at_most;
end $$;
