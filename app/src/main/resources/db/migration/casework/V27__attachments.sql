-- Papers attached to a file: a photo or a PDF of what somebody showed. Their bytes lie here and nowhere else (ADR 73): what is committed is whole, a backup takes it along, and
-- row policies say who sees it. Nothing is removed: who attached the wrong paper takes it away with a reason, and the paper stays, marked.
create table attachment (
    attachment_id     bigint      generated always as identity primary key,
    application_id    bigint      not null references application,
    paper             text        not null,                  -- which paper it is, in the words of the law or of the officer
    given_name        text        not null,                  -- as the file was called where it came from: shown, never used as a name
    content_type      text        not null check (content_type in ('image/jpeg', 'image/png', 'image/heic', 'application/pdf')),
    size_bytes        integer     not null check (size_bytes > 0),
    digest            text        not null check (digest ~ '^[0-9a-f]{64}$'),   -- SHA-256 of the bytes
    attached_at       timestamptz not null default public.house_now(),
    attached_on       date        not null default public.house_today(),
    attached_by       name        not null default current_user,
    taken_away_on     date,
    taken_away_by     name,
    taken_away_because text       not null default '',
    constraint attachment_says_which check (btrim(paper) <> '' and length(paper) <= 200),
    constraint attachment_has_a_name check (btrim(given_name) <> '' and length(given_name) <= 200),
    constraint taken_away_with_a_reason check ((taken_away_on is null) = (taken_away_by is null) and (taken_away_on is null or btrim(taken_away_because) <> ''))
);
-- The same photo sent twice over a bad line is one paper.
create unique index attachment_once on attachment (application_id, digest) where taken_away_on is null;
create index attachment_of on attachment (application_id, attachment_id);

-- The bytes in parts, so that neither writing nor reading nor a backup holds a whole photo in memory.
create table attachment_part (
    attachment_id bigint   not null references attachment,
    part          smallint not null check (part >= 0),
    bytes         bytea    not null check (length(bytes) > 0),
    primary key (attachment_id, part)
);

alter table application_step drop constraint application_step_step_check;
alter table application_step add constraint application_step_step_check check (step in ('opened', 'received', 'incomplete', 'complete', 'handed_over', 'papers', 'attached',
    'taken_away', 'drafted', 'sent_back', 'decided', 'withdrawn', 'closed'));

-- Runs as the owner, after the policies have let the row pass: it takes the lock of the file, so that a paper is not taken away in the moment in which a decision is drafted on it.
create function guard_attachment() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    of_file application;
begin
    select * into of_file from application a where a.application_id = new.application_id for update;
    if of_file.state in ('decided', 'withdrawn', 'closed') then
        raise check_violation using constraint = 'attached_while_open', message = format('File %s has ended and its papers stay as they are.', new.application_id);
    end if;
    if tg_op = 'INSERT' then
        new.attached_at := public.house_now();
        new.attached_on := public.house_today();
        new.attached_by := access.my_role();
        new.taken_away_on := null;
        new.taken_away_by := null;
        new.taken_away_because := '';
        return new;
    end if;
    if old.taken_away_on is not null or (to_jsonb(new) - '{taken_away_on,taken_away_by,taken_away_because}'::text[])
            is distinct from (to_jsonb(old) - '{taken_away_on,taken_away_by,taken_away_because}'::text[]) then
        raise check_violation using constraint = 'attachment_stays', message = 'A paper that was attached stays as it is; it can be taken away once.';
    end if;
    if of_file.decision_id is not null then
        raise check_violation using constraint = 'taken_away_before_the_draft', message = 'A decision is drafted on this file with its papers.';
    end if;
    new.taken_away_on := public.house_today();
    new.taken_away_by := access.my_role();
    return new;
end $$;
create trigger attachment_guarded before insert or update on attachment for each row execute function guard_attachment();

