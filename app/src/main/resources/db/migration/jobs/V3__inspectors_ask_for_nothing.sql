-- Long work changes things: an inspector asks for none.
create policy inspectors_write_nothing on job as restrictive for insert to ansinh_officer with check ((select access.may_write()));
