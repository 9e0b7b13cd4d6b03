-- Decisions carry their causes: whoever works with people reads them, of a programme whose name would give a hidden fact away whoever works for it.
create policy own_purpose on decision as restrictive for select to ansinh_officer
    using ((select access.sees_reasons()) and programme <> all ((select determination.closed_programmes())::text[]));
create policy inspectors_write_nothing on decision as restrictive for insert to ansinh_officer with check ((select access.may_write()));
create policy inspectors_change_nothing on decision as restrictive for update to ansinh_officer using ((select access.may_write()));

-- Who decides is said by the law pack; a decision made elsewhere (the policy bank, a district before July 2025) is taken over, and not drafted here.
alter table decision drop constraint decision_authority_check;
alter table decision add constraint authority_is_a_word check (authority ~ '^[a-z][a-z_]*$');

create function guard_authority() returns trigger language plpgsql set search_path = casework, pg_temp as $$
begin
    if not new.taken_over and new.authority not in ('commune_chair', 'provincial_approver') then
        raise check_violation using constraint = 'decided_elsewhere', message = format('Decisions of %s are made by %s, not here.', new.programme, new.authority),
            hint = 'Take the decision over when it has been made.';
    end if;
    return new;
end $$;
create trigger decision_authority_guarded before insert on decision for each row execute function guard_authority();
