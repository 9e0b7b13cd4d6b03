-- The audit proves itself. A sealer takes what was written since it last came as one batch, and chains the batches: each seal is made from the one before it.
-- What was read (person, words, what was shown) enters only as a salted digest of its own, so that personal data past its legal term can be erased together with
-- its salt: who read when, and that the entry is the one that was sealed, can still be proved; nobody can guess from the digest whom it was about.
alter table audit_entry add column salt uuid default gen_random_uuid();
alter table audit_entry add column about integer references officer;     -- the officer whose rights an act changed
alter table audit_entry add column erased_by bigint;
alter table audit_entry drop constraint audit_entry_act_check;
alter table audit_entry add constraint audit_act_is_known check (act in (
    'open_person', 'api_person', 'print_person', 'search', 'export', 'other_commune', 'sign_in', 'sign_in_refused',
    'open_officer', 'close_officer', 'give', 'end', 'set_password', 'set_code', 'reset_code', 'inspect_audit', 'erase'));
alter table audit_entry drop constraint audit_entry_check, drop constraint audit_entry_check1, drop constraint audit_entry_check2;
alter table audit_entry add constraint audit_says_whom check (erased_by is not null or act not in ('open_person', 'api_person', 'print_person', 'other_commune') or person_id is not null);
alter table audit_entry add constraint audit_says_what_was_shown check (erased_by is not null or act <> 'search' or (words is not null and shown is not null));
alter table audit_entry add constraint audit_says_what_went_out check (erased_by is not null or act <> 'export' or (words is not null and rows_count is not null and digest is not null));
alter table audit_entry add constraint audit_erased_is_empty check (erased_by is null
    or (salt is null and person_id is null and words is null and shown is null and rows_count is null and digest is null and about is null));
create index audit_entry_shown_idx on audit_entry using gin (shown) where shown is not null;
create index audit_entry_at_idx on audit_entry (at);
create index audit_entry_about_idx on audit_entry (about) where about is not null;

-- Written but not sealed. An entry whose transaction is still open is not seen by the sealer and waits here for its next round, whatever its number.
create table audit_unsealed (entry_id bigint primary key);

create table audit_batch (
    batch_id  bigint      primary key check (batch_id > 0),
    sealed_at timestamptz not null,
    entries   integer     not null check (entries > 0),
    previous  bytea       not null,
    root      bytea       not null,
    seal      bytea       not null unique
);

create table audit_leaf (
    entry_id       bigint  primary key,
    batch_id       bigint  not null references audit_batch deferrable initially deferred,
    content_digest bytea   not null,
    leaf           bytea   not null
);
create index audit_leaf_batch_idx on audit_leaf (batch_id, entry_id);

create table audit_erasure (
    erasure_id bigint      generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    done_by    name        not null default current_setting('role'),
    older_than date        not null,
    basis      text        not null check (btrim(basis) <> ''),
    entries    bigint      not null
);
alter table audit_entry add constraint audit_erased_by_erasure foreign key (erased_by) references audit_erasure;
create index audit_entry_erased_idx on audit_entry (erased_by) where erased_by is not null;

create trigger audit_is_append_only before update or delete on audit_batch for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit_batch for each statement execute function refuse_change();
create trigger audit_is_append_only before update or delete on audit_leaf for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit_leaf for each statement execute function refuse_change();
create trigger audit_is_append_only before update or delete on audit_erasure for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit_erasure for each statement execute function refuse_change();

-- One update is lawful: a sealed entry loses its content to an erasure that is written down.
create or replace function refuse_change() returns trigger language plpgsql set search_path = access, pg_temp as
$$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'audit_entry' then
        if old.erased_by is null and new.erased_by is not null
            and (new.entry_id, new.at, new.officer, new.act) is not distinct from (old.entry_id, old.at, old.officer, old.act)
            and exists (select from audit_leaf l where l.entry_id = old.entry_id) then
            return new;
        end if;
    end if;
    raise insufficient_privilege using message = 'the audit is never changed: ' || tg_op || ' refused',
        hint = 'Append an entry that explains instead.';
end
$$;

create function queue_for_seal() returns trigger language plpgsql security definer set search_path = access, pg_temp as
$$
begin
    insert into audit_unsealed values (new.entry_id);
    return null;
end
$$;
create trigger audit_waits_for_its_seal after insert on audit_entry for each row execute function queue_for_seal();
insert into audit_unsealed select entry_id from audit_entry;

