-- What the demonstration has done already: a start after Ctrl-C goes on where the last one ended.
create table step (
    name    text primary key,
    done_at timestamptz not null default now(),
    says    text not null default ''
);
grant usage on schema demo to ansinh_worker;
grant select, insert on step to ansinh_worker;
