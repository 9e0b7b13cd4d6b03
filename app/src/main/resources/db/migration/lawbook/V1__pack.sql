-- Every pack that was ever in force here, whole, and from which recording on. A decision names its pack by hash and can be recomputed for ever.
create table pack (
    hash         text primary key check (hash ~ '^[0-9a-f]{64}$'),
    pack_id      text        not null,
    version      text        not null,
    files        bytea       not null,      -- the folder as a zip
    stored_at    timestamptz not null default now()
);

create table in_force (
    number         bigint generated always as identity primary key,
    hash           text        not null references pack,
    from_recording bigint      not null,    -- facts recorded after this number meet this pack
    installed_at   timestamptz not null default now(),
    installed_by   name        not null default current_setting('role')
);
create index in_force_hash_idx on in_force (hash);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: a law pack that was in force here stays as it was.', tg_op, tg_table_schema, tg_table_name
        using hint = 'Install a new version of the pack; it holds from then on.';
end $$;
create trigger pack_stays before update or delete or truncate on pack for each statement execute function refuse_change();
create trigger in_force_stays before update or delete or truncate on in_force for each statement execute function refuse_change();

grant usage on schema lawbook to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select on pack, in_force to ansinh_officer, ansinh_worker, ansinh_determiner;
grant insert on pack, in_force to ansinh_worker;
