-- For rooms above that tell row by row what an officer may not state, instead of having a whole file refused. The house itself has every voice (null).
create function registry.face_my_voices() returns text[] language sql stable security definer set search_path = registry, pg_temp as $$
    select case when registry.acting() <> 'ansinh_worker' then registry.my_voices() end
$$;
revoke execute on function registry.face_my_voices() from public;
grant execute on function registry.face_my_voices() to ansinh_officer, ansinh_worker;
