-- What this register calls its own people in files: another register that takes them in keeps the key, and no key of two registers is the same.
create table own_mark (
    mark text primary key check (mark ~ '^[0-9A-F]{8}$')
);
insert into own_mark (mark) values (upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 8)));
create unique index own_mark_once on own_mark ((true));

grant usage on schema exchange to ansinh_officer, ansinh_worker;
grant select on own_mark to ansinh_officer, ansinh_worker;
