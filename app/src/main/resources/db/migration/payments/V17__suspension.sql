-- Payment rests by a decision, for a cause the law names; what is owed goes on being owed, and comes with the first list after another decision lets payment go on. Both are
-- drafted by one officer and signed by another.
create table suspension (
    suspension_id  bigint      generated always as identity primary key,
    programme      text        not null,
    subject_kind   "char"      not null check (subject_kind in ('p', 'h')),
    subject_id     integer     not null,
    commune_code   text        not null,
    handling       text        not null,                        -- the rule of the law pack it rests on
    cause          text        not null check (btrim(cause) <> ''),
    state          text        not null default 'draft' check (state in ('draft', 'returned', 'in_force', 'resume_drafted', 'ended')),
    drafted_by     name        not null default current_setting('role'),
    drafted_at     timestamptz not null default public.house_now(),
    signed_by      name,
    signed_at      timestamptz,
    book_year      smallint,
    book_number    integer,
    resume_cause   text        check (btrim(resume_cause) <> ''),
    resume_drafted_by name,
    resume_drafted_at timestamptz,
    resumed_by     name,
    resumed_at     timestamptz,
    resume_year    smallint,
    resume_number  integer,
    returned_by    name,                                        -- who sent a draft back, the last time
    returned_at    timestamptz,
    returned_because text      check (btrim(returned_because) <> ''),
    constraint suspension_two_officers check (signed_by is distinct from drafted_by and (resumed_by is null or resumed_by is distinct from resume_drafted_by)),
    constraint suspension_signed_is_whole check ((state in ('in_force', 'resume_drafted', 'ended')) = (num_nulls(signed_by, signed_at, book_year, book_number) = 0)),
    constraint suspension_resumed_is_whole check ((state = 'ended') = (num_nulls(resume_cause, resume_drafted_by, resumed_by, resumed_at, resume_year, resume_number) = 0)),
    constraint suspension_returned_is_whole check (num_nulls(returned_by, returned_at, returned_because) in (0, 3) and (state <> 'returned' or returned_by is not null))
);
create unique index suspension_one_open on suspension (programme, subject_kind, subject_id) where state in ('draft', 'in_force', 'resume_drafted');
create index suspension_subject_idx on suspension (subject_id, subject_kind, programme);
create index suspension_commune_idx on suspension (commune_code, state);

alter table suspension enable row level security;
alter table suspension force row level security;
create policy owner_works on suspension to ansinh_owner using (true) with check (true);
create policy own_area on suspension for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_purpose on suspension as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on suspension to ansinh_officer;

create function suspension_stays() returns trigger language plpgsql as $$
declare
    moving constant text[] := array['state', 'signed_by', 'signed_at', 'book_year', 'book_number', 'resume_cause', 'resume_drafted_by', 'resume_drafted_at', 'resumed_by', 'resumed_at',
        'resume_year', 'resume_number', 'returned_by', 'returned_at', 'returned_because'];
begin
    if tg_op <> 'UPDATE' or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving)
       or (old.state, new.state) not in (('draft', 'in_force'), ('draft', 'returned'), ('in_force', 'resume_drafted'), ('resume_drafted', 'in_force'), ('resume_drafted', 'ended')) then
        raise exception 'What was drafted is signed or sent back, and not changed.' using errcode = 'AS010', constraint = 'suspension_stays',
            hint = 'Open its page again, and draft what follows.';
    end if;
    return new;
end $$;
create trigger suspension_stays before update or delete on suspension for each row execute function suspension_stays();
create trigger suspension_is_never_emptied before truncate on suspension for each statement execute function outcome_stays();

create view suspended as
select s.programme, s.subject_kind, s.subject_id from suspension s where s.state in ('in_force', 'resume_drafted');

