-- Of one list, for whoever may see it, each with what was found out about it.
create or replace function warnings(of_list bigint)
returns table (warning text, grave boolean, subject_kind "char", subject_id integer, name text, about text, own boolean, words text, answered_by name)
language sql stable security definer set search_path = payments, pg_temp as $$
    with mine as materialized (
        select t.subject_kind, t.subject_id, t.full_name || '|' || t.tie as about from payments.staff_on(of_list) t where t.officer = current_setting('role')::name
    )
    select w.warning, w.grave or w.warning = 'staff' and exists (select from mine m where m.subject_kind = w.subject_kind and m.subject_id = w.subject_id and m.about = w.about) as grave,
           w.subject_kind, w.subject_id, w.name, w.about, exists (select from mine m where m.subject_kind = w.subject_kind and m.subject_id = w.subject_id) as own, a.words, a.answered_by
      from payroll p cross join lateral payments.warnings_anywhere(p.payroll_id) w
      left join warning_answer a on a.programme = p.programme and a.commune_code = p.commune_code and a.month = p.month
           and a.warning = w.warning and a.subject_kind = w.subject_kind and a.subject_id = w.subject_id and a.about = w.about
     where p.payroll_id = of_list and p.commune_code = any ((select access.my_communes())::text[]) and (select access.sees_people())
     order by 2 desc, a.words is not null, w.warning, w.name, w.subject_id
$$;

-- What looks wrong on a list, before anybody is paid. A grave warning needs an officer's word, kept beside the list, before the list is approved; a light one is shown. None of
-- them takes anything away from anybody: whether somebody is entitled is for the law and a signed decision.
--   shared_account      the account also receives for another household (three or more: grave)
--   collector           whoever receives does so for others' households too (three or more: grave)
--   after_death         a month after the beneficiary's death (grave)
--   payee_dead          whoever would receive is dead (grave)
--   same_person         two on the list have one name, one day of birth and one sex
--   very_old            older than 110
--   lives_elsewhere     the register has the beneficiary in another commune
--   holder_differs      the account is in another name: nothing that tells a person agrees (grave), or a middle name is missing or another (light)
--   bank_unknown        the bank that the account names is none of the list (grave)
--   bank_gone           the bank is given up (grave)
--   account_odd         the number is none that a bank could have (grave)
--   receives_otherwise  another payee, channel or account than on the last list before this one (light)
--   provider_ended      an electronic account with a keeper without a contract (grave)
--   staff               whoever receives, or whose account it is, works here or lives with somebody who does (grave: had a hand in the list or its decisions)
create or replace function warnings_anywhere(of_list bigint)
returns table (warning text, grave boolean, subject_kind "char", subject_id integer, name text, about text)
language sql stable security definer set search_path = payments, pg_temp as $$
    with who as materialized (
        select l.subject_kind, l.subject_id, p.month, p.commune_code, min(l.account) as account, min(l.bank) as bank, min(l.holder) as holder,
               min(l.channel) as channel, min(l.payee_id) as payee_id,
               max(l.for_month) as last_month
          from payroll p join line l using (payroll_id) where p.payroll_id = of_list group by 1, 2, 3, 4
    ), known as materialized (
        select w.*, b.person_id, b.name, b.born, b.sex, b.died_on, b.commune_code as lives_in
          from who w
          left join registry.face_household h on w.subject_kind = 'h' and h.household_id = w.subject_id
          left join registry.face_person b on b.person_id = case w.subject_kind when 'p' then w.subject_id else h.head_id end
    ), homes as materialized (
        select h.* from payments.homes_of(array(select distinct k.account from known k where k.account is not null),
            array(select distinct k.payee_id from known k where k.payee_id <> k.person_id), (select min(k.month) from known k)) h
    ), banks as materialized (
        select k.bank, b.* from (select distinct w.bank from who w where w.channel = 'bank_account') k
          left join lateral payments.bank_of(k.bank) b(code, bin, bic, short_name, full_name, gone) on true
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
    union all
    select 'holder_differs', d.agrees = 'other', d.subject_kind, d.subject_id, d.name, d.holder || '|' || d.payee
      from (select k.*, y.name as payee, payments.holder_agrees(k.holder, y.name) as agrees from known k join registry.face_person y on y.person_id = k.payee_id where k.holder is not null) d
     where d.agrees <> 'same'
    union all
    select 'bank_unknown', true, k.subject_kind, k.subject_id, k.name, coalesce(k.bank, '–') from known k join banks b on b.bank is not distinct from k.bank
     where k.channel = 'bank_account' and (b.code is null or b.bin is null and b.bic is null)
    union all
    select 'bank_gone', true, k.subject_kind, k.subject_id, k.name, b.full_name from known k join banks b on b.bank = k.bank where k.channel = 'bank_account' and b.gone
    union all
    select 'account_odd', true, k.subject_kind, k.subject_id, k.name, k.account from known k where not payments.is_account(k.account)
    union all
    select 'receives_otherwise', false, k.subject_kind, k.subject_id, k.name, coalesce(y.name, k.name) || '|' || coalesce(b.account, '') || '|' || b.channel
      from known k
      cross join lateral (select l.payee_id, l.channel, l.account from line l join payroll p using (payroll_id)
                           where l.programme = (select o.programme from payroll o where o.payroll_id = of_list) and l.subject_kind = k.subject_kind and l.subject_id = k.subject_id
                             and p.state <> 'draft' and (p.month, p.payroll_id) < (k.month, of_list) order by p.month desc, p.payroll_id desc limit 1) b
      left join registry.face_person y on y.person_id = coalesce(b.payee_id, k.person_id)
     where (coalesce(b.payee_id, k.person_id), b.channel, b.account) is distinct from (coalesce(k.payee_id, k.person_id), k.channel, k.account)
    union all
    select 'provider_ended', true, k.subject_kind, k.subject_id, k.name, coalesce(k.bank, '–') from known k
     where k.channel = 'e_account' and not exists (select from face_e_provider p where p.code = k.bank)
    union all
    select 'staff', t.had_a_hand, k.subject_kind, k.subject_id, k.name, t.full_name || '|' || t.tie
      from payments.staff_on(of_list) t join known k on k.subject_kind = t.subject_kind and k.subject_id = t.subject_id
$$;
