-- Rooms above hold money for people on lists that were signed before somebody was recorded dead, or came to live in another commune. A function of such a room, (people int[]),
-- is told in the transaction that records it, and in the one that corrects it.
create table registry.gone_follower (told text primary key);

create function registry.face_follow_gone(told text) returns void language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.gone_follower values (face_follow_gone.told) on conflict do nothing
$$;

create function registry.somebody_is_gone() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    follower text;
begin
    for follower in select f.told from registry.gone_follower f order by 1 loop
        execute format('select %s($1)', follower) using array[new.id];
    end loop;
    return null;
end $$;
create trigger somebody_is_gone after update of died_on, commune_code on registry.person for each row
    when (old.died_on is distinct from new.died_on or old.commune_code is distinct from new.commune_code) execute function registry.somebody_is_gone();

revoke execute on function registry.face_follow_gone(text), registry.somebody_is_gone() from public;
