-- Money of a household, and money that one takes for another, goes into somebody's hands. What is held when somebody is recorded dead or moved is therefore held for every subject
-- into whose money the record reaches: theirs, what they receive for others, and what their household has.
alter table held_part add column subject_kind "char" not null default 'p';
alter table held_part drop constraint held_part_pkey, add primary key (payroll_id, subject_kind, subject_id);
alter table held_part alter column subject_kind drop default;

-- they are written anew with the kind of subject (R__held.sql)
drop function settle_part(bigint, integer, text);
drop function law_owes(text, text, integer, date, date);
drop function kept(bigint[]);
