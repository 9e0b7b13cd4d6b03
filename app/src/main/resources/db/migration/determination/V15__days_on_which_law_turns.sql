-- On which days the law of a programme turns: told at each start by the pack in force.
alter table programme add days date[] not null default '{}';
create or replace view face_programme as select programme, kind, amount_kind, decided, hidden, facts, days from programme;
