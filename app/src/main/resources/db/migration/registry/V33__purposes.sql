-- Files are read by area and purpose. People whom no household of a commune holds are seen by whoever has the whole province; who left a household stays with the
-- commune of their last one.
alter table registry.fact_definition add column purposes text[] not null default '{}';

-- The facts that whoever acts may not read; few for most. Ordinary ones are read by everybody who works with people; sensitive and hidden ones for a purpose that the
-- dictionary allows. Who pays reads what was decided and through when it is paid.
create function registry.closed_facts() returns smallint[] language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(array_agg(d.no), '{}') from registry.fact_definition d
     where not (access.reads_everything()
        or access.sees_reasons() and (d.sensitivity = 'ordinary' or d.purposes && access.my_purposes())
        or access.sees_people() and (d.no = 1 or d.sensitivity = 'ordinary' and d.stated_by && array['casework', 'payments']))
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

create or replace function registry.open_recording(act text, document text, received_on date, once_key text, said_at timestamptz default null)
returns bigint language plpgsql security definer set search_path = registry, pg_temp as $$
#variable_conflict use_variable
declare
    last record;
    sent_as bigint;
begin
    if not access.may_write() then
        raise exception '% reads and records nothing.', registry.acting() using errcode = '42501', constraint = 'inspectors_write_nothing';
    end if;
    perform pg_advisory_xact_lock(7310460197103);
    if once_key is not null then
        select r.number into sent_as from registry.recording r where r.once_key = once_key;
        if found then
            raise exception 'The form with key % was recorded already, as recording %.', once_key, sent_as
                using errcode = 'AS001', detail = sent_as::text, hint = 'Show the recording that exists instead of writing a second one.';
        end if;
    end if;
    select r.number, r.at into last from registry.recording r order by r.number desc limit 1;
    insert into registry.recording (number, at, officer, act, document, received_on, once_key)
    values (coalesce(last.number, 0) + 1, greatest(coalesce(said_at, clock_timestamp()), last.at), registry.acting(),
            act, document, received_on, once_key)
    returning recording.number into sent_as;
    return sent_as;
end $$;

-- Search as the policies have it: who sees people, where, and those of no commune for whoever has the province.
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

create or replace function registry.face_registered_elsewhere(number text) returns int
language sql stable security definer set search_path = registry, pg_temp as $$
    select p.id from registry.person p
    where access.sees_people() and p.personal_number = number and p.same_as is null and not access.may_see_commune(coalesce(p.commune_code, ''))
    order by p.number_state = 'conflict', p.id limit 1
$$;
