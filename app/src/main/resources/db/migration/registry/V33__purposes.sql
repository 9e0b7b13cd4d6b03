-- Files are read by area and purpose. People whom no household of a commune holds are seen by whoever has the whole province; who left a household stays with the
-- commune of their last one.
alter table registry.fact_definition add column purposes text[] not null default '{}';

-- The facts that whoever acts may not read; few for most. Ordinary ones are read by everybody who works with people; sensitive and hidden ones for a purpose that the
-- dictionary allows. Who pays reads what was decided and through when it is paid. Each question about who acts is asked once, not once for every fact.
create function registry.closed_facts() returns smallint[] language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(array_agg(d.no), '{}') from registry.fact_definition d
     where not ((select access.reads_everything())
        or (select access.sees_reasons()) and (d.sensitivity = 'ordinary' or d.purposes && (select access.my_purposes()))
        or (select access.sees_people()) and (d.no = 1 or d.sensitivity = 'ordinary' and d.stated_by && array['casework', 'payments']))
$$;
revoke execute on function registry.closed_facts() from public;
grant execute on function registry.closed_facts() to ansinh_officer, ansinh_worker, ansinh_determiner;

drop policy own_area on registry.person;
create policy own_area on registry.person for select to ansinh_officer using ((select access.sees_people())
    and (commune_code = any ((select access.my_communes())::text[]) or commune_code is null and (select access.sees_province())));
drop policy own_area on registry.household;
create policy own_area on registry.household for select to ansinh_officer using ((select access.sees_people())
    and commune_code = any ((select access.my_communes())::text[]));
drop policy own_area on registry.move;
create policy own_area on registry.move for select to ansinh_officer using ((select access.sees_reasons())
    and (from_commune = any ((select access.my_communes())::text[]) or to_commune = any ((select access.my_communes())::text[])));
-- Who raises whom, whose spouse: the reasons of a case, not of a payment.
create policy for_reasons on registry.relation_entry as restrictive for select to ansinh_officer using ((select access.sees_reasons()));
create policy for_reasons on registry.relation_now as restrictive for select to ansinh_officer using ((select access.sees_reasons()));
create policy own_purpose on registry.fact_entry as restrictive for select to ansinh_officer
    using (((slot >> 18) & 4095)::smallint <> all ((select registry.closed_facts())::smallint[]));
create policy own_purpose on registry.fact_now as restrictive for select to ansinh_officer
    using (((slot >> 18) & 4095)::smallint <> all ((select registry.closed_facts())::smallint[]));
create policy inspectors_write_nothing on registry.draft as restrictive for insert to ansinh_officer with check ((select access.may_write()));

-- For which purposes the facts of the dictionary are read, told together with them.
create function registry.face_define_purposes(definitions jsonb) returns void language sql security definer set search_path = registry, pg_temp as $$
    update registry.fact_definition f set purposes = d.purposes
      from jsonb_to_recordset(definitions) as d(id text, purposes text[])
     where d.id = f.id and f.purposes is distinct from d.purposes
$$;
revoke execute on function registry.face_define_purposes(jsonb) from public;
grant execute on function registry.face_define_purposes(jsonb) to ansinh_worker;
