-- Which programmes an area decides most, for whoever has to choose one: the first of a list of seventy is seldom the one that is meant.
create function programmes_in_use() returns table (programme text)
language sql stable security definer set search_path = casework, pg_temp as $$
    select d.programme from casework.decision d
     where access.sees_people() and d.state = 'signed' and d.kind = 'grant' and d.commune_code = any ((select access.my_communes())::text[])
       and d.programme <> all ((select determination.closed_programmes())::text[])
     group by d.programme order by count(*) desc, d.programme
$$;

revoke execute on function programmes_in_use() from public;
grant execute on function programmes_in_use() to ansinh_officer;
