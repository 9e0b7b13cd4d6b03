-- Who can be sent to hand out money in a commune: its commune and paying officers, by name.
create function face_payers(commune text) returns table (role_name name, full_name text)
language sql stable security definer set search_path = access, pg_temp as $$
    select o.role_name, o.full_name from access.officer o
     where access.may_see_commune(face_payers.commune) and (o.closed_on is null or o.closed_on > public.house_today())
       and exists (select from access.officer_role r where r.officer_id = o.officer_id and r.role in ('commune_officer', 'paying_officer') and r.days @> public.house_today())
       and exists (select from access.officer_area a where a.officer_id = o.officer_id and a.commune_code in (face_payers.commune, '*') and a.days @> public.house_today())
     order by o.full_name, o.role_name
$$;
revoke execute on function face_payers(text) from public;
grant execute on function face_payers(text) to ansinh_officer;
