-- Whose deaths the rows of this transaction tell, for rooms that have work then: a list of deaths that comes as a file waits for no night.
create function registry.face_died() returns setof int language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    return query select distinct g.person_id from pg_temp.good_identity g where g.died_on is not null;
end $$;
revoke execute on function registry.face_died() from public;
grant execute on function registry.face_died() to ansinh_officer, ansinh_worker;
