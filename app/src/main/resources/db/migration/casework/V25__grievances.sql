-- Three registers as the law has them: complaints against a decision or an act (khiếu nại), denunciations of a wrong somebody did (tố cáo), and what people say of a policy
-- or an office (phản ánh, kiến nghị). Each has a number of the commune's register of its kind and year; nothing is removed, and every step is written by the database.
create table grievance_register (
    kind         text     not null,
    commune_code text     not null,
    year         smallint not null,
    last_number  integer  not null default 0,
    primary key (kind, commune_code, year)
);

create table grievance (
    grievance_id    bigint   generated always as identity primary key,
    kind            text     not null check (kind in ('complaint', 'denunciation', 'feedback')),
    instance        smallint not null default 1 check (instance in (1, 2)),
    earlier_id      bigint   unique references grievance,   -- second instance: the complaint that was resolved first
    commune_code    text     not null,
    decision_id     bigint   references decision,           -- what it is against, where it is a decision of this house
    programme       text,
    subject_kind    "char"   check (subject_kind in ('p', 'h')),
    subject_id      integer,
    name            text     not null default '',           -- who says it
    contact         text     not null default '',
    way             text     not null check (way in ('paper', 'post', 'spoken', 'phone')),
    signed_as       text     not null check (signed_as in ('none', 'signature', 'fingerprint')),
    says            text     not null,
    wants           text     not null default '',
    against         text     not null default '',           -- denunciation: whom
    received_on     date     not null,
    learnt_on       date,                                   -- complaint: when the decision was received or learnt of
    file_by         date,                                   -- the last day on which it may be filed
    late_because    text     not null default '',           -- what kept somebody from filing in time
    register_year   smallint not null,
    register_number integer  not null,
    opened_by       name     not null,
    officer         name,
    state           text     not null check (state in ('received', 'accepted', 'declined', 'proposed', 'resolved', 'withdrawn', 'passed_on')),
    accept_by       date,
    accepted_on     date,
    complex         boolean  not null default false,
    remote          boolean  not null default false,        -- a remote place that is hard to travel from: the law gives longer
    due_on          date,
    finding         text     check (finding in ('right', 'partly', 'wrong')),
    conclusion      text     not null default '',
    proposed_by     name,
    resolved_by     name,
    resolved_on     date,
    answer_number   text     not null default '',
    because         text     not null default '',           -- why it was declined, withdrawn or passed on
    constraint grievance_says_something check (btrim(says) <> ''),
    constraint complaint_has_a_name check (kind = 'feedback' or btrim(name) <> ''),
    constraint complaint_is_signed check (kind = 'feedback' or signed_as <> 'none' or state in ('received', 'declined', 'withdrawn', 'passed_on')),
    constraint complaint_in_time check (kind <> 'complaint' or file_by is null or received_on <= file_by or btrim(late_because) <> ''
        or state in ('received', 'declined', 'withdrawn', 'passed_on')),
    constraint grievance_ended_with_a_reason check (state not in ('declined', 'withdrawn', 'passed_on') or btrim(because) <> ''),
    constraint resolved_with_a_finding check (state not in ('proposed', 'resolved') or btrim(conclusion) <> '' and (finding is not null or kind = 'feedback')),
    constraint whose_case check ((subject_kind is null) = (subject_id is null)),
    constraint second_after_first check ((instance = 2) = (earlier_id is not null) and (instance = 1 or kind = 'complaint')),
    unique (kind, commune_code, register_year, register_number)
);
-- The same words of the same person on the same day are one entry: a form sent twice is once.
create unique index grievance_said_once on grievance (kind, commune_code, received_on, md5(name || '|' || says));
create index grievance_work on grievance (commune_code, due_on) where state in ('received', 'accepted', 'proposed');
create index grievance_decision on grievance (decision_id) where decision_id is not null;
create index grievance_subject on grievance (subject_kind, subject_id) where subject_id is not null;

create table grievance_step (
    step_id      bigint generated always as identity primary key,
    grievance_id bigint      not null references grievance,
    at           timestamptz not null default public.house_now(),
    day          date        not null default public.house_today(),
    officer      name        not null,
    step         text        not null check (step in ('received', 'signed', 'accepted', 'declined', 'proposed', 'sent_back', 'resolved', 'withdrawn', 'passed_on', 'handed_over', 'longer')),
    note         text        not null default ''
);
create index grievance_step_of on grievance_step (grievance_id, step_id);

