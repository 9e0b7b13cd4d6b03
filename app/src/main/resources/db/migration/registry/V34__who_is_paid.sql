-- Who pays sees who is paid: people on whom a decision was signed, heads of households on which one was, and whoever takes money for them. Rooms above say who that is;
-- nobody is taken off, for returns and questions come years later.
create table registry.paid (
    kind "char" not null check (kind in ('p', 'h')),
    id   int    not null,
    primary key (kind, id)
);
alter table registry.paid enable row level security;
alter table registry.paid force row level security;
create policy owner_keeps on registry.paid to ansinh_owner using (true) with check (true);

create function registry.is_paid(of_kind "char", of_id int) returns boolean language sql stable parallel safe security definer set search_path = registry, pg_temp as $$
    select exists (select from registry.paid x where x.kind = of_kind and x.id = of_id)
$$;

create function registry.face_paid(persons int[], households int[]) returns void language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.paid select 'p', x from unnest(persons) x where x is not null union select 'h', x from unnest(households) x where x is not null
    on conflict do nothing
$$;

-- Whose file turned out to be another's was paid under that number: whoever pays knows them under the one that stays.
create function registry.stays_known_to_who_pays() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.face_paid(array(select a.same_as from gone a where registry.is_paid('p', a.person_id)), '{}');
    return null;
end $$;
create trigger alias_stays_known_to_who_pays after insert on registry.alias_entry referencing new table as gone for each statement
    execute function registry.stays_known_to_who_pays();

create policy payees_only on registry.person as restrictive for select to ansinh_officer using ((select access.sees_reasons())
    or registry.is_paid('p', id) or role = 'head' and registry.is_paid('h', household_id));

revoke execute on function registry.is_paid("char", int), registry.face_paid(int[], int[]), registry.stays_known_to_who_pays() from public;
grant execute on function registry.is_paid("char", int) to ansinh_officer;
