-- Asked for twice while it still waits or works, a job is one job.
create unique index job_is_asked_once on job (kind, wish, asked_by) where stage in ('waiting', 'running');

-- A job that failed is done again by whoever asked for it, or by the worker.
create function ask_again(job bigint) returns boolean language plpgsql security definer set search_path = jobs, pg_temp as
$$
begin
    update job j set stage = 'waiting', says = '', trouble = null, done = 0, total = 0, finished_at = null
     where j.job_id = ask_again.job and j.stage = 'failed'
       and (current_setting('role') = 'ansinh_worker' or j.asked_by = current_setting('role')::name)
       and not exists (select from job o where o.kind = j.kind and o.wish = j.wish and o.asked_by = j.asked_by and o.stage in ('waiting', 'running'));
    return found;
end
$$;
revoke execute on function ask_again(bigint) from public;
grant execute on function ask_again(bigint) to ansinh_officer, ansinh_worker;