create function next_grievance_number(of_kind text, commune text, of_year smallint) returns integer
language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    n integer;
begin
    if not access.may_see_commune(commune) then
        raise exception 'The register of commune % is not yours.', commune using errcode = 'AS003';
    end if;
    insert into grievance_register as r (kind, commune_code, year, last_number) values (of_kind, commune, of_year, 1)
    on conflict (kind, commune_code, year) do update set last_number = r.last_number + 1 returning last_number into n;
    return n;
end $$;

create function begin_grievance() returns trigger language plpgsql set search_path = casework, pg_temp as $$
begin
    if new.state <> 'received' then
        raise check_violation using constraint = 'grievance_starts_received', message = 'What somebody says is received first.';
    end if;
    if new.received_on > public.house_today() then
        raise check_violation using constraint = 'received_by_today', message = 'Nothing is received on a day to come.';
    end if;
    if new.learnt_on > new.received_on then
        raise check_violation using constraint = 'learnt_before_it_was_said', message = 'Nobody complains before they know.';
    end if;
    if new.decision_id is not null then
        select d.commune_code, d.programme, d.subject_kind, d.subject_id into new.commune_code, new.programme, new.subject_kind, new.subject_id
          from face_decision d where d.decision_id = new.decision_id and d.state = 'signed';
        if not found then
            raise check_violation using constraint = 'complaint_against_a_signed_decision', message = 'Only a signed decision can be complained of.';
        end if;
    end if;
    if new.instance = 2 and not exists (select from grievance g where g.grievance_id = new.earlier_id and g.kind = 'complaint' and g.instance = 1 and g.state = 'resolved'
            and g.decision_id is not distinct from new.decision_id) then
        raise check_violation using constraint = 'second_after_first', message = 'A second complaint follows one that was resolved.';
    end if;
    new.opened_by := current_user;
    new.officer := current_user;
    new.register_year := extract(year from new.received_on);
    new.register_number := casework.next_grievance_number(new.kind, new.commune_code, new.register_year);
    return new;
end $$;
create trigger grievance_begun before insert on grievance for each row execute function begin_grievance();

create function guard_grievance() returns trigger language plpgsql set search_path = casework, pg_temp as $$
declare
    changes constant text[] := array['state', 'officer', 'accepted_on', 'complex', 'remote', 'due_on', 'finding', 'conclusion', 'proposed_by', 'resolved_by', 'resolved_on',
        'answer_number', 'because', 'signed_as', 'late_because'];
    leads constant boolean := access.has_one_of('commune_chair', 'provincial_approver');
begin
    if old.state in ('declined', 'resolved', 'withdrawn', 'passed_on') then
        raise check_violation using constraint = 'grievance_stays', message = format('Number %s is %s and stays as it is.', old.register_number, old.state);
    end if;
    if (to_jsonb(new) - changes) is distinct from (to_jsonb(old) - changes) then
        raise check_violation using constraint = 'said_as_it_was_said', message = 'What was said, by whom and when, does not change.';
    end if;
    if new.state <> old.state and not (case old.state when 'received' then new.state in ('accepted', 'declined', 'withdrawn', 'passed_on')
            when 'accepted' then new.state in ('proposed', 'withdrawn') else new.state in ('accepted', 'resolved', 'withdrawn') end) then
        raise check_violation using constraint = 'grievance_goes_forward', message = format('What is %s does not become %s.', old.state, new.state);
    end if;
    if new.due_on is distinct from old.due_on and new.state = old.state and (new.complex, new.remote) = (old.complex, old.remote) then
        raise check_violation using constraint = 'term_by_the_law', message = 'A term is the law''s and is not moved by hand.';
    end if;
    if new.state = 'accepted' and old.state = 'received' then
        new.accepted_on := public.house_today();
    elsif new.state = 'proposed' and old.state <> 'proposed' then
        new.proposed_by := current_user;
    elsif new.state = 'resolved' then
        if not leads then
            raise insufficient_privilege using constraint = 'resolved_by_chair', message = format('%s may not resolve it', current_user);
        end if;
        if old.proposed_by = current_user then
            raise insufficient_privilege using constraint = 'resolved_by_another', message = format('%s proposed the answer and may not sign it', current_user);
        end if;
        if old.instance = 2 and not access.has_role('provincial_approver') then
            raise insufficient_privilege using constraint = 'second_by_the_province', message = 'A second complaint is resolved one level up.';
        end if;
        if (new.finding, new.conclusion) is distinct from (old.finding, old.conclusion) then
            raise check_violation using constraint = 'resolved_as_proposed', message = 'What is signed is what was proposed.';
        end if;
        new.resolved_by := current_user;
        if new.resolved_on > public.house_today() or new.resolved_on < old.accepted_on then
            raise check_violation using constraint = 'resolved_by_today', message = 'The answer is signed between its acceptance and today.';
        end if;
        if btrim(new.answer_number) = '' then
            raise check_violation using constraint = 'answer_has_a_number', message = 'The answer has a number of the office''s book.';
        end if;
    end if;
    return new;
