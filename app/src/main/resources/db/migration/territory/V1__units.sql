-- Communes through time. A code means something only together with a day: all 56 codes of 2025 were codes of something else before.
create table commune (
    code        text      not null check (code ~ '^[0-9]{5}$'),
    kind        text      not null check (kind in ('Xã', 'Phường', 'Thị trấn')),
    name        text      not null,
    district    text      not null,              -- empty since 1 July 2025: there are no districts any more
    days        daterange not null,
    successor   text,                            -- the commune of 2025 that took it in
    region      text      check (region in ('i', 'ii', 'iii')),
    region_from date,
    primary key (code, days without overlaps)
);

create table village (
    village_id integer generated always as identity primary key,
    code       text    not null unique,
    invented   boolean not null                  -- names of villages are not public: a demonstration's are made up and say so
);

create table village_name (
    village_id   integer   not null references village,
    name         text      not null,
    commune_code text      not null,
    days         daterange not null,
    primary key (village_id, days without overlaps)
);

-- Status of a village by day, as facts the law asks for; certainty says whether the list was read or assumed.
create table village_status (
    village_id integer   not null references village,
    fact       text      not null check (fact in ('village.region', 'village.extremely_difficult')),
    days       daterange not null,
    whole      bigint,
    words      text,
    certainty  text      not null,
    primary key (village_id, fact, days without overlaps),
    check ((whole is null) <> (words is null))
);

create view face_commune as
select code, kind, name, kind || ' ' || name as full_name, district, days, successor, region, region_from from commune;

-- Where a village is and what it is called, by day.
create view face_village as
select v.village_id, v.code, n.name, v.invented, n.commune_code, n.days from village v join village_name n using (village_id);

create view face_village_fact as
select village_id as subject_id, fact, ''::text as instance, days, whole, null::date as day, words, certainty from village_status;

grant usage on schema territory to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select on all tables in schema territory to ansinh_officer, ansinh_worker, ansinh_determiner, ansinh_owner;
grant insert, update, delete on commune, village, village_name, village_status to ansinh_worker;
