-- Lists to pay are for whoever sees people. What must be asked about somebody is a reason, and stays with those who see reasons.
create policy own_purpose on payroll as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on line as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on payee as restrictive for select to ansinh_officer using ((select access.sees_people()));
