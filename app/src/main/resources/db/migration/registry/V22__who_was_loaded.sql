-- Who the subjects of the rows just posted turned out to be, for rooms above that record something of their own about them in the same transaction. Whoever lies
-- outside the area is left out.
create function registry.face_loaded(kind "char", refs int[]) returns table (ref int, subject_id int, name text, born date, commune_code text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    whole boolean := access.sees_province();
    area text[] := access.my_communes();
begin
    if kind = 'p' then
        return query select f.ref, p.id, p.name, p.born, p.commune_code from found_person f join registry.person p on p.id = f.person_id
        where f.ref = any (refs) and (whole or p.commune_code = any (area));
    else
        return query select f.ref, h.id, h.code, null::date, h.commune_code from found_household f join registry.household h on h.id = f.household_id
        where f.ref = any (refs) and (whole or h.commune_code = any (area));
    end if;
end $$;
revoke execute on function registry.face_loaded("char", int[]) from public;
grant execute on function registry.face_loaded("char", int[]) to ansinh_officer, ansinh_worker;
