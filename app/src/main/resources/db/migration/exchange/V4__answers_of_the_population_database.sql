-- A list that went to the population database comes back as a file like any other: brought, looked at, accepted by whoever brought it.
alter table brought_file drop constraint brought_file_purpose_check;
alter table brought_file add constraint brought_file_purpose_check check (purpose in ('register', 'month', 'population'));
alter table brought_file add column check_list integer, add constraint brought_answers_to_a_list check ((check_list is not null) = (purpose = 'population'));
grant insert (check_list) on brought_file to ansinh_officer, ansinh_worker;
create index brought_file_check_list on brought_file (check_list) where check_list is not null;
