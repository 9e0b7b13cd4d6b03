-- Whom the head of an office lets sign for them, by a paper, on which days: a letter that such a deputy signed says KT. before the office of the head. A deputy has the
-- authority of the role as well; this says under whose name it is used. Appended; it ends by its last day, or by a later end written into it once.
create table delegation (
    delegation_id bigint generated always as identity primary key,
    commune_code  text        not null,
    deputy        text        not null,          -- the officer who signs, by the name in the database
    days          daterange   not null check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
    paper         text        not null check (btrim(paper) <> ''),
    paper_on      date        not null,
    entered_by    name        not null default current_user,
    entered_at    timestamptz not null default now(),
    constraint delegation_by_another check (entered_by <> deputy),
    constraint delegation_once exclude using gist (commune_code with =, deputy with =, days with &&)
);

create function guard_delegation() returns trigger language plpgsql set search_path = casework, pg_temp as $$
begin
    new.entered_by := current_user;
    new.entered_at := now();
    if not exists (select from access.face_colleagues(new.commune_code) c where c.role_name = new.deputy) then
        raise check_violation using constraint = 'delegation_to_a_colleague', message = format('%s does not work in commune %s.', new.deputy, new.commune_code);
    end if;
    return new;
end $$;
create trigger delegation_guarded before insert on delegation for each row execute function guard_delegation();
create function refuse_change_of_delegation() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: a delegation stands as it was entered.', tg_op, tg_table_schema, tg_table_name using errcode = 'AS002';
end $$;
create trigger delegation_stays before update or delete or truncate on delegation for each statement execute function refuse_change_of_delegation();

alter table delegation enable row level security;
alter table delegation force row level security;
create policy house_works on delegation to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy own_area on delegation for select to ansinh_officer
    using ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]));
create policy chairs_delegate on delegation for insert to ansinh_officer with check (
    ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
    and (select access.has_one_of('commune_chair', 'provincial_approver')));
create policy inspectors_delegate_nothing on delegation as restrictive for insert to ansinh_officer with check ((select access.may_write()));
grant select, insert on delegation to ansinh_officer;
grant select on delegation to ansinh_worker, ansinh_determiner;
revoke execute on function guard_delegation(), refuse_change_of_delegation() from public;