end $$;
create trigger grievance_guarded before update on grievance for each row execute function guard_grievance();

create function note_grievance() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    who constant name := access.my_role();
begin
    if tg_op = 'INSERT' or new.state <> old.state then
        insert into grievance_step (grievance_id, officer, step, note) values (new.grievance_id, who,
            case when tg_op = 'UPDATE' and old.state = 'proposed' and new.state = 'accepted' then 'sent_back' else new.state end,
            case new.state when 'declined' then new.because when 'withdrawn' then new.because when 'passed_on' then new.because when 'resolved' then new.answer_number
                when 'accepted' then new.because else '' end);
    elsif (new.complex, new.remote) is distinct from (old.complex, old.remote) then
        insert into grievance_step (grievance_id, officer, step, note) values (new.grievance_id, who, 'longer', to_char(new.due_on, 'DD/MM/YYYY'));
    end if;
    if tg_op = 'UPDATE' and (new.signed_as, new.late_because) is distinct from (old.signed_as, old.late_because) then
        insert into grievance_step (grievance_id, officer, step, note) values (new.grievance_id, who, 'signed', new.late_because);
    end if;
    if tg_op = 'UPDATE' and new.officer is distinct from old.officer then
        insert into grievance_step (grievance_id, officer, step, note) values (new.grievance_id, who, 'handed_over',
            coalesce((select o.full_name from access.face_officer o where o.role_name = new.officer), ''));
    end if;
    return null;
end $$;
create trigger grievance_noted after insert or update on grievance for each row execute function note_grievance();
create trigger grievance_kept before delete or truncate on grievance for each statement execute function refuse_removal_of_files();
create trigger grievance_step_kept before update or delete or truncate on grievance_step for each statement execute function refuse_removal_of_files();

alter table grievance enable row level security;
alter table grievance force row level security;
create policy house_works on grievance to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy own_area on grievance for select to ansinh_officer
    using ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]));
create policy own_purpose on grievance as restrictive for select to ansinh_officer
    using ((select access.sees_reasons()) and (programme is null or programme <> all ((select determination.closed_programmes())::text[])));
-- Whoever denounces is protected: their word is read by whoever took it down, whoever works on it, who leads, and who inspects.
create policy denouncers_protected on grievance as restrictive for select to ansinh_officer
    using (kind <> 'denunciation' or current_user in (opened_by, officer) or (select access.has_one_of('commune_chair', 'provincial_approver', 'inspector')));
create policy own_area_opens on grievance for insert to ansinh_officer with check (
    ((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
    and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')));
create policy own_area_works on grievance for update to ansinh_officer
    using (((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
        and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')))
    with check (((select access.sees_province()) or commune_code = any ((select access.my_communes())::text[]))
        and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')));
create policy inspectors_open_nothing on grievance as restrictive for insert to ansinh_officer with check ((select access.may_write()));
create policy inspectors_change_nothing on grievance as restrictive for update to ansinh_officer using ((select access.may_write()));

alter table grievance_step enable row level security;
alter table grievance_step force row level security;
create policy house_works on grievance_step to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy of_grievances_seen on grievance_step for select to ansinh_officer
    using (exists (select from grievance g where g.grievance_id = grievance_step.grievance_id));

grant select, insert, update on grievance to ansinh_officer, ansinh_worker;
grant select on grievance_step to ansinh_officer, ansinh_worker;
revoke execute on function next_grievance_number(text, text, smallint), begin_grievance(), guard_grievance(), note_grievance() from public;
grant execute on function next_grievance_number(text, text, smallint) to ansinh_officer;
