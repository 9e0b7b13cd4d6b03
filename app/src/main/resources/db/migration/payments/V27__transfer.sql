-- Somebody who receives moves to another commune. The old one decides through which month it pays and sends the file; the new one decides that it goes on from the next. Both
-- decisions are drafted by one officer and signed by another. Rights and levels stay as they were: only who pays changes, so no month is lost and none is paid twice.
create table transfer (
    transfer_id    bigint      generated always as identity primary key,
    programme      text        not null,
    subject_kind   "char"      not null check (subject_kind in ('p', 'h')),
    subject_id     integer     not null,
    from_commune   text        not null,
    to_commune     text        not null,
    last_month     date        not null check (extract(day from last_month) = 1),     -- the last that the old commune pays: what falls due after it is the new one's
    handling       text        not null,                                              -- the rule of the law pack; empty where the officer states the ground
    cause          text        not null check (btrim(cause) <> ''),
    state          text        not null default 'draft' check (state in ('draft', 'returned', 'sent', 'receipt_drafted', 'received')),
    drafted_by     name        not null default current_setting('role'),
    drafted_at     timestamptz not null default public.house_now(),
    signed_by      name,
    signed_at      timestamptz,
    book_year      smallint,
    book_number    integer,
    receipt_cause  text        check (btrim(receipt_cause) <> ''),
    receipt_drafted_by name,
    receipt_drafted_at timestamptz,
    received_by    name,
    received_at    timestamptz,
    receipt_year   smallint,
    receipt_number integer,
    returned_by    name,                                                              -- who sent a draft back, the last time
    returned_at    timestamptz,
    returned_because text      check (btrim(returned_because) <> ''),
    constraint transfer_to_another_commune check (from_commune <> to_commune),
    constraint transfer_two_officers check (signed_by is distinct from drafted_by and (received_by is null or received_by is distinct from receipt_drafted_by)),
    constraint transfer_signed_is_whole check ((state in ('sent', 'receipt_drafted', 'received')) = (num_nulls(signed_by, signed_at, book_year, book_number) = 0)),
    constraint transfer_received_is_whole check ((state = 'received') = (num_nulls(receipt_cause, receipt_drafted_by, received_by, received_at, receipt_year, receipt_number) = 0)),
    constraint transfer_returned_is_whole check (num_nulls(returned_by, returned_at, returned_because) in (0, 3) and (state <> 'returned' or returned_by is not null))
);
create unique index transfer_one_open on transfer (programme, subject_kind, subject_id) where state in ('draft', 'sent', 'receipt_drafted');
create index transfer_subject_idx on transfer (programme, subject_id, subject_kind) where state in ('sent', 'receipt_drafted', 'received');

alter table transfer enable row level security;
alter table transfer force row level security;
create policy owner_works on transfer to ansinh_owner using (true) with check (true);
create policy own_area on transfer for select to ansinh_officer using (from_commune = any ((select access.my_communes())::text[])
    or state in ('sent', 'receipt_drafted', 'received') and to_commune = any ((select access.my_communes())::text[]));
create policy own_purpose on transfer as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on transfer to ansinh_officer;

create function transfer_stays() returns trigger language plpgsql as $$
declare
    moving constant text[] := array['state', 'signed_by', 'signed_at', 'book_year', 'book_number', 'receipt_cause', 'receipt_drafted_by', 'receipt_drafted_at', 'received_by',
        'received_at', 'receipt_year', 'receipt_number', 'returned_by', 'returned_at', 'returned_because'];
begin
    if tg_op <> 'UPDATE' or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving)
       or (old.state, new.state) not in (('draft', 'sent'), ('draft', 'returned'), ('sent', 'receipt_drafted'), ('receipt_drafted', 'sent'), ('receipt_drafted', 'received')) then
        raise exception 'What was drafted is signed or sent back, and not changed.' using errcode = 'AS010', constraint = 'transfer_stays',
            hint = 'Open its page again, and draft what follows.';
    end if;
    return new;
