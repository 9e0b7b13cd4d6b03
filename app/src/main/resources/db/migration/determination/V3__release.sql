-- A named jurist releases a value that nobody had confirmed. Appended, never taken back: law that turns out otherwise is a new pack.
create table release (
    number      bigint generated always as identity primary key,
    what        text        not null check (what <> ''),         -- as the pack names it: "parameter social_pension.rate 2026-07-01"
    shown       text        not null,                            -- the value and citation the jurist saw
    because     text        not null check (length(btrim(because)) >= 10),
    released_by name        not null default current_setting('role')::name,
    jurist      text        not null check (jurist <> ''),       -- the name a letter can carry
    released_at timestamptz not null default now(),
    unique (what)
);
alter table release enable row level security;
alter table release force row level security;
create policy everybody_reads on release for select using (true);
create policy jurists_release on release for insert to ansinh_officer with check (access.has_role('jurist') and released_by = current_user);
create policy owner_migrates on release for insert to ansinh_owner with check (true);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: a release stands as it was given.', tg_op, tg_table_schema, tg_table_name
        using hint = 'If the value was wrong, install a corrected pack; decisions that rested on it are re-determined.';
end $$;
create trigger release_stays before update or delete or truncate on release for each statement execute function refuse_change();

create view face_release with (security_invoker = true) as select what, shown, because, jurist, released_at from release;
grant select on release, face_release to ansinh_officer, ansinh_worker, ansinh_determiner;
grant insert on release to ansinh_officer;
