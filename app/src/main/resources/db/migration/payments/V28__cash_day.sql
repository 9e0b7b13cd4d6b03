-- Cash is handed out in a village: an officer goes there with the money and a list to be signed, somebody of the village watches, whoever did not come has a second day, and
-- another officer closes the day. A day takes every instruction of a dispatch for the village, once; what became of them is reported as of every other line (outcome), and only
-- by way of the day.
create table cash_day (
    cash_day_id  bigint      generated always as identity primary key,
    dispatch_id  bigint      not null references dispatch,
    commune_code text        not null,
    village_id   integer,                                       -- empty: those whose village is not known
    place        text        not null check (btrim(place) <> '' and length(place) <= 200),
    first_on     date        not null,
    second_on    date,
    paid_by      name        not null,
    observer     text        not null check (btrim(observer) <> '' and length(observer) <= 200),   -- of the people, no officer: a name and what they speak for
    people       integer     not null check (people > 0),
    taken_out    bigint      not null check (taken_out > 0),    -- what the payer takes along
    opened_by    name        not null default current_setting('role'),
    opened_at    timestamptz not null default public.house_now(),
    closed_by    name,
    closed_at    timestamptz,
    closed_on    date,
    cash_left    bigint      check (cash_left >= 0),            -- counted when it was closed
    given_back_id bigint     references given_back,
    constraint cash_day_once unique nulls not distinct (dispatch_id, commune_code, village_id),
    constraint cash_given_back_once unique (given_back_id),
    constraint second_day_comes_after check (second_on > first_on),
    constraint cash_day_closed_by_another check (closed_by is distinct from paid_by),
    constraint cash_day_closed_is_whole check (num_nulls(closed_by, closed_at, closed_on, cash_left) in (0, 4)),
    constraint cash_given_back_of_a_closed_day check (given_back_id is null or closed_by is not null)
);
create index cash_day_open_idx on cash_day (commune_code) where closed_by is null;

-- One row an instruction: open; absent on the first day; paid; not collected, once the second day has come; or paid, and given back before the day was closed.
create table cash_line (
    key            text     primary key references instruction,
    cash_day_id    bigint   not null references cash_day,
    nth            integer  not null check (nth > 0),           -- as it stands on the paper that is signed
    amount         bigint   not null check (amount > 0),
    state          text     not null default 'open' check (state in ('open', 'absent', 'paid', 'not_collected', 'came_back')),
    paid_on        date,
    signed         text     check (signed in ('signature', 'fingerprint')),
    representative text,                                        -- who took it for whoever is named on the list
    relation       text,
    paper          text,                                        -- number of the paper that says they may
    paper_on       date,
    why            text,
    recorded_by    name,
    recorded_at    timestamptz,
    constraint cash_line_in_order unique (cash_day_id, nth),
    constraint paid_line_is_signed check (num_nulls(paid_on, signed) in (0, 2) and (state in ('paid', 'came_back')) = (paid_on is not null)),
    constraint representative_has_paper check (num_nulls(representative, relation, paper, paper_on) = 4
        or num_nulls(representative, relation, paper, paper_on) = 0 and btrim(representative) <> '' and btrim(relation) <> '' and btrim(paper) <> '' and paper_on <= paid_on),
    constraint came_back_with_reason check ((state = 'came_back') = (why is not null) and btrim(why) <> '')
);

-- Amounts of a day by what became of them.
create view cash_sum with (security_invoker = true) as
select c.cash_day_id, count(*)::integer as lines, sum(c.amount)::bigint as amount,
       count(*) filter (where c.state = 'open')::integer as open, count(*) filter (where c.state = 'absent')::integer as absent,
       count(*) filter (where c.state = 'paid')::integer as paid, coalesce(sum(c.amount) filter (where c.state = 'paid'), 0)::bigint as paid_amount,
       count(*) filter (where c.state in ('not_collected', 'came_back'))::integer as back,
       coalesce(sum(c.amount) filter (where c.state in ('not_collected', 'came_back')), 0)::bigint as back_amount
  from cash_line c group by c.cash_day_id;

create function cash_day_stays() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    plan constant text[] := array['place', 'first_on', 'paid_by', 'observer', 'second_on'];
    closing constant text[] := array['closed_by', 'closed_at', 'closed_on', 'cash_left'];
    sums cash_sum;
