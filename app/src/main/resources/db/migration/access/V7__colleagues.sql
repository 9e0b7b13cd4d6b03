-- Who works with people in a commune today: to whom a file may be handed over. Told to whoever sees that commune; names of colleagues are no secret.
create function face_colleagues(commune text) returns table (role_name name, full_name text)
language sql stable security definer set search_path = access, pg_temp as $$
    select o.role_name, o.full_name from access.officer o
     where access.may_see_commune(face_colleagues.commune) and (o.closed_on is null or o.closed_on > public.house_today())
       and exists (select from access.officer_role r where r.officer_id = o.officer_id and r.role in ('commune_officer', 'commune_chair', 'provincial_approver')
            and r.days @> public.house_today())
       and exists (select from access.officer_area a where a.officer_id = o.officer_id and a.commune_code in (face_colleagues.commune, '*')
            and a.days @> public.house_today())
     order by o.full_name, o.role_name
$$;
revoke execute on function face_colleagues(text) from public;
grant execute on function face_colleagues(text) to ansinh_officer, ansinh_worker;