-- Parts with their lengths, so that no two contents read the same.
create function audit_part(part text) returns text language sql immutable parallel safe
    return case when part is null then '-' else octet_length(part) || ':' || part end;

create function audit_content_digest(e audit_entry) returns bytea language sql immutable parallel safe set search_path = access, pg_temp
    return sha256(convert_to(audit_part(e.salt::text) || audit_part(e.person_id::text) || audit_part(e.words) || audit_part(e.shown::text)
                             || audit_part(e.rows_count::text) || audit_part(e.digest) || audit_part(e.about::text), 'UTF8'));

create function audit_micros(at timestamptz) returns text language sql immutable parallel safe
    return (extract(epoch from at) * 1000000)::bigint::text;

create function audit_leaf_of(e audit_entry, content bytea) returns bytea language sql immutable parallel safe set search_path = access, pg_temp
    return sha256(convert_to(e.entry_id || '|' || audit_micros(e.at) || '|' || e.officer || '|' || e.act || '|', 'UTF8') || content);

create function audit_seal_of(b audit_batch) returns bytea language sql immutable parallel safe set search_path = access, pg_temp
    return sha256(b.previous || convert_to(b.batch_id || '|' || audit_micros(b.sealed_at) || '|' || b.entries || '|', 'UTF8') || b.root);

-- @return how many entries are sealed now that were not
create function seal_audit() returns bigint language plpgsql security definer set search_path = access, pg_temp as
$$
declare
    waiting bigint[];
    batch   audit_batch;
    newest  audit_batch;
begin
    if current_setting('role') not in ('ansinh_worker', 'none') then
        raise insufficient_privilege using message = 'only the sealer seals';
    end if;
    perform pg_advisory_xact_lock(hashtext('access.seal_audit'));
    with taken as (delete from audit_unsealed returning entry_id)
    select array_agg(entry_id order by entry_id) into waiting from taken;
    if waiting is null then
        return 0;
    end if;
    select * into newest from audit_batch order by batch_id desc limit 1;
    batch.batch_id := coalesce(newest.batch_id, 0) + 1;
    batch.sealed_at := clock_timestamp();
    batch.entries := cardinality(waiting);
    batch.previous := coalesce(newest.seal, sha256('An Sinh'::bytea));
    insert into audit_leaf
    select e.entry_id, batch.batch_id, d.content, audit_leaf_of(e, d.content)
      from audit_entry e cross join lateral (select audit_content_digest(e) as content offset 0) d
     where e.entry_id = any (waiting);
    select sha256(string_agg(l.leaf, ''::bytea order by l.entry_id)) into batch.root from audit_leaf l where l.batch_id = batch.batch_id;
    batch.seal := audit_seal_of(batch);
    insert into audit_batch values (batch.*);
    return batch.entries;
end
$$;

create function must_inspect() returns void language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$
begin
    if current_setting('role') not in ('ansinh_worker', 'none')
        and not access.has_role('inspector') and not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'inspectors_only',
            message = format('%s may not inspect the audit', current_setting('role'));
    end if;
end
$$;

-- What does not fit: an entry that was changed, taken away or slipped in, a batch or the chain of batches that was.
create function audit_findings() returns table (finding text, batch_id bigint, entry_id bigint)
language plpgsql stable security definer set search_path = access, pg_temp as
$$
begin
    perform must_inspect();
    return query
    with checked as materialized (
        select l.batch_id, l.entry_id, l.leaf, e.entry_id is null as gone, e.erased_by is not null as erased,
               case when e.entry_id is null then null
                    when e.erased_by is not null then audit_leaf_of(e, l.content_digest)
                    else audit_leaf_of(e, audit_content_digest(e)) end as now
          from audit_leaf l left join audit_entry e on e.entry_id = l.entry_id),
    batch as (
        select b.*, lag(b.seal, 1, sha256('An Sinh'::bytea)) over (order by b.batch_id) as before,
               row_number() over (order by b.batch_id) as place
          from audit_batch b),
    rooted as (
        select c.batch_id, count(*) as leaves, sha256(string_agg(c.leaf, ''::bytea order by c.entry_id)) as root from checked c group by c.batch_id)
    select case when c.gone then 'entry_missing' else 'entry_changed' end, c.batch_id, c.entry_id
      from checked c where c.gone or c.now is distinct from c.leaf
    union all
    select 'batch_changed', b.batch_id, null::bigint from batch b left join rooted r on r.batch_id = b.batch_id
     where r.root is distinct from b.root or r.leaves is distinct from b.entries
        or audit_seal_of((b.batch_id, b.sealed_at, b.entries, b.previous, b.root, b.seal)::audit_batch) <> b.seal
    union all
    select 'chain_broken', b.batch_id, null::bigint from batch b where b.previous <> b.before or b.place <> b.batch_id
    union all
    select 'entry_slipped_in', null::bigint, e.entry_id from audit_entry e
     where not exists (select from audit_leaf l where l.entry_id = e.entry_id) and not exists (select from audit_unsealed u where u.entry_id = e.entry_id)
    union all
    select 'entry_missing', null::bigint, u.entry_id from audit_unsealed u
     where not exists (select from audit_entry e where e.entry_id = u.entry_id)
    order by 2 nulls last, 3 nulls last;