begin
    if tg_op <> 'UPDATE' then
        raise exception 'A pay day stays.' using errcode = 'AS010', constraint = 'cash_day_stays', hint = 'Change its plan while nothing is recorded.';
    end if;
    if old.closed_by is not null then
        if old.given_back_id is null and new.given_back_id is not null and to_jsonb(new) - 'given_back_id' = to_jsonb(old) - 'given_back_id'
           and exists (select from given_back g where g.given_back_id = new.given_back_id and g.commune_code = old.commune_code and g.channel = 'cash' and g.amount = old.cash_left) then
            return new;
        end if;
        raise exception 'Pay day % is closed.', old.cash_day_id using errcode = 'AS010', constraint = 'cash_day_is_closed', hint = 'What happens afterwards is reported on the page of the list.';
    end if;
    if to_jsonb(new) - plan - closing <> to_jsonb(old) - plan - closing
       or (to_jsonb(new) - 'second_on' - closing <> to_jsonb(old) - 'second_on' - closing and exists (select from cash_line c where c.cash_day_id = old.cash_day_id and c.state <> 'open'))
       or (new.second_on is distinct from old.second_on and exists (select from cash_line c where c.cash_day_id = old.cash_day_id
              and (c.state = 'not_collected' or c.paid_on = old.second_on and c.paid_on <> old.first_on))) then
        raise exception 'What the day was is recorded already.' using errcode = 'AS010', constraint = 'cash_day_stays', hint = 'A plan changes while nothing is recorded on it.';
    end if;
    if new.closed_by is null then
        return new;
    end if;
    select * into sums from cash_sum s where s.cash_day_id = old.cash_day_id;
    if sums.open + sums.absent > 0 then
        raise exception 'Of pay day % nobody has said what became of % lines.', old.cash_day_id, sums.open + sums.absent
            using errcode = 'AS010', constraint = 'cash_day_unaccounted', detail = (sums.open + sums.absent)::text, hint = 'Record each of them first.';
    end if;
    if new.closed_by = old.paid_by or exists (select from cash_line c where c.cash_day_id = old.cash_day_id and c.recorded_by = new.closed_by) then
        raise insufficient_privilege using constraint = 'cash_day_closed_by_another', message = format('%s paid or recorded on pay day %s', new.closed_by, old.cash_day_id),
            hint = 'Another officer counts the money and closes the day.';
    end if;
    if sums.lines <> old.people or sums.amount <> old.taken_out or sums.paid_amount + sums.back_amount <> old.taken_out or sums.paid_amount + new.cash_left <> old.taken_out then
        raise exception 'Paid % and % left are not the % that were taken out.', sums.paid_amount, new.cash_left, old.taken_out
            using errcode = 'AS010', constraint = 'cash_adds_up', detail = payments.dots(old.taken_out) || '|' || payments.dots(sums.paid_amount) || '|'
                || payments.dots(old.taken_out - sums.paid_amount) || '|' || payments.dots(new.cash_left), hint = 'Count again, and go through the signed list line by line.';
    end if;
    if sums.paid > 0 and not exists (select from cash_paper p where p.cash_day_id = old.cash_day_id) then
        raise exception 'The signed list of pay day % is missing.', old.cash_day_id using errcode = 'AS010', constraint = 'cash_day_has_its_list', hint = 'Attach its scan or its photo.';
    end if;
    return new;
end $$;

-- An amount within a sentence, as offices write it.
create function dots(amount bigint) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
    select replace(ltrim(to_char(dots.amount, '999,999,999,999,990')), ',', '.')
$$;

create function cash_line_stays() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    recorded constant text[] := array['state', 'paid_on', 'signed', 'representative', 'relation', 'paper', 'paper_on', 'why', 'recorded_by', 'recorded_at'];
    day cash_day;
