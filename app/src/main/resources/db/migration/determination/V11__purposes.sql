-- What the law gives people is read by whoever works with them, and a programme whose name would give a hidden fact away by whoever works for that programme.
create function closed_programmes() returns text[] language sql stable security definer set search_path = determination, pg_temp as $$
    select coalesce(array_agg(p.programme), '{}') from programme p
     where p.hidden and not access.reads_everything() and p.programme <> all (access.my_purposes())
$$;
revoke execute on function closed_programmes() from public;
grant execute on function closed_programmes() to ansinh_officer, ansinh_worker, ansinh_determiner;

create policy own_purpose on outcome as restrictive for select to ansinh_officer
    using ((select access.sees_reasons()) and programme <> all ((select determination.closed_programmes())::text[]));
create policy own_purpose on outcome_tally as restrictive for select to ansinh_officer
    using ((select access.sees_reasons()) and programme <> all ((select determination.closed_programmes())::text[]));
create policy own_purpose on account as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on owed as restrictive for select to ansinh_officer using ((select access.sees_reasons()));
