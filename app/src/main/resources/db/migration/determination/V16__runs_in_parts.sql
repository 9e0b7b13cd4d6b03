-- Each core that works on a run writes a part of its own: made, filled, indexed and counted in one transaction. What a transaction has made itself needs no second
-- writing in the journal and no second reading to learn that its rows stand; and nobody waits for the other to end before indexes are made. The run's moment of finishing
-- is that of its last step: before, a run did not count the time it took to close.

alter table outcome add column part smallint not null default 0;
alter table outcome_tally add column part smallint not null default 0;
alter table outcome_tally drop constraint outcome_tally_pkey, add primary key (run_id, programme, commune_code, answer, decided, part);

-- Counted by part; whoever reads sums.
comment on column outcome_tally.part is 'the part of the run that was counted; the number of the run is the sum over its parts';

-- A run's month stands in its rows and is checked for its table, so that a question about one month reads the table of that month and not those of all months there are.
alter table outcome add column month date;
do $$
declare
    it record;
begin
    for it in select run_id, month from face_latest_run loop
        execute format('update outcome_%s set month = %L', it.run_id, it.month);
        execute format('alter table outcome_%s add check (month = %L)', it.run_id, it.month);
    end loop;
end $$;

create or replace view face_outcome with (security_invoker = true) as
select o.month, o.run_id, o.programme, o.subject_kind, o.subject_id, o.answer, o.amount, o.floor, o.owed, o.if_signed, o.provisions, o.missing, o.unverified, o.decided,
    o.payee_kind, o.payee_id, o.household_id, o.village_id, o.commune_code
  from outcome o join face_latest_run r on r.run_id = o.run_id and r.month = o.month;

drop function close_run(bigint, integer, integer);

create or replace function open_run(month date, known_at bigint, pack_hash text) returns bigint
language plpgsql security definer set search_path = determination, pg_temp as $$
declare
    id bigint;
begin
    insert into run (month, known_at, pack_hash, asked_by)
    values (date_trunc('month', open_run.month)::date, open_run.known_at, open_run.pack_hash, current_setting('role'))
    returning run_id into id;
    execute format('create table outcome_%s (like outcome including defaults including constraints, check (run_id = %s),
        check (month = %L)) partition by list (part)', id, id, date_trunc('month', open_run.month)::date);
    execute format('alter table outcome_%s alter run_id set default %s, alter month set default %L, alter month set not null', id, id,
        date_trunc('month', open_run.month)::date);
    return id;
end $$;

-- The table of one part; its checks are those that attaching would otherwise prove by reading every row.
create function open_part(id bigint, part smallint) returns text
language plpgsql security definer set search_path = determination, pg_temp as $$
declare
    named text := format('outcome_%s_%s', id, part);
begin
    execute format('create table %I (like outcome_%s including defaults including constraints, check (part = %s))', named, id, part);
    execute format('alter table %I alter part set default %s', named, part);
    execute format('grant insert, select on %I to ansinh_worker', named);
    return named;
end $$;

-- What is not met or not determined is little, and has an index of its own.
create function close_part(id bigint, part smallint) returns void
language plpgsql security definer set search_path = determination, pg_temp as $$
declare
    named text := format('outcome_%s_%s', id, part);
begin
    execute format('create index on %I using gin (programme, commune_code)', named);
    execute format('create index on %I (programme, commune_code) where answer <> ''m''', named);
    execute format('create index on %I (subject_id, subject_kind)', named);
    execute format('insert into outcome_tally (run_id, programme, commune_code, answer, decided, part, number, owed)
        select run_id, programme, commune_code, answer, decided, part, count(*), sum(owed) from %I group by 1, 2, 3, 4, 5, 6', named);
    execute format('analyze %I', named);
end $$;

-- Once every part is there: from here on pages and lists read this run.
create function close_run(id bigint, parts integer) returns void
language plpgsql security definer set search_path = determination, pg_temp as $$
begin
    for part in 0 .. parts - 1 loop
        execute format('alter table outcome_%s attach partition outcome_%s_%s for values in (%s)', id, id, part, part);
    end loop;
    execute format('alter table outcome attach partition outcome_%s for values in (%s)', id, id);
    analyze outcome_tally;
end $$;

-- Removes what a run has written, whether it was attached or not.
create function drop_rows(id bigint) returns void
language plpgsql set search_path = determination, pg_temp as $$
declare
    part name;
begin
    execute format('drop table if exists outcome_%s', id);
    for part in select c.relname from pg_class c where c.relnamespace = 'determination'::regnamespace and c.relkind = 'r'
            and c.relname ~ format('^outcome_%s_[0-9]+$', id) loop
        execute format('drop table %I', part);
    end loop;
    delete from outcome_tally t where t.run_id = id;
end $$;

-- Only the newest finished run of a month is read; an older one leaves its line and no rows. Whoever still reads is not kept waiting: then the next run does it.
create function drop_superseded() returns integer
language plpgsql security definer set search_path = determination, pg_temp set lock_timeout = '2s' as $$
declare
    old bigint;
    dropped integer := 0;
begin
    for old in select r.run_id from run r where exists (select from run n where n.month = r.month and n.run_id > r.run_id and n.state = 'finished')
            and to_regclass(format('determination.outcome_%s', r.run_id)) is not null order by 1 loop
        perform drop_rows(old);
        dropped := dropped + 1;
    end loop;
    return dropped;
exception when lock_not_available then
    return 0;
end $$;

create function finish_run(id bigint, people integer, households integer) returns void
language plpgsql security definer set search_path = determination, pg_temp as $$
begin
    update run set state = 'finished', finished_at = public.house_now(), people = finish_run.people, households = finish_run.households
     where run_id = id and state = 'running';
end $$;

-- A run that failed leaves a line that says so, no rows, and no counts; also where some of its parts had already been written. One that is finished is read, and stays.
create or replace function abandon_run(id bigint, trouble text) returns void
language plpgsql security definer set search_path = determination, pg_temp as $$
begin
    update run set state = 'failed', finished_at = public.house_now(), trouble = abandon_run.trouble where run_id = id and state = 'running';
    if found then
        perform drop_rows(id);
    end if;
end $$;

revoke all on function drop_rows(bigint), drop_superseded(), open_part(bigint, smallint), close_part(bigint, smallint), close_run(bigint, integer), finish_run(bigint, integer, integer) from public;
grant execute on function open_part(bigint, smallint), close_part(bigint, smallint), close_run(bigint, integer), finish_run(bigint, integer, integer),
    drop_superseded() to ansinh_worker;
