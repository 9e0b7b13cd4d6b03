-- What was ended goes on: a grant that names the end it follows. Either the end was a mistake and is annulled: then nothing was interrupted, the months since are owed and come with
-- the next list. Or whoever it is about has a right anew: then it counts from its own signature as the law has it, and the months between stay without.
alter table decision add column reopens bigint references decision, add column annuls boolean not null default false,
    add constraint annuls_an_end check (not annuls or reopens is not null), add constraint reopens_by_a_grant check (reopens is null or kind = 'grant');
create unique index decision_reopens_once on decision (reopens) where state <> 'returned';

-- An end stays an end until it is reopened; whoever reopens it sees it, and it is the last word on that right.
create function guard_reopening() returns trigger language plpgsql set search_path = casework, pg_temp as $$
begin
    if not exists (select from decision s where s.decision_id = new.reopens and s.state = 'signed' and s.kind = 'stop' and s.programme = new.programme
            and s.subject_kind = new.subject_kind and s.subject_id = new.subject_id and s.commune_code = new.commune_code
            and not exists (select from decision l where l.state = 'signed' and l.kind <> 'refuse' and l.programme = s.programme and l.subject_kind = s.subject_kind
                and l.subject_id = s.subject_id and l.decision_id > s.decision_id and l.decision_id <> new.decision_id)) then
        raise check_violation using constraint = 'reopens_the_last_end', message = format('Decision %s is not the end of this right.', new.reopens),
            hint = 'Open the decision that ended it, in the commune that signed it.';
    end if;
    return new;
end $$;
create trigger decision_reopening_guarded before insert or update on decision for each row when (new.reopens is not null and new.state <> 'returned') execute function guard_reopening();

-- Drafts that it goes on, at the level that was signed before the end. Annulled: from the month in which the end would have counted. Anew: from the signature.
create function draft_reopening(of_stop bigint, as_a_mistake boolean, because text) returns bigint
language sql set search_path = casework, pg_temp as $$
    insert into decision (programme, kind, subject_kind, subject_id, commune_code, household_id, village_id, payee_kind, payee_id, amount, period_months, provisions, effective_from,
        cause_key, cause, authority, state, month, pack_hash, known_at, drafted_by, reopens, annuls)
    select s.programme, 'grant', s.subject_kind, s.subject_id, s.commune_code, s.household_id, s.village_id, s.payee_kind, s.payee_id, b.amount, s.period_months, s.provisions,
           case when as_a_mistake then (date_trunc('month', s.effective_from - 1) + interval '1 month')::date end,
           case when as_a_mistake then 'annul:' else 'reopen:' end || because, because, s.authority, 'draft', s.month, s.pack_hash, s.known_at, current_user, s.decision_id, as_a_mistake
      from decision s
     cross join lateral (select l.amount from decision l where l.state = 'signed' and l.kind in ('grant', 'adjust') and l.programme = s.programme and l.subject_kind = s.subject_kind
            and l.subject_id = s.subject_id and l.decision_id < s.decision_id order by l.effective_from desc, l.decision_id desc limit 1) b
     where s.decision_id = of_stop and s.state = 'signed' and s.kind = 'stop'
    returning decision_id
$$;

-- A month has one level: what comes later takes its months from whatever reaches into them. A right that goes on in the very month in which it ended would have had two.
create or replace view face_level with (security_invoker = true) as
select q.programme, q.subject_kind, q.subject_id, q.decision_id, q.amount, q.period_months, q.signed_on, q.signed_at, q.taken_over, q.kind,
    case when q.nth = 1 then '-infinity'::date else q.from_month end as from_month,
    coalesce(q.next_month, 'infinity'::date) as until_month
from (
    select d.*, row_number() over w as nth, d.reach as from_month, min(d.reach) over (w rows between 1 following and unbounded following) as next_month
    from (select x.*, case when x.kind = 'stop' then date_trunc('month', x.effective_from - 1) + interval '1 month'
            else date_trunc('month', x.effective_from) end::date as reach
        from decision x where x.state = 'signed' and x.kind <> 'refuse') d
    window w as (partition by d.programme, d.subject_kind, d.subject_id order by d.effective_from, d.decision_id)
) q;

revoke execute on function guard_reopening(), draft_reopening(bigint, boolean, text) from public;
grant execute on function draft_reopening(bigint, boolean, text) to ansinh_officer;