end $$;
create trigger transfer_stays before update or delete on transfer for each row execute function transfer_stays();
create trigger transfer_is_never_emptied before truncate on transfer for each statement execute function outcome_stays();

-- Which commune pays what falls due in which months; nobody (null) between the old one's last and the new one's signature. Whoever was never transferred has no row: the
-- commune they live in pays.
create view payer as
select t.programme, t.subject_kind, t.subject_id, '-infinity'::date as first_month, (t.last_month + interval '1 month')::date as until_month, t.from_commune as commune_code
  from (select x.*, row_number() over (partition by x.programme, x.subject_kind, x.subject_id order by x.last_month, x.transfer_id) as nth
          from transfer x where x.state in ('sent', 'receipt_drafted', 'received')) t where t.nth = 1
union all
select t.programme, t.subject_kind, t.subject_id, (t.last_month + interval '1 month')::date, coalesce(t.next_month + interval '1 month', 'infinity')::date,
       case when t.state = 'received' then t.to_commune end
  from (select x.*, lead(x.last_month) over (partition by x.programme, x.subject_kind, x.subject_id order by x.last_month, x.transfer_id) as next_month
          from transfer x where x.state in ('sent', 'receipt_drafted', 'received')) t;

-- Where those live whom a commune pays, or for whom it pays some months, and who live elsewhere: what they are owed is worked out there.
create function homes_paid_by(of_programme text, of_commune text) returns table (commune_code text)
language sql stable security definer set search_path = payments, pg_temp as $$
    select distinct h.commune_code
      from payments.payer y
      cross join lateral (select p.commune_code from registry.face_person p where y.subject_kind = 'p' and p.person_id = y.subject_id
                          union all select k.commune_code from registry.face_household k where y.subject_kind = 'h' and k.household_id = y.subject_id) h
     where y.programme = of_programme and y.commune_code = of_commune and h.commune_code <> of_commune
       and (of_commune = any (access.my_communes()) or current_setting('role') = 'ansinh_worker')
$$;

create function owed_by(of_programme text, of_commune text, of_through date)
returns table (subject_kind "char", subject_id integer, due_month date, payable bigint, listed bigint, times smallint, village_id integer)
language sql stable security definer set search_path = payments, pg_temp as $$
    select s.subject_kind, s.subject_id, s.due_month, s.payable, s.listed, s.times, s.village_id
      from payments.standing(of_programme, of_commune, of_through) s
     where not exists (select from payments.payer y where y.programme = of_programme and y.subject_kind = s.subject_kind and y.subject_id = s.subject_id
            and s.due_month >= y.first_month and s.due_month < y.until_month and y.commune_code is distinct from of_commune)
    union all
    select s.subject_kind, s.subject_id, s.due_month, s.payable, s.listed, s.times, null::integer
      from (select array_agg(h.commune_code) as homes from payments.homes_paid_by(of_programme, of_commune) h having count(*) > 0) a
      cross join lateral payments.standing_anywhere(of_programme, a.homes, of_through) s
      join payments.payer y on y.programme = of_programme and y.subject_kind = s.subject_kind and y.subject_id = s.subject_id
           and s.due_month >= y.first_month and s.due_month < y.until_month and y.commune_code = of_commune
$$;

do $$
declare
    it text := pg_get_functiondef('payments.to_list(date,text,text)'::regprocedure);
