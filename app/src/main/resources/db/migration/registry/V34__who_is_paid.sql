-- Who pays sees who is paid: people on whom a decision was signed, heads of households on which one was, and whoever takes money for them. Rooms above say who that is;
-- nobody is taken off, for returns and questions come years later.
create table registry.paid (
    kind "char" not null check (kind in ('p', 'h')),
    id   int    not null,
    primary key (kind, id)
);
alter table registry.paid enable row level security;
alter table registry.paid force row level security;
create policy owner_keeps on registry.paid to ansinh_owner using (true) with check (true);

create function registry.is_paid(of_kind "char", of_id int) returns boolean language sql stable parallel safe security definer set search_path = registry, pg_temp as $$
    select exists (select from registry.paid x where x.kind = of_kind and x.id = of_id)
$$;

create function registry.face_paid(persons int[], households int[]) returns void language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.paid select 'p', x from unnest(persons) x where x is not null union select 'h', x from unnest(households) x where x is not null
    on conflict do nothing
$$;

create policy payees_only on registry.person as restrictive for select to ansinh_officer using ((select access.sees_reasons())
    or registry.is_paid('p', id) or role = 'head' and registry.is_paid('h', household_id));

-- As before; whoever sees no reasons finds those who are paid. The head of the household tells two of one name apart.
create or replace function registry.face_find(wanted text, digits text, at_most int)
returns table (person_id int, name text, born date, born_precision text, sex text, personal_number text, died_on date, role text, household_id int,
    household_code text, head_name text, village text, commune text)
language plpgsql stable security definer set search_path = registry, public, pg_temp as $$
declare
    area text[] := access.my_communes();
    asked text := 'p.same_as is null and ' || case when access.sees_province() then '(p.commune_code = any ($1) or p.commune_code is null)' else 'p.commune_code = any ($1)' end;
    words tsquery;
begin
    if wanted = '' and digits = '' or not access.sees_people() then
        return;
    end if;
    if not access.sees_reasons() then
        asked := asked || ' and (registry.is_paid(''p'', p.id) or p.role = ''head'' and registry.is_paid(''h'', p.household_id))';
    end if;
    if wanted <> '' then
        words := wanted::tsquery;
        if not access.sees_province() and cardinality(area) between 1 and 60 then
            words := words && (select string_agg('''@' || c || '''', ' | ') from unnest(area) c)::tsquery;
        end if;
        asked := asked || ' and p.words @@ $2';
    end if;
    if length(digits) = 4 then
        asked := asked || ' and (p.words @@ $3::tsquery or p.personal_number like ''%'' || $3)';
    elsif digits <> '' then
        asked := asked || ' and (p.words @@ $3::tsquery or p.personal_number like ''%'' || $3 || ''%'')';
    end if;
    return query execute format($q$
        select p.id, p.name, p.born, p.born_precision, p.sex, p.personal_number, p.died_on, p.role, p.household_id, h.code, head.name,
            v.name, c.full_name
        from (select p.* from registry.person p where %s limit $4) p
        left join registry.household h on h.id = p.household_id
        left join registry.person head on head.id = h.head_id
        left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
        left join territory.face_commune c on c.code = p.commune_code and c.days @> public.house_today()
        order by p.died_on is not null, p.folded, p.born, p.id
        $q$, asked) using area, words, digits, at_most;
end $$;


revoke execute on function registry.is_paid("char", int), registry.face_paid(int[], int[]) from public;
grant execute on function registry.is_paid("char", int) to ansinh_officer;
