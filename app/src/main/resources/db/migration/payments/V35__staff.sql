-- Money on its way to an officer, to their household or to their account is flagged before it leaves: nobody is barred from what the law gives them, but another one looks.

-- Of a list: which officer is near to whom on it, the nearest tie of each, and whether they had a hand in it (prepared or approved the list, drafted or signed a decision on which it rests).
create function staff_on(of_list bigint) returns table (subject_kind "char", subject_id integer, officer name, full_name text, tie text, had_a_hand boolean)
language sql stable security definer set search_path = payments, pg_temp as $$
    with staff as materialized (
        select s.* from registry.face_staff s
    ), who as materialized (
        select l.subject_kind, l.subject_id, p.programme, p.month, p.prepared_by, p.approved_by, min(l.payee_id) as payee_id, min(l.account) as account
          from payroll p join line l using (payroll_id) where p.payroll_id = of_list and exists (select from staff) group by 1, 2, 3, 4, 5, 6
    ), home as materialized (
        select w.*, case w.subject_kind when 'h' then w.subject_id else b.household_id end as lives_in, y.household_id as payee_lives_in
          from who w
          left join registry.face_person b on w.subject_kind = 'p' and b.person_id = w.subject_id
          left join registry.face_person y on y.person_id = w.payee_id
    ), near as (
        select h.*, s.role_name, s.full_name, s.closed_on, 1 as rank, 'self_beneficiary' as tie from home h join staff s on h.subject_kind = 'p' and h.subject_id = s.person_id
        union all
        select h.*, s.role_name, s.full_name, s.closed_on, 2, 'self_payee' from home h join staff s on h.payee_id = s.person_id
        union all
        select h.*, s.role_name, s.full_name, s.closed_on, 3, 'self_account' from home h
          join payee y on y.account = h.account and y.days @> h.month join staff s on s.person_id = y.payee_id where h.account is not null
        union all
        select h.*, s.role_name, s.full_name, s.closed_on, 4, 'household_beneficiary' from home h join staff s on s.household_id = h.lives_in
        union all
        select h.*, s.role_name, s.full_name, s.closed_on, 5, 'household_payee' from home h join staff s on s.household_id = h.payee_lives_in
    ), nearest as (
        select distinct on (n.subject_kind, n.subject_id, n.role_name) n.*,
               n.role_name in (n.prepared_by, n.approved_by) or exists (select from casework.face_decision d where d.programme = n.programme and d.subject_kind = n.subject_kind
                   and d.subject_id = n.subject_id and d.state = 'signed' and n.role_name in (d.drafted_by, d.signed_by)) as had_a_hand
          from near n order by n.subject_kind, n.subject_id, n.role_name, n.rank
    )
    select n.subject_kind, n.subject_id, n.role_name, n.full_name, n.tie, coalesce(n.had_a_hand, false) from nearest n
     where coalesce(n.had_a_hand, false) or n.closed_on is null or n.closed_on > public.house_today()
$$;

--   staff   whoever receives, or whose account it is, works here or lives with somebody who does (grave: had a hand in the list or its decisions)
do $$
declare
    it text := pg_get_functiondef('payments.warnings_anywhere(bigint)'::regprocedure);
begin
    assert position('not payments.is_account(k.account)' in it) > 0, 'warnings are found in other words than this step knows';
    execute replace(it, 'not payments.is_account(k.account)', 'not payments.is_account(k.account)
    union all
    select ''staff'', t.had_a_hand, k.subject_kind, k.subject_id, k.name, t.full_name || ''|'' || t.tie
      from payments.staff_on(of_list) t join known k on k.subject_kind = t.subject_kind and k.subject_id = t.subject_id');
end $$;

-- To whoever reads: what is their own matter is grave, for they may be about to approve it, and it is for another to answer.
drop function warnings(bigint);
create function warnings(of_list bigint)
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

-- Nobody answers for themselves, for those they live with or for their own account: not this warning, nor any other about the same money.
create function nobody_answers_for_themselves() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(not exists (select from payroll p cross join lateral payments.staff_on(p.payroll_id) t
            where p.programme = new.programme and p.commune_code = new.commune_code and p.month = new.month
              and t.subject_kind = new.subject_kind and t.subject_id = new.subject_id and t.officer = new.answered_by),
        'warning_about_oneself', format('%s may not answer a warning about themselves', new.answered_by), 'Another officer looks into it and answers.');
    return new;
end $$;
create trigger nobody_answers_for_themselves before insert on warning_answer for each row execute function nobody_answers_for_themselves();

revoke all on function staff_on(bigint), warnings(bigint), nobody_answers_for_themselves() from public;
grant execute on function warnings(bigint) to ansinh_officer;
