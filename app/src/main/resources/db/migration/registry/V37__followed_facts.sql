-- Rooms above follow a fact: a function of theirs is told of whom it changed, in the very transaction that changes it (post_facts, lay_aside). The first filling of an
-- empty register tells nobody: nothing rests on it yet.
create table registry.fact_follower (
    fact text not null,
    told text not null,          -- a function (instances text[], kinds "char"[], ids int[])
    primary key (fact, told)
);

create function registry.face_follow_fact(fact text, told text) returns void language sql security definer set search_path = registry, pg_temp as $$
    insert into registry.fact_follower values (face_follow_fact.fact, face_follow_fact.told) on conflict do nothing
$$;

create function registry.followed_facts() returns smallint[] language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(array_agg(distinct d.no), '{}') from registry.fact_follower f join registry.fact_definition d on d.id = f.fact
$$;

create function registry.tell_followers(slots bigint[]) returns void language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    follows record;
begin
    if cardinality(slots) = 0 then
        return;
    end if;
    for follows in
        select f.told, array_agg(i.id) as instances, array_agg(registry.slot_kind(s.slot)) as kinds, array_agg(registry.slot_subject(s.slot)) as ids
          from (select distinct slot from unnest(slots) x(slot)) s
          join registry.fact_definition d on d.no = ((s.slot >> 18) & 4095)
          join registry.fact_follower f on f.fact = d.id
          join registry.fact_instance i on i.fact = d.no and i.no = (s.slot & 262143)
         group by f.told order by f.told
    loop
        execute format('select %s($1, $2, $3)', follows.told) using follows.instances, follows.kinds, follows.ids;
    end loop;
end $$;
revoke execute on function registry.face_follow_fact(text, text), registry.followed_facts(), registry.tell_followers(bigint[]) from public;
