-- Which person of the register an officer is: so that money on its way to whoever prepares, approves or signs it, or to their household, is seen before it leaves. Whoever ties
-- them is an administrator, who may not see people and never learns whose number was typed; the table is read by nobody who signs in, only by functions of rooms above.
create table officer_person (
    nth        integer     generated always as identity primary key,
    officer_id integer     not null references officer,
    person_id  integer,                                     -- null: tied to nobody any more
    tied_by    name        not null default current_setting('role'),
    tied_at    timestamptz not null default public.house_now()
);
create index officer_person_officer_idx on officer_person (officer_id, nth desc);
alter table officer_person enable row level security;
alter table officer_person force row level security;
create policy owner_works on officer_person to ansinh_owner using (true) with check (true);

create function ties_stay() returns trigger language plpgsql as $$
begin
    raise exception 'Who an officer is stays as it was told: % of access.officer_person.', lower(tg_op)
        using errcode = 'AS010', constraint = 'ties_stay', hint = 'Tie the officer anew; what was told last holds.';
end $$;
create trigger officer_person_stays before update or delete on officer_person for each row execute function ties_stay();
create trigger officer_person_is_never_emptied before truncate on officer_person for each statement execute function ties_stay();

alter table audit_entry drop constraint audit_act_is_known;
alter table audit_entry add constraint audit_act_is_known check (act in (
    'open_person', 'api_person', 'print_person', 'search', 'export', 'other_commune', 'sign_in', 'sign_in_refused',
    'open_officer', 'close_officer', 'give', 'end', 'set_password', 'set_code', 'reset_code', 'inspect_audit', 'erase', 'swap_day', 'check_receipt',
    'tie_officer', 'untie_officer'));

-- Called by the registry, which alone knows whose a number is; the audit keeps that it was done, not whose number it was.
create function face_tie(officer integer, person integer) returns void
    language plpgsql security definer set search_path = access, pg_temp as
$$
begin
    perform must_administer();
    perform not_oneself(officer);
    if not exists (select from access.officer o where o.officer_id = officer and o.kind = 'person') then
        raise exception 'Account % is no person.', officer using errcode = 'AS010', constraint = 'programs_are_nobody', hint = 'Only people are tied to people.';
    end if;
    insert into officer_person (officer_id, person_id) values (officer, person);
    perform told(case when person is null then 'untie_officer' else 'tie_officer' end, officer, null);
end
$$;

-- Who is tied, for administrators: that, and since when, never to whom.
create function ties() returns table (officer_id integer, tied_at timestamptz)
    language plpgsql stable security definer set search_path = access, pg_temp as
$$
#variable_conflict use_column
begin
    perform must_administer();
    return query select t.officer_id, t.tied_at from (select distinct on (x.officer_id) x.* from officer_person x order by x.officer_id, x.nth desc) t where t.person_id is not null;
end
$$;

-- For functions of rooms above, which answer to whoever sees people there.
create view face_tied as
select o.officer_id, o.role_name, o.full_name, o.closed_on, t.person_id
  from (select distinct on (x.officer_id) x.* from officer_person x order by x.officer_id, x.nth desc) t join officer o using (officer_id) where t.person_id is not null;

revoke execute on function face_tie(integer, integer), ties(), ties_stay() from public;
grant execute on function ties() to ansinh_officer;
