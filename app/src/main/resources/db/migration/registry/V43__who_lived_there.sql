-- Households that stood in some villages on a day and the people who lived in them then, as far as is known now; wherever they live today. Asked once for a whole list: the area of
-- whoever asks holds for the households, and for the people where their rows are read.
create function registry.face_lived_in(villages int[], on_day date) returns table (subject_kind "char", subject_id int)
language sql stable security definer rows 2000 set search_path = registry, pg_temp as $$
    with home as materialized (
        select h.id from registry.household h
         where h.commune_code = any (array(select unnest(access.my_communes())))
           and exists (select from registry.fact_now f where f.slot = registry.slot('h', h.id, 1::smallint, 0) and f.days @> on_day and f.whole = any (villages))
    )
    select 'h'::"char", home.id from home
    union all
    select 'p'::"char", m.person_id from registry.membership_now m join home on home.id = m.household_id where m.kind = 1 and m.days @> on_day
$$;
revoke execute on function registry.face_lived_in(int[], date) from public;
grant execute on function registry.face_lived_in(int[], date) to ansinh_officer, ansinh_worker;
