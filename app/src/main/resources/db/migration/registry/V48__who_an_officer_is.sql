-- An administrator types the number of an officer's own identity card. It must be that of one living person who is called as the account is: a slip of a figure would tie them to a
-- stranger. Nothing of that person is told, not even which of the two did not fit.
create function registry.plain(words text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select btrim(regexp_replace(upper(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐðÐ', 'dDdD')), '[^ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789]+', ' ', 'g'))
$$;

create function registry.tie_officer(officer integer, number text) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    found integer[];
begin
    perform access.must_administer();
    select array_agg(p.id) into found
      from registry.person p join access.face_officer o on o.officer_id = officer
     where p.personal_number = number and p.same_as is null and p.died_on is null and registry.plain(p.name) = registry.plain(o.full_name);
    if coalesce(cardinality(found), 0) <> 1 then
        raise exception 'No one person has this number and the name of account %.', officer
            using errcode = 'AS010', constraint = 'officer_has_name_and_number', hint = 'Check the number on the card, and that the account bears the name as the register writes it.';
    end if;
    perform access.face_tie(officer, found[1]);
end $$;

create function registry.untie_officer(officer integer) returns void language sql security definer set search_path = registry, pg_temp as $$
    select access.face_tie(officer, null)
$$;

-- Officers as people: under the number that stays when files turned out to be one person's, with the household they live in. For functions of rooms above only.
create view registry.face_staff as
select t.officer_id, t.role_name, t.full_name, t.closed_on, p.id as person_id, p.household_id
  from access.face_tied t
  join registry.person x on x.id = t.person_id
  join registry.person p on p.id = coalesce(x.same_as, x.id);

revoke execute on function registry.plain(text), registry.tie_officer(integer, text), registry.untie_officer(integer) from public;
grant execute on function registry.tie_officer(integer, text), registry.untie_officer(integer) to ansinh_officer;
