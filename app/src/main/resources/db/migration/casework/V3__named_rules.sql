-- What is refused carries the name of its rule, as a broken constraint does: the sentence for officers is found by it (refused.RULE), not by words of a message.
create or replace function next_number(commune text, of_year smallint) returns integer
language plpgsql security definer set search_path = casework, pg_temp as $$
declare
    n integer;
begin
    if not access.may_see_commune(commune) then
        raise exception 'The book of decisions of commune % is not yours.', commune using errcode = 'AS003';
    end if;
    insert into book as b (commune_code, year, last_number) values (commune, of_year, 1)
    on conflict (commune_code, year) do update set last_number = b.last_number + 1 returning last_number into n;
    return n;
end $$;

create or replace function guard_decision() returns trigger language plpgsql set search_path = casework, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.taken_over then
            if current_user <> 'ansinh_owner' and current_user <> 'ansinh_worker' then
                raise insufficient_privilege using constraint = 'taken_over_by_load',
                    message = 'Only a load takes over decisions that were signed elsewhere.';
            end if;
            return new;
        end if;
        if new.state <> 'draft' then
            raise check_violation using constraint = 'decision_starts_as_draft', message = 'A decision starts as a draft.', hint = 'Draft it, then let another officer sign it.';
        end if;
        new.drafted_by := current_user;
        new.drafted_at := now();
        return new;
    end if;
    if old.state <> 'draft' then
        raise check_violation using constraint = 'decision_stays', message = format('Decision %s is %s and stays as it is.', old.decision_id, old.state),
            hint = 'Draft a new decision that adjusts or stops it.';
    end if;
    if new.state = 'draft' then
        new.drafted_by := current_user;   -- who changes a draft answers for it, and may no longer sign it
        new.drafted_at := now();
        return new;
    end if;
    if not access.has_role(old.authority) then
        raise insufficient_privilege using constraint = 'decision_for_its_authority',
            message = format('Decision %s is for the %s to sign or return.', old.decision_id, old.authority);
    end if;
    if old.drafted_by = current_user and new.state = 'signed' then
        raise insufficient_privilege using constraint = 'two_officers',
            message = format('Decision %s was drafted by the same officer; somebody else signs.', old.decision_id),
            hint = 'Two officers stand for every decision: one drafts, another signs.';
    end if;
    if new.state = 'signed' and old.unverified then
        raise check_violation using constraint = 'verified_law_only',
            message = format('Decision %s rests on law that no jurist has released.', old.decision_id),
            hint = 'Ask the jurist to release the value, determine the month again and draft the decision anew.';
    end if;
    if (to_jsonb(new) - array['state', 'signed_by', 'signed_on', 'signed_at', 'book_year', 'book_number', 'effective_from', 'returned_by', 'returned_at', 'returned_because'])
       is distinct from
       (to_jsonb(old) - array['state', 'signed_by', 'signed_on', 'signed_at', 'book_year', 'book_number', 'effective_from', 'returned_by', 'returned_at', 'returned_because']) then
        raise check_violation using constraint = 'signed_as_drafted',
            message = format('Decision %s may not be changed while it is signed or returned.', old.decision_id),
            hint = 'Return it with a reason; the drafter corrects it.';
    end if;
    if new.state = 'returned' then
        if coalesce(btrim(new.returned_because), '') = '' then
            raise check_violation using constraint = 'returned_with_a_reason', message = 'A draft is returned with a reason.';
        end if;
        new.returned_by := current_user;
        new.returned_at := now();
        return new;
    end if;
    new.signed_by := current_user;
    new.signed_at := now();
    new.signed_on := public.house_today();
    new.effective_from := coalesce(old.effective_from, new.signed_on);
    new.book_year := extract(year from new.signed_on);
    new.book_number := casework.next_number(old.commune_code, new.book_year);
    return new;
end $$;
