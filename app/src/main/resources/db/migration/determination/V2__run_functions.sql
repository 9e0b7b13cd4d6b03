-- A run's rows go into a partition of their own: loaded by COPY without indexes, indexed once when the run closes, dropped whole when it is too old to matter.

create function open_run(month date, known_at bigint, pack_hash text) returns bigint
language plpgsql security definer set search_path = determination, pg_temp as $$
declare
    id bigint;
begin
    insert into run (month, known_at, pack_hash, asked_by)
    values (date_trunc('month', open_run.month)::date, open_run.known_at, open_run.pack_hash, current_setting('role'))
    returning run_id into id;
    execute format('create table outcome_%s (like outcome including defaults including constraints)', id);
    execute format('grant insert, select on outcome_%s to ansinh_worker', id);
    return id;
end $$;

create function close_run(id bigint, people integer, households integer) returns void
language plpgsql security definer set search_path = determination, pg_temp as $$
begin
    execute format('alter table outcome_%s add check (run_id = %s)', id, id);
    execute format('alter table outcome attach partition outcome_%s for values in (%s)', id, id);
    execute format('create index on outcome_%s (programme, commune_code, answer, decided)', id);
    execute format('create index on outcome_%s (subject_id, subject_kind)', id);
    execute format('analyze outcome_%s', id);
    execute format('insert into outcome_tally select run_id, programme, commune_code, answer, decided, count(*), sum(owed) from outcome_%s group by 1, 2, 3, 4, 5', id);
    analyze outcome_tally;
    update run set state = 'finished', finished_at = now(), people = close_run.people, households = close_run.households
     where run_id = id and state = 'running';
end $$;

-- A run that failed leaves a line that says so and no rows.
create function abandon_run(id bigint, trouble text) returns void
language plpgsql security definer set search_path = determination, pg_temp as $$
begin
    execute format('drop table if exists outcome_%s', id);
    update run set state = 'failed', finished_at = now(), trouble = abandon_run.trouble where run_id = id and state = 'running';
end $$;

revoke all on function open_run(date, bigint, text), close_run(bigint, integer, integer), abandon_run(bigint, text) from public;
grant execute on function open_run(date, bigint, text), close_run(bigint, integer, integer), abandon_run(bigint, text) to ansinh_worker;

alter table outcome enable row level security;
alter table outcome force row level security;
create policy everyone_for_jobs on outcome for select to ansinh_worker, ansinh_determiner, ansinh_owner using (true);
create policy own_area on outcome for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
alter table outcome_tally enable row level security;
alter table outcome_tally force row level security;
create policy house_works on outcome_tally to ansinh_worker, ansinh_determiner, ansinh_owner using (true) with check (true);
create policy own_area on outcome_tally for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));

grant usage on schema determination to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select on run, outcome, outcome_tally, face_latest_run, face_outcome, face_outcome_tally to ansinh_officer, ansinh_worker, ansinh_determiner;