-- Whoever did not come for so many months in a row, up to the last that was told of, and has come for none since.
create function not_fetched(of_programme text, of_commune text, of_through date, at_least integer)
returns table (subject_kind "char", subject_id integer, first_month date, months integer, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with told as (
        -- what was not fetched was on list after list: its amount is that of the last
        select q.subject_kind, q.subject_id, q.for_month, bool_or(q.came) as came, (array_agg(q.amount order by q.payroll_id desc))[1] as amount
          from (select l.subject_kind, l.subject_id, l.for_month, l.payroll_id, bool_or(o.outcome = 'paid') as came, sum(l.amount) as amount
                  from line l join outcome o using (programme, subject_kind, subject_id, for_month, sequence)
                 where l.programme = of_programme and l.commune_code = of_commune and l.for_month <= of_through and access.may_see_commune(of_commune) and access.sees_people()
                 group by 1, 2, 3, 4) q
         group by 1, 2, 3
    ), since as (
        select t.subject_kind, t.subject_id, max(t.for_month) filter (where t.came) as last_came from told t group by 1, 2
    )
    select t.subject_kind, t.subject_id, min(t.for_month), count(*)::integer, sum(t.amount)::bigint
      from told t join since s using (subject_kind, subject_id)
     where not t.came and t.for_month > coalesce(s.last_came, '-infinity')
       and not exists (select from suspension x where x.programme = of_programme and x.subject_kind = t.subject_kind and x.subject_id = t.subject_id
            and x.state in ('draft', 'in_force', 'resume_drafted'))
     group by 1, 2 having count(*) >= at_least
$$;

create function draft_suspension(of_programme text, kind "char", id integer, of_commune text, of_handling text, why text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    made bigint;
begin
    perform payments.must_be_area_of_recovery(of_commune);
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'suspension_drafted_by_officer',
        format('%s may not draft a suspension', current_setting('role')), 'Paying officers and commune officers draft suspensions.');
    perform payments.must(exists (select from casework.face_decision d where d.state = 'signed' and d.kind = 'grant' and d.programme = of_programme
            and d.subject_kind = draft_suspension.kind and d.subject_id = draft_suspension.id and d.commune_code = of_commune), 'suspension_of_a_decision',
        format('%s %s has no decision in %s', kind, id, of_commune), 'Only what was decided is suspended.');
    insert into suspension (programme, subject_kind, subject_id, commune_code, handling, cause, drafted_by)
    values (of_programme, draft_suspension.kind, draft_suspension.id, of_commune, of_handling, why, current_setting('role')::name) returning suspension_id into made;
    return made;
end $$;

create function move_suspension(id bigint, act text, why text default null) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    s payments.suspension;
    acting name := current_setting('role')::name;
    now_is timestamptz := public.house_now();
    year smallint := extract(year from public.house_today());
begin
    select * into s from suspension x where x.suspension_id = id for update;
    perform payments.must_be_area_of_recovery(s.commune_code);
    if act = 'resume' then
        perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'suspension_drafted_by_officer',
            format('%s may not draft', acting), 'Paying officers and commune officers draft suspensions and their ends.');
        update suspension x set state = 'resume_drafted', resume_cause = why, resume_drafted_by = acting, resume_drafted_at = now_is where x.suspension_id = id;
        return;
    end if;
    perform payments.must_sign(s.programme, s.subject_kind, s.subject_id, 'suspension_signed_by_authority');
    -- One programme at a time: a list being drawn sees it or does not.
    perform pg_advisory_xact_lock(hashtextextended('payments ' || s.programme, 0));
    if act = 'return' then
        update suspension x set state = case s.state when 'draft' then 'returned' else 'in_force' end, returned_by = acting, returned_at = now_is, returned_because = why
         where x.suspension_id = id;
        return;
    end if;
    if s.state not in ('draft', 'resume_drafted') then
        raise exception 'Suspension % is % and is not signed.', id, s.state using errcode = 'AS010', constraint = 'suspension_stays', hint = 'Open its page again.';
    end if;
    perform payments.must(acting <> case s.state when 'draft' then s.drafted_by else coalesce(s.resume_drafted_by, acting) end, 'suspension_two_officers',
        format('%s drafted it and may not sign it', acting), 'Another officer must sign it.');
    if s.state = 'draft' then
        update suspension x set state = 'in_force', signed_by = acting, signed_at = now_is, book_year = year, book_number = casework.face_next_number(s.commune_code, year)
         where x.suspension_id = id;
    else
        update suspension x set state = 'ended', resumed_by = acting, resumed_at = now_is, resume_year = year, resume_number = casework.face_next_number(s.commune_code, year)
         where x.suspension_id = id;
    end if;
    perform payments.overtake_tallies(array[s.programme], array[s.subject_kind], array[s.subject_id]);