begin
    assert position('from payments.standing(of_programme, of_commune, for_month) s' in it) > 0, 'lists are drawn in other words than this step knows';
    execute replace(it, 'from payments.standing(of_programme, of_commune, for_month) s', 'from payments.owed_by(of_programme, of_commune, for_month) s');
    -- a draft that was drawn before somebody was transferred is drawn again
    it := pg_get_functiondef('payments.prepare(date,text,text)'::regprocedure);
    assert position('if found and draft.account_id = newest then' in it) > 0, 'lists are prepared in other words than this step knows';
    execute replace(it, 'if found and draft.account_id = newest then', 'if found and draft.account_id = newest and not exists (select from payments.transfer t
            where t.programme = of_programme and of_commune in (t.from_commune, t.to_commune) and greatest(t.signed_at, t.received_at) >= draft.prepared_at) then');
    -- beside the list: nothing that another commune pays; what nobody pays yet, with that cause
    it := pg_get_functiondef('payments.withheld(text,text,date)'::regprocedure);
    assert position('select x.*, z.cause as rests from payments.standing(of_programme, of_commune, of_through) x' in it) > 0
       and position('where c.cause is not null and' in it) > 0 and position('(s.rests, greatest(s.payable - s.listed, 0)),' in it) > 0,
        'what is beside a list is told in other words than this step knows';
    it := replace(it, 'select x.*, z.cause as rests from payments.standing(of_programme, of_commune, of_through) x',
        'select x.*, z.cause as rests, y.programme is not null as elsewhere, y.programme is not null and y.commune_code is null as nobodys from payments.standing(of_programme, of_commune, of_through) x
          left join payments.payer y on y.programme = of_programme and y.subject_kind = x.subject_kind and y.subject_id = x.subject_id
               and x.due_month >= y.first_month and x.due_month < y.until_month and y.commune_code is distinct from of_commune');
    it := replace(it, '(s.rests, greatest(s.payable - s.listed, 0)),', '(s.rests, greatest(s.payable - s.listed, 0)), (''not_received'', case when s.nobodys then greatest(s.payable - s.listed, 0) end),');
    execute replace(it, 'where c.cause is not null and', 'where c.cause is not null and (not s.elsewhere or c.cause in (''not_received'', ''overpaid'')) and');
    it := pg_get_functiondef('payments.told(text,text[],date)'::regprocedure);
    assert position('left join payments.resting z' in it) > 0 and position('filter (where s.payable > s.listed and z.cause is null)' in it) > 0,
        'sums are made in other words than this step knows';
    it := replace(it, 'filter (where s.payable > s.listed and z.cause is null)', 'filter (where s.payable > s.listed and z.cause is null and y.programme is null)');
    execute replace(it, 'left join payments.resting z', 'left join payments.payer y on y.programme = of_programme and y.subject_kind = s.subject_kind and y.subject_id = s.subject_id
           and s.due_month >= y.first_month and s.due_month < y.until_month and y.commune_code is distinct from s.commune_code
      left join payments.resting z');
    it := pg_get_functiondef('payments.differ(bigint)'::regprocedure);
    assert position('when e.listed_in is not null or' in it) > 0, 'causes are told in other words than this step knows';
    execute replace(it, 'when e.listed_in is not null or', 'when exists (select from payments.payer y, list q where y.programme = q.programme and y.subject_kind = e.subject_kind and y.subject_id = e.subject_id
                     and e.now_due >= y.first_month and e.now_due < y.until_month and y.commune_code is distinct from q.commune_code) or e.listed_in is not null or');
    -- whoever was received is one of the commune's own
    it := pg_get_functiondef('payments.draft_suspension(text,"char",integer,text,text,text)'::regprocedure);
    assert position('and d.subject_id = draft_suspension.id and d.commune_code = of_commune)' in it) > 0, 'suspensions are drafted in other words than this step knows';
    execute replace(it, 'and d.subject_id = draft_suspension.id and d.commune_code = of_commune)', 'and d.subject_id = draft_suspension.id
            and (d.commune_code = of_commune or exists (select from payments.transfer t where t.programme = of_programme and t.subject_kind = draft_suspension.kind
                 and t.subject_id = draft_suspension.id and t.to_commune = of_commune and t.state = ''received'')))');
end $$;

-- A list drawn before a transfer was signed pays months that are another commune's.
create function every_line_is_its_communes() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if exists (select from line l join payer y on y.programme = l.programme and y.subject_kind = l.subject_kind and y.subject_id = l.subject_id
                   and l.for_month >= y.first_month and l.for_month < y.until_month
                where l.payroll_id = new.payroll_id and y.commune_code is distinct from new.commune_code) then
        raise exception 'Since list % was drawn, somebody on it was transferred to another commune.', new.payroll_id
            using errcode = 'AS010', constraint = 'list_overtaken', hint = 'Discard the draft and draw it again.';
    end if;
    -- whoever lives elsewhere by now is asked about once more before their money leaves
    perform payments.hold_parts(array(select distinct l.subject_id from line l join registry.face_person p on p.person_id = l.subject_id
        where l.payroll_id = new.payroll_id and l.subject_kind = 'p' and p.commune_code <> new.commune_code));
    return null;
end $$;
create trigger every_line_is_its_communes after update on payroll for each row when (old.state = 'draft' and new.state = 'approved') execute function every_line_is_its_communes();

create function must_be_area_of_transfer(of_commune text) returns void language plpgsql set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.may_see_commune(of_commune) and access.sees_people() and current_setting('role') not in ('ansinh_worker', 'ansinh_determiner'),
        'transfer_in_own_area', format('commune %s is not in the area of %s', of_commune, current_setting('role')), 'The old commune ends its payment, the new one goes on: each in its own area.');
end $$;

create function draft_transfer(of_programme text, kind "char", id integer, of_commune text, new_commune text, through date, of_handling text, why text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    made bigint;
begin
    perform payments.must_be_area_of_transfer(of_commune);
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'transfer_drafted_by_officer',
        format('%s may not draft a transfer', current_setting('role')), 'Paying officers and commune officers draft transfers.');
    perform payments.must(exists (select from casework.face_level v where v.programme = of_programme and v.subject_kind = draft_transfer.kind and v.subject_id = draft_transfer.id
            and v.amount > 0 and v.until_month > date_trunc('month', public.house_today()))
        and coalesce((select y.commune_code from payments.payer y where y.programme = of_programme and y.subject_kind = draft_transfer.kind and y.subject_id = draft_transfer.id
                and y.until_month = 'infinity'), (select d.commune_code from casework.face_decision d where d.programme = of_programme and d.subject_kind = draft_transfer.kind
                and d.subject_id = draft_transfer.id and d.state = 'signed' and d.kind = 'grant' order by d.decision_id desc limit 1)) = of_commune, 'transfer_of_a_decision',
        format('%s %s is not paid by %s', kind, id, of_commune), 'Whoever is paid by a decision of this commune is transferred from it.');
    perform payments.must(exists (select from territory.face_commune c where c.code = new_commune and c.days @> public.house_today()), 'transfer_to_a_commune',
        format('there is no commune %s', new_commune), 'Choose a commune of today.');
    perform payments.must(through <= date_trunc('month', public.house_today()) + interval '1 month'
        and through > coalesce((select max(t.last_month) from transfer t where t.programme = of_programme and t.subject_kind = draft_transfer.kind and t.subject_id = draft_transfer.id
                and t.state = 'received'), '-infinity'), 'transfer_month_is_near', format('%s is not a month to pay through', through), 'Name this month, one before, or the next.');
    insert into transfer (programme, subject_kind, subject_id, from_commune, to_commune, last_month, handling, cause, drafted_by)
    values (of_programme, draft_transfer.kind, draft_transfer.id, of_commune, new_commune, through, of_handling, why, current_setting('role')::name) returning transfer_id into made;
    return made;
end $$;

-- sign, return: whoever decides the programme in the commune whose draft it is. receive: the new commune drafts that it goes on.
create function move_transfer(id bigint, act text, why text default null) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    t payments.transfer;
    acting name := current_setting('role')::name;
    now_is timestamptz := public.house_now();
    year smallint := extract(year from public.house_today());
    whose text;
begin
    select * into t from transfer x where x.transfer_id = id for update;
    whose := case when act = 'receive' or t.state in ('receipt_drafted', 'received') then t.to_commune else t.from_commune end;
    perform payments.must_be_area_of_transfer(whose);
    if act = 'receive' then
        perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'transfer_drafted_by_officer',
            format('%s may not draft', acting), 'Paying officers and commune officers draft transfers.');
        update transfer x set state = 'receipt_drafted', receipt_cause = why, receipt_drafted_by = acting, receipt_drafted_at = now_is where x.transfer_id = id;
        return;
    end if;
    perform payments.must_sign(t.programme, t.subject_kind, t.subject_id, 'transfer_signed_by_authority');
    -- One programme at a time: a list being drawn sees it or does not.
    perform pg_advisory_xact_lock(hashtextextended('payments ' || t.programme, 0));
    if act = 'return' then
        update transfer x set state = case t.state when 'draft' then 'returned' else 'sent' end, returned_by = acting, returned_at = now_is, returned_because = why where x.transfer_id = id;
        return;
    end if;
    if t.state not in ('draft', 'receipt_drafted') then
        raise exception 'Transfer % is % and is not signed.', id, t.state using errcode = 'AS010', constraint = 'transfer_stays', hint = 'Open its page again.';
    end if;
    perform payments.must(acting <> case t.state when 'draft' then t.drafted_by else coalesce(t.receipt_drafted_by, acting) end, 'transfer_two_officers',
        format('%s drafted it and may not sign it', acting), 'Another officer must sign it.');
    if t.state = 'draft' then
        update transfer x set state = 'sent', signed_by = acting, signed_at = now_is, book_year = year, book_number = casework.face_next_number(t.from_commune, year) where x.transfer_id = id;
    else
        update transfer x set state = 'received', received_by = acting, received_at = now_is, receipt_year = year, receipt_number = casework.face_next_number(t.to_commune, year)
         where x.transfer_id = id;
    end if;
    perform payments.overtake_tallies(array[t.programme], array[t.subject_kind], array[t.subject_id]);
