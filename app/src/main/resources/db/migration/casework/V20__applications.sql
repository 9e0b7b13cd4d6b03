-- Files of people who ask for something, or who have a right and do not know it: opened by an officer or by the house, signed by the applicant, received under a number
-- of the commune's register, checked, decided. What is open for somebody in a programme is open once.
create table register (
    commune_code text     not null,
    year         smallint not null,
    last_number  integer  not null default 0,
    primary key (commune_code, year)
);

create table application (
    application_id  bigint generated always as identity primary key,
    programme       text     not null check (programme ~ '^[a-z][a-z0-9_]*$'),
    subject_kind    "char"   not null check (subject_kind in ('p', 'h')),
    subject_id      integer  not null,
    commune_code    text     not null,
    household_id    integer,
    village_id      integer,
    came            text     not null check (came in ('applicant', 'village_head', 'house', 'complaint')),
    occasion        text     not null check (occasion in ('right', 'birthday', 'event', 'asked')),   -- why the house opened it; asked: it did not
    provisions      text     not null default '',      -- ids in the pack, as the newest determination had them
    level           bigint   not null default 0 check (level >= 0),   -- đồng for one period of the programme, as the law has it
    unverified      boolean  not null default false,   -- that level rests on law that no jurist has released
    right_from      date,                              -- where the right begins later than the file was opened
    opened_on       date     not null default public.house_today(),
    opened_by       name     not null default current_setting('role')::name,
    state           text     not null check (state in ('waiting_signature', 'received', 'incomplete', 'complete', 'decided', 'withdrawn', 'closed')),
    officer         name,                              -- whose work it is
    received_on     date,
    register_year   smallint,
    register_number integer,
    shelf           text     not null default '',      -- where the paper file stands
    one_stop        text     not null default '',      -- number of the one-stop office's receipt
    missing         text     not null default '',      -- what is missing, in the officer's words
    due_on          date,                              -- the last day of the term the law gives the office; none where the pack states none, or while papers are missing
    decision_id     bigint   references decision,      -- the draft or signed decision on it
    because         text     not null default '',      -- why it was withdrawn or closed; the house's own reasons are words: dead, moved, decided, no_right
    constraint received_is_whole check ((received_on is null) = (register_number is null) and (received_on is null) = (register_year is null)
        and (state not in ('received', 'incomplete', 'complete') or received_on is not null)),
    constraint incomplete_says_what check (state <> 'incomplete' or btrim(missing) <> ''),
    constraint ended_with_a_reason check (state not in ('withdrawn', 'closed') or btrim(because) <> ''),
    unique (commune_code, register_year, register_number)
);
create unique index application_one_open on application (programme, subject_kind, subject_id)
    where state in ('waiting_signature', 'received', 'incomplete', 'complete');
create index application_work on application (commune_code, state, due_on, programme) where state in ('waiting_signature', 'received', 'incomplete', 'complete');
create index application_subject on application (subject_kind, subject_id, programme);
create index application_decision on application (decision_id) where decision_id is not null;

-- What was done with it, by whom, when: written by the database with every change, never changed.
create table application_step (
    step_id        bigint generated always as identity primary key,
    application_id bigint      not null references application,
    at             timestamptz not null default now(),
    day            date        not null default public.house_today(),
    officer        name        not null,
    step           text        not null check (step in ('opened', 'received', 'incomplete', 'complete', 'handed_over', 'papers', 'drafted', 'sent_back', 'decided', 'withdrawn', 'closed')),
    note           text        not null default ''
);
create index application_step_of on application_step (application_id, step_id);

create function next_register_number(commune text, of_year smallint) returns integer
language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    n integer;
begin
    if not access.may_see_commune(commune) then
        raise exception 'The register of files of commune % is not yours.', commune using errcode = 'AS003';
    end if;
    insert into register as r (commune_code, year, last_number) values (commune, of_year, 1)
    on conflict (commune_code, year) do update set last_number = r.last_number + 1 returning last_number into n;
    return n;
