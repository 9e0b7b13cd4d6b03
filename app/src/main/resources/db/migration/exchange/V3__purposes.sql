-- An inspector brings no files and accepts none.
create policy inspectors_write_nothing on brought_file as restrictive for insert to ansinh_officer with check ((select access.may_write()));
create policy inspectors_change_nothing on brought_file as restrictive for update to ansinh_officer using ((select access.may_write()));
create policy inspectors_write_nothing on brought_part as restrictive for insert to ansinh_officer with check ((select access.may_write()));
create policy inspectors_write_nothing on compared_line as restrictive for insert to ansinh_officer with check ((select access.may_write()));

-- A month is compared by whoever sees what the law gives people: every difference is told with its cause.
create policy own_purpose on brought_file as restrictive for insert to ansinh_officer with check (purpose <> 'month' or (select access.sees_reasons()));

-- A month's list may be of one commune of a larger area: then only that commune's people can be missing from it.
alter table brought_file add column of_commune text;
grant insert (of_commune) on brought_file to ansinh_officer, ansinh_worker;
create policy own_area on brought_file as restrictive for insert to ansinh_officer with check (of_commune is null or purpose = 'month' and access.may_see_commune(of_commune));