end $$;

-- Transfers from and to one's area, with names: whoever is on the way is in the area of one of the two communes only.
create function transfers(only_id bigint)
returns table (transfer_id bigint, programme text, subject_kind "char", subject_id integer, name text, from_commune text, to_commune text, last_month date, handling text, cause text, state text,
    drafted_by text, drafted_at timestamptz, signed_by text, signed_at timestamptz, signed_words text, receipt_drafted_by text, receipt_drafted_at timestamptz, receipt_cause text,
    received_by text, received_at timestamptz, received_words text, returned_by text, returned_at timestamptz, returned_because text, leaves boolean, arrives boolean)
language sql stable security definer set search_path = payments, pg_temp as $$
    select t.transfer_id, t.programme, t.subject_kind, t.subject_id, coalesce(b.name, ''), t.from_commune, t.to_commune, t.last_month, t.handling, t.cause, t.state,
           d.full_name, t.drafted_at, g.full_name, t.signed_at, t.book_number || '/' || t.book_year, e.full_name, t.receipt_drafted_at, t.receipt_cause, r.full_name, t.received_at,
           t.receipt_number || '/' || t.receipt_year, v.full_name, t.returned_at, t.returned_because, t.from_commune = any (a.codes), t.to_commune = any (a.codes)
      from transfer t
      cross join (select array(select unnest(access.my_communes()) where access.sees_people()) as codes) a
      left join registry.face_household h on t.subject_kind = 'h' and h.household_id = t.subject_id
      left join registry.face_person b on b.person_id = case t.subject_kind when 'p' then t.subject_id else h.head_id end
      left join access.face_officer d on d.role_name = t.drafted_by
      left join access.face_officer g on g.role_name = t.signed_by
      left join access.face_officer e on e.role_name = t.receipt_drafted_by
      left join access.face_officer r on r.role_name = t.received_by
      left join access.face_officer v on v.role_name = t.returned_by
     where (only_id is null or t.transfer_id = only_id)
       and (t.from_commune = any (a.codes) or t.state in ('sent', 'receipt_drafted', 'received') and t.to_commune = any (a.codes))
     order by t.state not in ('draft', 'receipt_drafted'), t.state <> 'sent', t.transfer_id desc
