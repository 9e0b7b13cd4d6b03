-- Rooms above follow signatures: a function of theirs is told whose level changed, in the very transaction that signs or takes over.
create table follower (
    told text primary key        -- a function (programmes text[], kinds "char"[], ids int[])
);

create function face_follow_signatures(told text) returns void language sql security definer set search_path = casework, pg_temp as $$
    insert into follower values (face_follow_signatures.told) on conflict do nothing
$$;

create function tell_followers() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    programmes text[];
    kinds "char"[];
    ids int[];
    follows record;
begin
    select array_agg(d.programme), array_agg(d.subject_kind), array_agg(d.subject_id) into programmes, kinds, ids
      from (select distinct f.programme, f.subject_kind, f.subject_id from fresh f where f.state = 'signed' and f.kind <> 'refuse') d;
    if programmes is not null then
        for follows in select f.told from follower f order by f.told loop
            execute format('select %s($1, $2, $3)', follows.told) using programmes, kinds, ids;
        end loop;
    end if;
    return null;
end $$;
create trigger decision_tells_followers after insert on decision referencing new table as fresh for each statement execute function tell_followers();
create trigger signature_tells_followers after update on decision referencing new table as fresh for each statement execute function tell_followers();
revoke execute on function face_follow_signatures(text), tell_followers() from public;
