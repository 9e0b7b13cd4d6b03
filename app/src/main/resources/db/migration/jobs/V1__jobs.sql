-- Long work that was asked for, and how far it is. The scheduler's own table beside it says when and where it runs.
create table job (
    job_id      bigint generated always as identity primary key,
    kind        text        not null,
    wish        text        not null,
    asked_by    name        not null default current_user,
    asked_at    timestamptz not null default clock_timestamp(),
    stage       text        not null default 'waiting' check (stage in ('waiting', 'running', 'finished', 'failed')),
    says        text        not null default '',
    done        bigint      not null default 0,
    total       bigint      not null default 0,
    trouble     text,
    finished_at timestamptz
);
create index job_kind_idx on job (kind, job_id);

alter table job enable row level security;
create policy mine on job to ansinh_officer using (asked_by = current_user) with check (asked_by = current_user);
grant select, insert (kind, wish) on job to ansinh_officer;
grant select, insert, update on job to ansinh_worker;
grant select on job to ansinh_determiner;

-- As the scheduler's library wants it.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due_idx on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat_idx on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to ansinh_worker;