begin
    if tg_op = 'INSERT' then
        if new.state <> 'open' or not exists (select from cash_day d join instruction i on i.dispatch_id = d.dispatch_id and i.commune_code = d.commune_code
                 and i.village_id is not distinct from d.village_id
               where d.cash_day_id = new.cash_day_id and d.xmin = pg_current_xact_id()::xid and d.closed_by is null
                 and i.key = new.key and i.amount = new.amount and i.state in ('released', 'sent', 'accepted')) then
            raise exception 'A pay day takes the lines of its village when it is opened.' using errcode = 'AS010', constraint = 'cash_line_stays', hint = 'Open the page of the day again.';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' then
        raise exception 'A line of a pay day stays.' using errcode = 'AS010', constraint = 'cash_line_stays', hint = 'Record what became of it.';
    end if;
    select * into day from cash_day d where d.cash_day_id = old.cash_day_id for update;
    if day.closed_by is not null then
        raise exception 'Pay day % is closed.', old.cash_day_id using errcode = 'AS010', constraint = 'cash_day_is_closed', hint = 'What happens afterwards is reported on the page of the list.';
    end if;
    if to_jsonb(new) - recorded <> to_jsonb(old) - recorded
       or (old.state, new.state) not in (('open', 'absent'), ('open', 'paid'), ('absent', 'open'), ('absent', 'paid'), ('absent', 'not_collected'), ('paid', 'came_back'))
       or (new.state = 'came_back' and (new.paid_on, new.signed, new.representative, new.relation, new.paper, new.paper_on)
              is distinct from (old.paid_on, old.signed, old.representative, old.relation, old.paper, old.paper_on)) then
        raise exception 'Line % of pay day % is % already.', old.nth, old.cash_day_id, old.state
            using errcode = 'AS010', constraint = 'cash_line_stays', hint = 'Open the page of the day again: somebody has recorded it.';
    end if;
    if new.state in ('paid', 'absent') and public.house_today() < day.first_on
       or new.state = 'paid' and (new.paid_on > public.house_today() or new.paid_on <> day.first_on and new.paid_on is distinct from day.second_on) then
        raise exception 'Money of pay day % is handed out on its days only.', old.cash_day_id
            using errcode = 'AS010', constraint = 'paid_on_a_pay_day', hint = 'Wait for the day, or change it.';
    end if;
    if new.state = 'not_collected' and (day.second_on is null or public.house_today() < day.second_on) then
        raise exception 'Pay day % has a second day for those who were absent.', old.cash_day_id
            using errcode = 'AS010', constraint = 'second_day_first', hint = 'Name the second day, and record it when it has come.';
    end if;
    return new;
end $$;
create trigger cash_day_stays before update or delete on cash_day for each row execute function cash_day_stays();
create trigger cash_line_stays before insert or update or delete on cash_line for each row execute function cash_line_stays();
create trigger cash_day_is_never_emptied before truncate on cash_day for each statement execute function outcome_stays();
create trigger cash_line_is_never_emptied before truncate on cash_line for each statement execute function outcome_stays();

-- A line that stands on a pay day is reported by that day and as it was recorded there; what comes back after the day was closed is reported as ever.
create function reported_by_its_day() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    found_line record;
begin
    select c.nth, c.cash_day_id, d.place into found_line
      from fresh f
      join line l using (programme, subject_kind, subject_id, for_month, sequence)
      join instruction i on i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id
      join cash_line c on c.key = i.key
      join cash_day d on d.cash_day_id = c.cash_day_id
      join report r on r.payroll_id = f.payroll_id and r.nth = f.report
     where not case when f.nth = 0 then f.outcome = c.state and (c.paid_on is null or c.paid_on = r.happened_on) else c.state = 'came_back' or d.closed_by is not null end
     order by c.cash_day_id, c.nth limit 1;
    if found then
        raise exception 'Line % is on pay day %.', found_line.nth, found_line.cash_day_id
            using errcode = 'AS010', constraint = 'reported_by_its_day', detail = found_line.place || '|' || found_line.cash_day_id || '|' || found_line.nth, hint = 'Record it on the page of the pay day.';
    end if;
    return null;
end $$;
create trigger reported_by_its_day after insert on outcome referencing new table as fresh for each statement execute function reported_by_its_day();

-- And at commit: what a day says of a line is what was reported of it.
create function cash_line_is_reported() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if not exists (select from cash_line c join instruction i using (key) where c.key = new.key
            and (c.state not in ('paid', 'not_collected', 'came_back') or i.state = case c.state when 'came_back' then 'returned' else c.state end)) then
        raise exception 'Line % of pay day % was not reported.', new.nth, new.cash_day_id
            using errcode = 'AS010', constraint = 'cash_line_is_reported', hint = 'Record it on the page of the pay day.';
    end if;
    return null;
end $$;
create constraint trigger cash_line_is_reported after update on cash_line deferrable initially deferred for each row
    when (new.state in ('paid', 'not_collected', 'came_back')) execute function cash_line_is_reported();

alter table cash_day enable row level security;
alter table cash_day force row level security;
alter table cash_line enable row level security;
alter table cash_line force row level security;
create policy owner_works on cash_day to ansinh_owner using (true) with check (true);
create policy owner_works on cash_line to ansinh_owner using (true) with check (true);
create policy own_area on cash_day for select to ansinh_officer using (commune_code = any ((select access.my_communes())::text[]));
create policy own_area on cash_line for select to ansinh_officer using (exists (select from cash_day d where d.cash_day_id = cash_line.cash_day_id));
create policy own_purpose on cash_day as restrictive for select to ansinh_officer using ((select access.sees_people()));
create policy own_purpose on cash_line as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on cash_day, cash_line, cash_sum to ansinh_officer;

revoke all on function cash_day_stays(), cash_line_stays(), reported_by_its_day(), cash_line_is_reported(), dots(bigint) from public;