end $$;

create function guard_application() returns trigger language plpgsql set search_path = casework, pg_temp as $$
declare
    house constant boolean := current_user in ('ansinh_owner', 'ansinh_worker');
    fixed constant text[] := array['state', 'officer', 'received_on', 'register_year', 'register_number', 'shelf', 'one_stop', 'missing', 'due_on', 'decision_id', 'because',
        'provisions', 'level', 'unverified', 'right_from'];
begin
    if tg_op = 'INSERT' then
        if new.state <> 'waiting_signature' then
            raise check_violation using constraint = 'application_starts_unsigned', message = 'A file starts unsigned and is received afterwards.';
        end if;
        if not house and (new.came = 'house' or new.occasion <> 'asked') then
            raise insufficient_privilege using constraint = 'opened_by_the_house', message = 'Only the house opens files of its own.';
        end if;
        new.opened_by := current_setting('role')::name;
        new.opened_on := public.house_today();
        new.officer := case when house then new.officer else current_user end;
        return new;
    end if;
    if old.state in ('decided', 'withdrawn', 'closed') then
        raise check_violation using constraint = 'application_stays', message = format('File %s is %s and stays as it is.', old.application_id, old.state);
    end if;
    if (to_jsonb(new) - fixed) is distinct from (to_jsonb(old) - fixed) then
        raise check_violation using constraint = 'application_is_for_one', message = 'Whose file it is and for what does not change.';
    end if;
    if not house and (new.provisions, new.level, new.unverified, new.right_from) is distinct from (old.provisions, old.level, old.unverified, old.right_from) then
        raise check_violation using constraint = 'application_is_for_one', message = 'What the law gives is not written into a file by hand.';
    end if;
    if not house and new.due_on is distinct from old.due_on and new.state = old.state then
        raise check_violation using constraint = 'term_by_the_law', message = 'A term begins and stops with what happens to the file, and is not moved by hand.';
    end if;
    if not house and new.state in ('decided', 'closed') and new.state <> old.state then
        raise insufficient_privilege using constraint = 'decided_by_signature', message = 'A file is decided when its decision is signed; the house closes its own.';
    end if;
    if new.state is distinct from old.state and not (case old.state
            when 'waiting_signature' then new.state in ('received', 'withdrawn', 'closed', 'decided')
            when 'received' then new.state in ('incomplete', 'complete', 'withdrawn', 'decided')
            when 'incomplete' then new.state in ('complete', 'withdrawn', 'decided')
            else new.state in ('incomplete', 'withdrawn', 'decided') end) then
        raise check_violation using constraint = 'application_goes_forward', message = format('A file that is %s does not become %s.', old.state, new.state);
    end if;
    if new.state = 'withdrawn' and old.decision_id is not null then
        raise check_violation using constraint = 'withdrawn_before_the_decision', message = 'A decision on this file is drafted already.';
    end if;
    if new.state = 'received' and old.state = 'waiting_signature' then
        if new.received_on > public.house_today() then
            raise check_violation using constraint = 'received_by_today', message = 'A file is not received on a day to come.';
        end if;
        new.register_year := extract(year from new.received_on);
        new.register_number := casework.next_register_number(old.commune_code, new.register_year);
        new.officer := coalesce(old.officer, current_user);
    elsif (new.received_on, new.register_year, new.register_number) is distinct from (old.received_on, old.register_year, old.register_number) then
        raise check_violation using constraint = 'received_once', message = 'The day and the number under which a file was received stay.';
    end if;
    return new;
end $$;
create trigger application_guarded before insert or update on application for each row execute function guard_application();

