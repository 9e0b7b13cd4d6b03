-- Which facts can change what a programme gives: told at each start by the pack in force.
alter table programme add facts text[] not null default '{}';
create or replace view face_programme as select programme, kind, amount_kind, decided, hidden, facts from programme;
