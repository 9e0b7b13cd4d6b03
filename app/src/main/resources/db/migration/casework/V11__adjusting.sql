-- Where the law gives more than was signed: a proposal to adjust. It reaches from the first month that was not paid before this house; and back over months that
-- were, as long as the law's answer is the same without a break, for then what was paid too little is known. Earlier stretches an officer looks at by hand.
create function differences(of_through date)
returns table (programme text, subject_kind "char", subject_id integer, commune_code text, household_id integer, village_id integer, old_level bigint,
    new_level bigint, first_month date, arrears bigint, unverified boolean, period_months smallint, account_id bigint)
language sql stable security definer set search_path = casework, pg_temp as $$
    with owed as materialized (
        select o.* from determination.face_owed o where o.through = of_through and o.amount > 0 and o.commune_code = any (access.my_communes())
    ), raised as materialized (
        select o.*, l.amount as level, greatest(o.first_month, l.from_month) as from_month,
               least(o.last_month, (l.until_month - interval '1 month')::date) as to_month
          from owed o
          join casework.face_level l on l.programme = o.programme and l.subject_kind = o.subject_kind and l.subject_id = o.subject_id
           and l.from_month <= o.last_month and l.until_month > o.first_month
         where l.amount > 0 and o.amount > l.amount
    ), paid_fact as materialized (
        select n.fact_no, i.instance_no, i.instance as programme from registry.face_fact_name n join registry.face_fact_instance i using (fact_no)
         where n.fact in ('person.paid_through', 'household.paid_through')
    ), stretch as (
        -- Asked subject by subject and by numbers: two sets of tens of thousands, of which the planner expects one row each, would be joined each with each.
        select q.* from (
            select r.*, (select max(f.day) from registry.face_fact_numbered f
                          where f.subject_id = r.subject_id and f.subject_kind = r.subject_kind
                            and (f.fact_no, f.instance_no) in (select p.fact_no, p.instance_no from paid_fact p where p.programme = r.programme)) as paid_through
              from raised r) q
         where q.paid_through is null or q.last_month > q.paid_through
    )
    select s.programme, s.subject_kind, s.subject_id, s.commune_code, max(s.household_id), max(s.village_id), min(s.level), max(s.amount), min(s.from_month),
           sum((s.amount - s.level) * ((extract(year from age(s.to_month, s.from_month)) * 12 + extract(month from age(s.to_month, s.from_month)))::int + 1))::bigint,
           bool_or(s.unverified), max(s.period_months), max(s.account_id)
      from stretch s
     group by s.programme, s.subject_kind, s.subject_id, s.commune_code
$$;

-- Drafts an adjusting decision for everybody of one cause: the same old level, the same new one, from the same month.
create function draft_adjustments(of_through date, of_programme text, of_commune text, of_old bigint, of_new bigint, of_first date, signer text, because text)
returns bigint
language plpgsql set search_path = casework, pg_temp as $$
declare
    drafted bigint;
begin
    insert into decision (programme, kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id, amount, period_months,
        provisions, effective_from, cause_key, cause, authority, state, unverified, month, determination, pack_hash, known_at, drafted_by)
    select d.programme, 'adjust', d.subject_kind, d.subject_id, d.commune_code, d.household_id, d.village_id, g.payee_kind, g.payee_id, d.new_level,
        d.period_months, r.provisions, d.first_month, format('adjust:%s:%s:%s', of_old, of_new, to_char(of_first, 'YYYY-MM')), draft_adjustments.because,
        draft_adjustments.signer, 'draft', d.unverified, of_through, convert_to(jsonb_build_object('semantics', 1, 'programme', d.programme, 'subject_kind',
            d.subject_kind::text, 'subject', d.subject_id, 'known_at', r.known_at, 'pack', r.pack_hash, 'owed', r.owed)::text, 'UTF8'),
        r.pack_hash, r.known_at, current_user
    from differences(of_through) d
    cross join lateral (select v.payee_kind, v.payee_id from face_decision v where v.state = 'signed' and v.programme = d.programme
            and v.subject_kind = d.subject_kind and v.subject_id = d.subject_id order by v.effective_from desc, v.decision_id desc limit 1) g
    cross join lateral (select max(o.known_at) as known_at, max(o.pack_hash) as pack_hash, max(o.provisions) as provisions,
            jsonb_agg(jsonb_build_object('from', o.first_month, 'to', o.last_month, 'amount', o.amount, 'provisions', o.provisions, 'missing', o.missing,
                'unverified', o.unverified) order by o.first_month) as owed
            from determination.face_owed o where o.account_id = d.account_id and o.subject_kind = d.subject_kind and o.subject_id = d.subject_id) r
    where d.programme = of_programme and d.commune_code = of_commune and (d.old_level, d.new_level, d.first_month) = (of_old, of_new, of_first)
    on conflict (programme, subject_kind, subject_id) where state = 'draft' do update set amount = excluded.amount, provisions = excluded.provisions,
        effective_from = excluded.effective_from, cause_key = excluded.cause_key, cause = excluded.cause, authority = excluded.authority,
        unverified = excluded.unverified, month = excluded.month, determination = excluded.determination, pack_hash = excluded.pack_hash,
        known_at = excluded.known_at
    where decision.kind = 'adjust' and (decision.unverified and not excluded.unverified or decision.amount <> excluded.amount
        or decision.effective_from <> excluded.effective_from);
    get diagnostics drafted = row_count;
    return drafted;
end $$;

revoke execute on function differences(date), draft_adjustments(date, text, text, bigint, bigint, date, text, text) from public;
grant execute on function differences(date), draft_adjustments(date, text, text, bigint, bigint, date, text, text) to ansinh_officer;
grant execute on function differences(date) to ansinh_worker, ansinh_determiner;
