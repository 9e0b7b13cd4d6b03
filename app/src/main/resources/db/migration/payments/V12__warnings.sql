-- What looks wrong on a list, before anybody is paid. A grave warning needs an officer's word, kept beside the list, before the list is approved; a light one is shown. None of
-- them takes anything away from anybody: whether somebody is entitled is for the law and a signed decision.
--   shared_account   the account also receives for another household (three or more: grave)
--   collector        whoever receives does so for others' households too (three or more: grave)
--   after_death      a month after the beneficiary's death (grave)
--   payee_dead       whoever would receive is dead (grave)
--   same_person      two on the list have one name, one day of birth and one sex
--   very_old         older than 110
--   lives_elsewhere  the register has the beneficiary in another commune
create index payee_account_idx on payee (account) where account is not null;

-- What was said holds for the month's lists of the programme in the commune, however often they are drawn, as long as the warning says the same.
create table warning_answer (
    programme    text        not null,
    commune_code text        not null,
    month        date        not null,
    warning      text        not null,
    subject_kind "char"      not null,
    subject_id   integer     not null,
    about        text        not null,
    words        text        not null check (btrim(words) <> ''),
    answered_by  name        not null default current_setting('role'),
    answered_at  timestamptz not null default now(),
    primary key (programme, commune_code, month, warning, subject_kind, subject_id, about)
);
create trigger warning_answer_stays before update or delete or truncate on warning_answer for each statement execute function outcome_stays();
alter table warning_answer enable row level security;
alter table warning_answer force row level security;
create policy owner_works on warning_answer to ansinh_owner using (true) with check (true);
create policy own_area on warning_answer for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_purpose on warning_answer as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on warning_answer to ansinh_officer;