create function note_step() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    who constant name := access.my_role();
begin
    if tg_op = 'INSERT' then
        insert into application_step (application_id, officer, step, note) values (new.application_id, who, 'opened', '');
        return null;
    end if;
    if new.state <> old.state then
        insert into application_step (application_id, officer, step, note) values (new.application_id, who, new.state,
            case new.state when 'received' then to_char(new.received_on, 'DD/MM/YYYY') when 'incomplete' then new.missing
                when 'withdrawn' then new.because when 'closed' then new.because
                when 'decided' then coalesce((select d.number from face_decision d where d.decision_id = new.decision_id), '') else '' end);
    elsif new.state = 'incomplete' and new.missing <> old.missing then
        insert into application_step (application_id, officer, step, note) values (new.application_id, who, 'incomplete', new.missing);
    end if;
    if new.officer is distinct from old.officer and new.state = old.state then
        insert into application_step (application_id, officer, step, note) values (new.application_id, who, 'handed_over',
            coalesce((select o.full_name from access.face_officer o where o.role_name = new.officer), ''));
    end if;
    if (new.shelf, new.one_stop) is distinct from (old.shelf, old.one_stop) and new.state = old.state then
        insert into application_step (application_id, officer, step, note) values (new.application_id, who, 'papers', concat_ws(' · ', nullif(new.shelf, ''), nullif(new.one_stop, '')));
    end if;
    if new.decision_id is distinct from old.decision_id and new.state = old.state then
        insert into application_step (application_id, officer, step, note) values (new.application_id, who,
            case when new.decision_id is null then 'sent_back' else 'drafted' end,
            case when new.decision_id is null then coalesce((select d.returned_because from decision d where d.decision_id = old.decision_id), '') else '' end);
    end if;
    return null;
end $$;
create trigger application_noted after insert or update on application for each row execute function note_step();

create function refuse_removal_of_files() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: files are withdrawn or closed, and what was done with them stays.', tg_op, tg_table_schema, tg_table_name using errcode = 'AS002';
end $$;
create trigger application_kept before delete or truncate on application for each statement execute function refuse_removal_of_files();
create trigger step_kept before update or delete or truncate on application_step for each statement execute function refuse_removal_of_files();

-- A signature decides the open file of whom it is for, wherever it was drafted; a draft sent back leaves its file where it was.
create function decide_files() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
    update application a set state = 'decided', decision_id = f.decision_id
      from fresh f
     where f.state = 'signed' and not f.taken_over and f.kind in ('grant', 'refuse') and a.programme = f.programme and a.subject_kind = f.subject_kind
       and a.subject_id = f.subject_id and a.state in ('waiting_signature', 'received', 'incomplete', 'complete')
       and (f.kind = 'grant' or a.decision_id = f.decision_id);
    update application a set decision_id = null from fresh f
     where f.state = 'returned' and a.decision_id = f.decision_id and a.state in ('received', 'incomplete', 'complete');
    return null;
end $$;
create trigger decision_decides_files after update on decision referencing new table as fresh for each statement execute function decide_files();

alter table application enable row level security;
alter table application force row level security;
create policy house_works on application to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy own_area on application for select to ansinh_officer
    using ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]));
create policy own_purpose on application as restrictive for select to ansinh_officer
    using ((select access.sees_reasons()) and programme <> all ((select determination.closed_programmes())::text[]));
create policy own_area_opens on application for insert to ansinh_officer with check (
    ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
    and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')));
create policy own_area_works on application for update to ansinh_officer
    using (((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
        and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')))
    with check (((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
        and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')));
create policy inspectors_open_nothing on application as restrictive for insert to ansinh_officer with check ((select access.may_write()));
create policy inspectors_change_nothing on application as restrictive for update to ansinh_officer using ((select access.may_write()));

alter table application_step enable row level security;
alter table application_step force row level security;
create policy house_works on application_step to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy of_files_seen on application_step for select to ansinh_officer
    using (exists (select from application a where a.application_id = application_step.application_id));

grant select, insert, update on application to ansinh_officer, ansinh_worker;
grant select on application_step to ansinh_officer, ansinh_worker, ansinh_determiner;
grant select on application to ansinh_determiner;
revoke execute on function next_register_number(text, smallint), guard_application(), note_step(), decide_files(), refuse_removal_of_files() from public;
grant execute on function next_register_number(text, smallint) to ansinh_officer;