end $$;

-- Lists leave out whoever is suspended; beside the list their money stands with that cause; a list drawn before the signature is drawn again.
do $$
declare
    it text := pg_get_functiondef('payments.to_list(date,text,text)'::regprocedure);
begin
    assert position('where s.payable > s.listed' in it) > 0, 'lists are drawn in other words than this step knows';
    execute replace(it, 'where s.payable > s.listed', 'where s.payable > s.listed and (s.subject_kind, s.subject_id) not in (select z.subject_kind, z.subject_id from payments.suspended z where z.programme = of_programme)');
    it := pg_get_functiondef('payments.withheld(text,text,date)'::regprocedure);
    assert position('(''above_level'', s.above_level),' in it) > 0, 'what is beside a list is told in other words than this step knows';
    execute replace(it, '(''above_level'', s.above_level),', '(''above_level'', s.above_level),
          (''suspended'', case when s.payable > s.listed and (s.subject_kind, s.subject_id) in (select z.subject_kind, z.subject_id from payments.suspended z where z.programme = of_programme) then s.payable - s.listed else 0 end),');
    it := pg_get_functiondef('payments.told(text,text[],date)'::regprocedure);
    assert position('count(*) filter (where s.payable > s.listed)' in it) > 0, 'sums are made in other words than this step knows';
    it := replace(it, 'count(*) filter (where s.payable > s.listed), coalesce(sum(greatest(s.payable - s.listed, 0)), 0)::bigint',
        'count(*) filter (where s.payable > s.listed and (s.subject_kind, s.subject_id) not in (select z.subject_kind, z.subject_id from payments.suspended z where z.programme = of_programme)),
           coalesce(sum(s.payable - s.listed) filter (where s.payable > s.listed and (s.subject_kind, s.subject_id) not in (select z.subject_kind, z.subject_id from payments.suspended z where z.programme = of_programme)), 0)::bigint');
    execute replace(it, 's.paid_unknown > 0 or s.missing <> '''')', 's.paid_unknown > 0 or s.missing <> ''''
               or s.payable > s.listed and (s.subject_kind, s.subject_id) in (select z.subject_kind, z.subject_id from payments.suspended z where z.programme = of_programme))');
    it := pg_get_functiondef('payments.differ(bigint)'::regprocedure);
    assert position('when e.level_kind = ''stop'' then ''stopped''' in it) > 0, 'causes are told in other words than this step knows';
    it := replace(it, 'when e.level_kind = ''stop'' then ''stopped''', 'when e.level_kind = ''stop'' then ''stopped''
                when exists (select from suspension z, list q where z.programme = q.programme and z.subject_kind = e.subject_kind and z.subject_id = e.subject_id
                     and z.state in (''in_force'', ''resume_drafted'')) then ''suspended''');
    execute replace(it, 'when e.kinds like ''%stop,grant%'' then ''resumed''', 'when e.kinds like ''%stop,grant%'' then ''resumed''
                when exists (select from suspension z, list q where z.programme = q.programme and z.subject_kind = e.subject_kind and z.subject_id = e.subject_id
                     and z.state = ''ended'' and z.resumed_at >= e.then_due) then ''resumed''');
end $$;

create function nobody_on_it_is_suspended() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if exists (select from suspension s join line l on l.programme = s.programme and l.subject_kind = s.subject_kind and l.subject_id = s.subject_id
                where l.payroll_id = new.payroll_id and s.state in ('in_force', 'resume_drafted')) then
        raise exception 'Since list % was drawn, somebody on it was suspended.', new.payroll_id
            using errcode = 'AS010', constraint = 'list_overtaken', hint = 'Discard the draft and draw it again.';
    end if;
    return null;
end $$;
create trigger nobody_on_it_is_suspended after update on payroll for each row when (old.state = 'draft' and new.state = 'approved')
    execute function nobody_on_it_is_suspended();

revoke all on function suspension_stays(), not_fetched(text, text, date, integer),
    draft_suspension(text, "char", integer, text, text, text), move_suspension(bigint, text, text), nobody_on_it_is_suspended() from public;
grant execute on function not_fetched(text, text, date, integer), draft_suspension(text, "char", integer, text, text, text), move_suspension(bigint, text, text) to ansinh_officer;