create function note_attachment() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
    insert into application_step (application_id, officer, step, note) values (new.application_id, access.my_role(),
        case when tg_op = 'INSERT' then 'attached' else 'taken_away' end,
        case when tg_op = 'INSERT' then new.paper else new.paper || ': ' || new.taken_away_because end);
    return null;
end $$;
create trigger attachment_noted after insert or update on attachment for each row execute function note_attachment();

-- What was said of the bytes and the bytes themselves agree when the transaction ends, or nothing of it stays.
create function prove_attachment() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
    if not exists (select from (select sum(length(p.bytes)) as size, encode(sha256(string_agg(p.bytes, ''::bytea order by p.part)), 'hex') as digest
                                  from attachment_part p where p.attachment_id = new.attachment_id) kept
                    where kept.size = new.size_bytes and kept.digest = new.digest) then
        raise check_violation using constraint = 'attachment_is_whole', message = 'The bytes that were kept are not those that were attached.';
    end if;
    return null;
end $$;
create constraint trigger attachment_proved after insert on attachment deferrable initially deferred for each row execute function prove_attachment();

create function refuse_change_of_papers() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: papers are taken away with a mark, and stay.', tg_op, tg_table_schema, tg_table_name using errcode = 'AS002';
end $$;
create trigger attachment_kept before delete or truncate on attachment for each statement execute function refuse_change_of_papers();
create trigger attachment_part_kept before update or delete or truncate on attachment_part for each statement execute function refuse_change_of_papers();

-- Bytes are added only in the transaction that attaches them: one that is there already is whole, and stays so.
create function guard_attachment_part() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
    if not exists (select from attachment a where a.attachment_id = new.attachment_id and a.xmin = pg_current_xact_id()::xid) then
        raise check_violation using constraint = 'attachment_stays', message = 'A paper that was attached stays as it is.';
    end if;
    return new;
end $$;
create trigger attachment_part_guarded before insert on attachment_part for each row execute function guard_attachment_part();

alter table attachment enable row level security;
alter table attachment force row level security;
create policy house_works on attachment to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy of_files_seen on attachment for select to ansinh_officer
    using (exists (select from application a where a.application_id = attachment.application_id));
create policy on_files_worked on attachment for insert to ansinh_officer with check (
    exists (select from application a where a.application_id = attachment.application_id)
    and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')));
create policy from_files_worked on attachment for update to ansinh_officer
    using (exists (select from application a where a.application_id = attachment.application_id)
        and (select access.has_one_of('commune_officer', 'commune_chair', 'provincial_approver')))
    with check (exists (select from application a where a.application_id = attachment.application_id));
create policy inspectors_attach_nothing on attachment as restrictive for insert to ansinh_officer with check ((select access.may_write()));
create policy inspectors_take_nothing_away on attachment as restrictive for update to ansinh_officer using ((select access.may_write()));

alter table attachment_part enable row level security;
alter table attachment_part force row level security;
create policy house_works on attachment_part to ansinh_owner, ansinh_worker, ansinh_determiner using (true) with check (true);
create policy of_papers_seen on attachment_part for select to ansinh_officer
    using (exists (select from attachment a where a.attachment_id = attachment_part.attachment_id));
create policy of_own_papers on attachment_part for insert to ansinh_officer
    with check (exists (select from attachment a where a.attachment_id = attachment_part.attachment_id and a.attached_by = current_user));
create policy inspectors_attach_nothing on attachment_part as restrictive for insert to ansinh_officer with check ((select access.may_write()));

grant select, insert on attachment, attachment_part to ansinh_officer;
grant update (taken_away_on, taken_away_by, taken_away_because) on attachment to ansinh_officer;
grant select on attachment, attachment_part to ansinh_worker;
grant select on attachment to ansinh_determiner;
revoke execute on function guard_attachment(), note_attachment(), prove_attachment(), guard_attachment_part(), refuse_change_of_papers() from public;

-- Where a paper file stands and under which number the one-stop office took it in: looked for by what is written on the folder or on the receipt.
create index application_one_stop on application (lower(one_stop)) where one_stop <> '';