end
$$;

create function audit_state() returns table (batches bigint, sealed bigint, waiting bigint, erased bigint, seal text, sealed_at timestamptz)
language plpgsql stable security definer set search_path = access, pg_temp as
$$
begin
    perform must_inspect();
    return query
    select (select count(*) from audit_batch), (select coalesce(sum(b.entries), 0)::bigint from audit_batch b),
           (select count(*) from audit_unsealed), (select coalesce(sum(x.entries), 0)::bigint from audit_erasure x),
           encode(b.seal, 'hex'), b.sealed_at
      from (select 1) one left join lateral (select * from audit_batch order by batch_id desc limit 1) b on true;
end
$$;

-- Whether a seal that was noted elsewhere is one of the chain: what came before it is then what it was on that day.
create function audit_knows_seal(noted text) returns bigint language plpgsql stable security definer set search_path = access, pg_temp as
$$
begin
    perform must_inspect();
    return (select b.batch_id from audit_batch b where encode(b.seal, 'hex') = lower(btrim(noted)));
end
$$;

-- Erases what was read, not that it was read. By a job that names the paper it rests on; entries that are not sealed yet stay for its next round.
create function erase_audit_content(before date, paper text) returns bigint
language plpgsql security definer set search_path = access, pg_temp as
$$
declare
    id   bigint;
    many bigint;
begin
    if current_setting('role') not in ('ansinh_worker', 'none') then
        raise insufficient_privilege using message = 'only a job erases';
    end if;
    if before > public.house_today() then
        raise check_violation using message = 'what lies ahead is not past its term', hint = 'Name a day that has passed.';
    end if;
    select count(*) into many from audit_entry e join audit_leaf l using (entry_id)
     where e.erased_by is null and e.at < (before::timestamp at time zone 'Asia/Ho_Chi_Minh');
    insert into audit_erasure (older_than, basis, entries) values (before, paper, many) returning erasure_id into id;
    update audit_entry e set erased_by = id, salt = null, person_id = null, words = null, shown = null, rows_count = null, digest = null, about = null
      from audit_leaf l
     where l.entry_id = e.entry_id and e.erased_by is null and e.at < (before::timestamp at time zone 'Asia/Ho_Chi_Minh');
    get diagnostics many = row_count;
    insert into audit_entry (act, words, rows_count) values ('erase', paper, many);
    return many;
end
$$;

-- Officers' names are no secret; whom they read is for inspectors and administrators, by the policy of audit_entry.
create view face_audit as
    select e.entry_id, e.at, e.officer, o.full_name as officer_name, e.act, e.person_id, e.words, e.shown, e.rows_count, e.digest, e.about,
           s.full_name as about_name, e.erased_by
      from audit_entry e left join face_officer o on o.role_name = e.officer left join face_officer s on s.officer_id = e.about;
alter view face_audit set (security_invoker = true);

revoke execute on function seal_audit(), must_inspect(), audit_findings(), audit_state(), audit_knows_seal(text), erase_audit_content(date, text), queue_for_seal(), refuse_change() from public;
grant execute on function seal_audit(), erase_audit_content(date, text) to ansinh_worker;
grant execute on function audit_findings(), audit_state(), audit_knows_seal(text) to ansinh_officer, ansinh_worker;
grant select on audit_entry, face_audit to ansinh_worker;
grant select on face_audit to ansinh_officer;