-- The households that an account, or a collector, receives for: of every programme and commune, for the question is whether it is one family's.
create function homes_of(accounts text[], payees integer[], on_day date) returns table (account text, payee_id integer, homes bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with stated as (
        select y.account, y.payee_id, case y.subject_kind when 'h' then y.subject_id else coalesce(b.household_id, -b.person_id) end as home,
               coalesce(c.household_id, -c.person_id) as own
          from payee y
          left join registry.face_person b on y.subject_kind = 'p' and b.person_id = y.subject_id
          left join registry.face_person c on c.person_id = y.payee_id
         where (y.account = any (accounts) or y.payee_id = any (payees)) and y.days @> on_day
    )
    select s.account, null::integer, count(distinct s.home) from stated s where s.account = any (accounts) group by s.account having count(distinct s.home) > 1
    union all
    select null, s.payee_id, count(distinct s.home) from stated s where s.payee_id = any (payees) and s.home <> s.own group by s.payee_id having count(distinct s.home) > 1
$$;

create function warnings_anywhere(of_list bigint) returns table (warning text, grave boolean, subject_kind "char", subject_id integer, name text, about text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with who as materialized (
        select l.subject_kind, l.subject_id, p.month, p.commune_code, min(l.account) as account, min(l.payee_id) as payee_id, max(l.for_month) as last_month
          from payroll p join line l using (payroll_id) where p.payroll_id = of_list group by 1, 2, 3, 4
    ), known as materialized (
        select w.*, b.person_id, b.name, b.born, b.sex, b.died_on, b.commune_code as lives_in
          from who w
          left join registry.face_household h on w.subject_kind = 'h' and h.household_id = w.subject_id
          left join registry.face_person b on b.person_id = case w.subject_kind when 'p' then w.subject_id else h.head_id end
    ), homes as materialized (
        select h.* from payments.homes_of(array(select distinct k.account from known k where k.account is not null),
            array(select distinct k.payee_id from known k where k.payee_id <> k.person_id), (select min(k.month) from known k)) h
    )
    select 'shared_account', h.homes > 2, k.subject_kind, k.subject_id, k.name, k.account || '|' || h.homes from known k join homes h on h.account = k.account
    union all
    select 'collector', h.homes > 2, k.subject_kind, k.subject_id, k.name, y.name || '|' || h.homes
      from known k join homes h on h.payee_id = k.payee_id left join registry.face_person y on y.person_id = k.payee_id
    union all
    select 'after_death', true, k.subject_kind, k.subject_id, k.name, to_char(k.died_on, 'DD/MM/YYYY') from known k where k.last_month > k.died_on
    union all
    select 'payee_dead', true, k.subject_kind, k.subject_id, k.name, y.name || '|' || to_char(y.died_on, 'DD/MM/YYYY')
      from known k join registry.face_person y on y.person_id = k.payee_id where k.payee_id <> k.person_id and y.died_on is not null
    union all
    select 'same_person', false, k.subject_kind, k.subject_id, k.name, to_char(k.born, 'DD/MM/YYYY')
      from (select x.*, count(*) over (partition by x.name, x.born, x.sex) as times from known x where x.subject_kind = 'p') k where k.times > 1
    union all
    select 'very_old', false, k.subject_kind, k.subject_id, k.name, to_char(k.born, 'DD/MM/YYYY') from known k where k.born < k.month - interval '110 years' and k.died_on is null
    union all
    select 'lives_elsewhere', false, k.subject_kind, k.subject_id, k.name, k.lives_in from known k where k.lives_in <> k.commune_code and k.died_on is null
$$;

create function warnings(of_list bigint)
returns table (warning text, grave boolean, subject_kind "char", subject_id integer, name text, about text, words text, answered_by name)
language sql stable security definer set search_path = payments, pg_temp as $$
    select w.*, a.words, a.answered_by
      from payroll p cross join lateral payments.warnings_anywhere(p.payroll_id) w
      left join warning_answer a on a.programme = p.programme and a.commune_code = p.commune_code and a.month = p.month
           and a.warning = w.warning and a.subject_kind = w.subject_kind and a.subject_id = w.subject_id and a.about = w.about
     where p.payroll_id = of_list and p.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people())
     order by w.grave desc, a.words is not null, w.warning, w.name, w.subject_id
$$;

create function answer_warning(of_list bigint, of_warning text, kind "char", id integer, said text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(exists (select from payroll p where p.payroll_id = of_list and p.state = 'draft' and p.commune_code = any (access.my_communes()::text[])),
        'list_in_own_area', format('list %s is no draft of your area', of_list), 'Open a draft of your own area.');
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer') or access.has_role('commune_chair') or access.has_role('provincial_approver'),
        'list_discarded_by_its_officers', format('%s may not answer warnings', current_setting('role')), 'Those who prepare or approve lists answer for them.');
    insert into warning_answer (programme, commune_code, month, warning, subject_kind, subject_id, about, words, answered_by)
    select p.programme, p.commune_code, p.month, w.warning, w.subject_kind, w.subject_id, w.about, said, current_setting('role')::name
      from payroll p cross join lateral payments.warnings_anywhere(p.payroll_id) w
     where p.payroll_id = of_list and w.warning = of_warning and w.subject_kind = kind and w.subject_id = id on conflict do nothing;
end $$;

-- Nobody approves past a grave warning that nobody has looked at.
create function grave_warnings_are_answered() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    open bigint;
begin
    select count(*) into open from payments.warnings_anywhere(new.payroll_id) w
     where w.grave and not exists (select from warning_answer a where a.programme = new.programme and a.commune_code = new.commune_code and a.month = new.month
            and a.warning = w.warning and a.subject_kind = w.subject_kind and a.subject_id = w.subject_id and a.about = w.about);
    if open > 0 then
        raise exception 'List % has % grave warnings that nobody has answered.', new.payroll_id, open
            using errcode = 'AS010', constraint = 'list_has_warnings', detail = open::text, hint = 'Read them on the page of the list, find out, and write what was found.';
    end if;
    return null;
end $$;
create trigger grave_warnings_are_answered after update on payroll for each row when (old.state = 'draft' and new.state = 'approved')
    execute function grave_warnings_are_answered();

revoke all on function homes_of(text[], integer[], date), warnings_anywhere(bigint), warnings(bigint), answer_warning(bigint, text, "char", integer, text),
    grave_warnings_are_answered() from public;
grant execute on function warnings(bigint), answer_warning(bigint, text, "char", integer, text) to ansinh_officer;
