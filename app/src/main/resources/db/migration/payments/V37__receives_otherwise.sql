-- Money that goes another way than on the list before is the oldest fraud there is, and an honest change just as often: whoever approves sees which way it went so far.

--   receives_otherwise   another payee, channel or account than on the last list before this one (light)
do $$
declare
    it text := pg_get_functiondef('payments.warnings_anywhere(bigint)'::regprocedure);
begin
    assert position('
    union all
    select ''provider_ended''' in it) > 0, 'warnings are found in other words than this step knows';
    execute replace(it, '
    union all
    select ''provider_ended''', '
    union all
    select ''receives_otherwise'', false, k.subject_kind, k.subject_id, k.name, coalesce(y.name, k.name) || ''|'' || coalesce(b.account, '''') || ''|'' || b.channel
      from known k
      cross join lateral (select l.payee_id, l.channel, l.account from line l join payroll p using (payroll_id)
                           where l.programme = (select o.programme from payroll o where o.payroll_id = of_list) and l.subject_kind = k.subject_kind and l.subject_id = k.subject_id
                             and p.state <> ''draft'' and (p.month, p.payroll_id) < (k.month, of_list) order by p.month desc, p.payroll_id desc limit 1) b
      left join registry.face_person y on y.person_id = coalesce(b.payee_id, k.person_id)
     where (coalesce(b.payee_id, k.person_id), b.channel, b.account) is distinct from (coalesce(k.payee_id, k.person_id), k.channel, k.account)
    union all
    select ''provider_ended''');
end $$;
