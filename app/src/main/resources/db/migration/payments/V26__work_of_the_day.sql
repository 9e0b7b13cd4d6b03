-- What waits for whoever acts among recoveries and suspensions: drafts for those who may sign them, proposals for those who may draft. Nobody is told of work that is not theirs.
create index outcome_back_idx on outcome (programme, subject_kind, subject_id) where outcome in ('not_collected', 'returned');

-- programmes, at_least: in which programmes the law lets payment rest after how many months nobody came. followed, lasted: the suspensions that the law lets end in the loss of
-- the right, after how many months.
create function work_waiting(of_month date, programmes text[], at_least integer[], followed text[], lasted integer[])
returns table (what text, number bigint, amount bigint, since date, programme text, commune_code text, places bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with area as materialized (
        select array(select unnest(access.my_communes()) where access.sees_people() and access.may_write()) as codes,
               access.has_role('paying_officer') or access.has_role('commune_officer') as drafts
    ), waits as (
        select 'recovery_to_sign' as what, r.programme, r.subject_kind, r.subject_id, r.commune_code, r.drafted_by, r.drafted_at,
               (select sum(m.amount) from recovery_month m where m.recovery_id = r.recovery_id) as amount
          from recovery r, area a where r.state = 'draft' and r.commune_code = any (a.codes)
        union all
        select case s.state when 'draft' then 'suspension_to_sign' else 'resume_to_sign' end, s.programme, s.subject_kind, s.subject_id, s.commune_code,
               case s.state when 'draft' then s.drafted_by else s.resume_drafted_by end, case s.state when 'draft' then s.drafted_at else s.resume_drafted_at end, 0
          from suspension s, area a where s.state in ('draft', 'resume_drafted') and s.commune_code = any (a.codes)
    ), nobody_came as (
        select o.programme, l.commune_code, p.months
          from unnest(programmes, at_least) p(programme, months)
          join outcome o on o.programme = p.programme and o.outcome in ('not_collected', 'returned')
          join line l on l.programme = o.programme and l.subject_kind = o.subject_kind and l.subject_id = o.subject_id and l.for_month = o.for_month and l.sequence = o.sequence
          join area a on a.drafts and l.commune_code = any (a.codes)
         group by o.programme, l.commune_code, p.months, o.subject_kind, o.subject_id having count(distinct o.for_month) >= p.months
    )
    select w.what, count(*), sum(w.amount)::bigint, min((w.drafted_at at time zone 'Asia/Ho_Chi_Minh')::date), min(w.programme), min(w.commune_code), count(distinct (w.programme, w.commune_code))
      from waits w
     where w.drafted_by <> current_setting('role')::name and access.has_role(payments.authority_of(w.programme, w.subject_kind, w.subject_id))
     group by w.what
    union all
    select 'overpaid', count(*), sum(o.overpaid)::bigint, null, min(o.programme), min(o.commune_code), count(*)
      from area a cross join lateral payments.overview(null, case when a.drafts then of_month end) o where a.drafts and cardinality(a.codes) > 0 and o.overpaid > 0 having count(*) > 0
    union all
    select 'not_fetched', count(*), sum(n.amount)::bigint, null, min(q.programme), min(q.commune_code), count(distinct (q.programme, q.commune_code))
      from (select distinct x.programme, x.commune_code, x.months from nobody_came x) q
      cross join lateral payments.not_fetched(q.programme, q.commune_code, of_month, q.months) n having count(*) > 0
    union all
    select 'stop_due', count(*), 0, min(q.since), min(q.programme), min(q.commune_code), count(distinct (q.programme, q.commune_code))
      from (select s.*, ((s.signed_at at time zone 'Asia/Ho_Chi_Minh')::date + make_interval(months => f.months))::date as since
              from unnest(followed, lasted) f(handling, months) join suspension s on s.handling = f.handling and s.state = 'in_force') q
      join area a on access.has_role('commune_officer') and q.commune_code = any (a.codes)
     where q.since <= public.house_today()
       and not exists (select from casework.face_decision d where d.kind = 'stop' and d.state in ('draft', 'signed') and d.programme = q.programme
            and d.subject_kind = q.subject_kind and d.subject_id = q.subject_id and d.drafted_at > q.signed_at)
    having count(*) > 0
$$;
revoke all on function work_waiting(date, text[], integer[], text[], integer[]) from public;
grant execute on function work_waiting(date, text[], integer[], text[], integer[]) to ansinh_officer;
