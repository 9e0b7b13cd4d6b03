-- Dated facts. The dictionary of the law pack says which facts exist; a fact, its subject and its instance make one slot in time.
create table registry.fact_definition (
    no          smallint primary key check (no between 1 and 4095),
    id          text not null unique,
    subject     "char" not null check (subject in ('p', 'h', 'v')),
    type        text not null check (type in ('bool', 'int', 'dong', 'decimal', 'day', 'text', 'enum')),
    enum_values text[] check ((type = 'enum') = (enum_values is not null)),
    least       bigint,
    most        bigint,
    many        boolean not null default false,
    sensitivity text not null default 'ordinary' check (sensitivity in ('ordinary', 'sensitive', 'hidden')),
    stated_by   text[] not null default '{commune_officer}',
    retired     boolean not null default false
);
-- The village of a household is the registry's own fact: areas and villages are worked out from it, whatever the law asks.
insert into registry.fact_definition (no, id, subject, type, least) values (1, 'household.village', 'h', 'int', 1);

-- Instances (which programme, which certificate…) of facts of which several hold at once; number 0 is "the only one".
create table registry.fact_instance (
    fact smallint not null,
    no   int not null check (no between 1 and 262143),
    id   text not null,
    primary key (fact, no),
    unique (fact, id)
);

-- One number for (kind of subject, subject, fact, instance). Keys of one bigint and a range of days are what makes a load of millions
-- of rows under WITHOUT OVERLAPS fast; the parts stay readable as virtual columns. See docs/adr.
create function registry.slot(subject_kind "char", subject_id int, fact smallint, instance int) returns bigint
language sql immutable parallel safe as $$
    select (case subject_kind when 'p' then 0 when 'h' then 2305843009213693952 else 4611686018427387904 end)
         + subject_id::bigint * 1073741824 + fact::bigint * 262144 + instance
$$;
create function registry.slot_kind(slot bigint) returns "char"
language sql immutable parallel safe as $$ select (case slot >> 61 when 0 then 'p' when 1 then 'h' else 'v' end)::"char" $$;
create function registry.slot_subject(slot bigint) returns int
language sql immutable parallel safe as $$ select ((slot >> 30) & 2147483647)::int $$;

create table registry.fact_entry (
    slot         bigint not null,
    recording    bigint not null,
    entry        bigint not null default nextval('registry.entry_number'),
    days         daterange not null check (not isempty(days)),
    whole        bigint,
    day          date,
    words        text,
    retracted    boolean not null default false,
    source       text not null,
    subject_kind "char" generated always as ((case slot >> 61 when 0 then 'p' when 1 then 'h' else 'v' end)::"char") virtual,
    subject_id   int generated always as (((slot >> 30) & 2147483647)::int) virtual,
    fact         smallint generated always as (((slot >> 18) & 4095)::smallint) virtual,
    instance     int generated always as ((slot & 262143)::int) virtual,
    check (retracted = (whole is null and day is null and words is null))
);

create table registry.fact_now (
    slot         bigint not null,
    recording    bigint not null,
    days         daterange not null,
    whole        bigint,
    day          date,
    words        text,
    source       text not null,
    subject_kind "char" generated always as ((case slot >> 61 when 0 then 'p' when 1 then 'h' else 'v' end)::"char") virtual,
    subject_id   int generated always as (((slot >> 30) & 2147483647)::int) virtual,
    fact         smallint generated always as (((slot >> 18) & 4095)::smallint) virtual,
    instance     int generated always as ((slot & 262143)::int) virtual,
    constraint fact_one_at_a_time primary key (slot, days without overlaps)
);

-- The facts of the dictionary, told at start by whoever loaded the pack. A fact that disappears is retired, its number stays taken.
create function registry.told_facts(definitions jsonb)
returns table (id text, subject "char", type text, enum_values text[], "least" bigint, most bigint, many boolean, sensitivity text, stated_by text[])
language sql immutable as $$
    select d.id, d.subject::"char", d.type, d.enum_values, d.least, d.most, coalesce(d.many, false), coalesce(d.sensitivity, 'ordinary'),
        coalesce(d.stated_by, '{commune_officer}')
    from jsonb_to_recordset(definitions) as d(id text, subject text, type text, enum_values text[], least bigint, most bigint, many boolean,
        sensitivity text, stated_by text[])
$$;

create function registry.face_define_facts(definitions jsonb) returns int
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform pg_advisory_xact_lock(7310460197104);
    insert into registry.fact_definition (no, id, subject, type, enum_values, least, most, many, sensitivity, stated_by)
    select (select max(f.no) from registry.fact_definition f) + row_number() over (order by t.id), t.id, t.subject, t.type, t.enum_values,
        t.least, t.most, t.many, t.sensitivity, t.stated_by
    from registry.told_facts(definitions) t where not exists (select from registry.fact_definition f where f.id = t.id);
    update registry.fact_definition f set type = t.type, enum_values = t.enum_values, least = t.least, most = t.most, many = t.many,
        sensitivity = t.sensitivity, stated_by = t.stated_by, retired = false
    from registry.told_facts(definitions) t where t.id = f.id and f.no > 1
        and (f.type, f.enum_values, f.least, f.most, f.many, f.sensitivity, f.stated_by, f.retired)
            is distinct from (t.type, t.enum_values, t.least, t.most, t.many, t.sensitivity, t.stated_by, false);
    update registry.fact_definition f set retired = true
    where f.no > 1 and not f.retired and not exists (select from registry.told_facts(definitions) t where t.id = f.id);
    return (select count(*) from registry.fact_definition f where not f.retired);
end $$;
revoke execute on function registry.face_define_facts(jsonb) from public;
grant execute on function registry.face_define_facts(jsonb) to ansinh_worker;