$$;

-- Who the paper of a transfer is about, for either commune: the new one writes before the register has moved them, the old one afterwards.
create function transfer_about(id bigint) returns table (person_id integer, name text, born date, born_precision text, personal_number text, village text, commune_code text)
language sql stable security definer set search_path = payments, pg_temp as $$
    select b.person_id, b.name, b.born, coalesce(b.born_precision, 'day'), coalesce(b.personal_number, ''), coalesce(v.name, ''), coalesce(b.commune_code, t.from_commune)
      from payments.transfers(id) t
      left join registry.face_household h on t.subject_kind = 'h' and h.household_id = t.subject_id
      join registry.face_person b on b.person_id = case t.subject_kind when 'p' then t.subject_id else h.head_id end
      left join territory.face_village v on v.village_id = b.village_id and v.days @> public.house_today()
$$;

-- What waits for whoever acts: drafts to sign, and files that came and nobody has taken up. Of these the programme of the oldest, for its term.
create function transfer_work() returns table (what text, number bigint, since date, programme text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with area as materialized (
        select array(select unnest(access.my_communes()) where access.sees_people() and access.may_write()) as codes,
               access.has_role('paying_officer') or access.has_role('commune_officer') as drafts
    ), waits as (
        select case t.state when 'draft' then 'transfer_to_sign' else 'receipt_to_sign' end as what, t.programme,
               case t.state when 'draft' then t.drafted_at else t.receipt_drafted_at end as at
          from transfer t, area a
         where t.state in ('draft', 'receipt_drafted') and case t.state when 'draft' then t.from_commune else t.to_commune end = any (a.codes)
           and case t.state when 'draft' then t.drafted_by else t.receipt_drafted_by end <> current_setting('role')::name
           and access.has_role(payments.authority_of(t.programme, t.subject_kind, t.subject_id))
        union all
        select 'transfer_to_receive', t.programme, t.signed_at from transfer t, area a where t.state = 'sent' and a.drafts and t.to_commune = any (a.codes)
    )
    select w.what, count(*), min((w.at at time zone 'Asia/Ho_Chi_Minh')::date), (array_agg(w.programme order by w.at))[1] from waits w group by w.what
$$;

-- People on a list of one's area who live elsewhere by now: whoever pays them knows their names.
create function names_on(of_list bigint) returns table (person_id integer, name text, born date, personal_number text)
language sql stable security definer set search_path = payments, pg_temp as $$
    select p.person_id, p.name, p.born, p.personal_number
      from payroll y join line l using (payroll_id) join registry.face_person p on p.person_id in (case l.subject_kind when 'p' then l.subject_id end, l.payee_id)
     where y.payroll_id = of_list and y.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people()) and p.commune_code <> y.commune_code
     group by p.person_id, p.name, p.born, p.personal_number
$$;

revoke all on function transfer_stays(), homes_paid_by(text, text), owed_by(text, text, date), every_line_is_its_communes(), must_be_area_of_transfer(text),
    draft_transfer(text, "char", integer, text, text, date, text, text), move_transfer(bigint, text, text), transfers(bigint), transfer_about(bigint), transfer_work(), names_on(bigint)
    from public;
grant execute on function homes_paid_by(text, text), draft_transfer(text, "char", integer, text, text, date, text, text), move_transfer(bigint, text, text), transfers(bigint), transfer_about(bigint),
    transfer_work(), names_on(bigint) to ansinh_officer;
