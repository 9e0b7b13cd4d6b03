-- Lists post into the ledger in the very transaction that draws, approves or throws them away, and so does what became of their lines: there is no moment in which money
-- stands here and not there. Keys are those of the list (list/12/drawn), so that whatever is done again is done once.

-- What a list costs anew: a line that carries money which came back costs nothing again.
create function carried_by(of_list bigint) returns table (subject_kind "char", subject_id integer, for_month date, account_id integer, amount bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select c.subject_kind, c.subject_id, c.for_month, c.account_id, c.amount
      from (select l.programme, array_agg(l.subject_kind) as kinds, array_agg(l.subject_id) as ids, array_agg(l.for_month) as months
              from line l where l.payroll_id = of_list and l.sequence > 0 group by l.programme) a
      cross join lateral ledger.face_carried(a.programme, a.kinds, a.ids, a.months) c
$$;

create function new_cost(of_list bigint) returns bigint
language sql stable security definer set search_path = payments, pg_temp as $$
    select (coalesce(sum(l.amount), 0) - coalesce((select sum(least(x.amount, c.amount))
              from (select b.subject_kind, b.subject_id, b.for_month, sum(b.amount) as amount from carried_by(of_list) b group by 1, 2, 3) c
              join line x using (subject_kind, subject_id, for_month) where x.payroll_id = of_list), 0))::bigint
      from line l where l.payroll_id = of_list
$$;

create function head(list payroll, act text, kind text) returns ledger.face_head language sql stable as $$
    select row('list/' || list.payroll_id || '/' || act, kind, public.house_today(), list.programme, list.commune_code, 'list', list.payroll_id, null, null)::ledger.face_head
$$;

-- A drafted list holds its money in the budget; thrown away, it gives it back.
create function hold_budget(list payroll) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    year integer := extract(year from list.month);
begin
    perform ledger.face_post(payments.head(list, 'drawn', 'list_drawn'),
            array_agg(ledger.face_account('free', list.programme, list.commune_code, year, r.source) order by r.source),
            array_agg(ledger.face_account('committed', list.programme, list.commune_code, year, r.source) order by r.source), array_agg(r.amount order by r.source))
       from ledger.face_reserve(list.programme, list.commune_code, year, payments.new_cost(list.payroll_id)) r
     having count(*) > 0;
end $$;

create function give_budget_back(list payroll, act text) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    year integer := extract(year from list.month);
begin
    perform ledger.face_post(payments.head(list, act, 'list_' || act),
            array_agg(ledger.face_account('committed', list.programme, list.commune_code, year, h.source) order by h.source),
            array_agg(ledger.face_account('free', list.programme, list.commune_code, year, h.source) order by h.source), array_agg(h.amount order by h.source))
       from ledger.face_held('list', list.payroll_id) h
     having count(*) > 0;
end $$;

-- Approved: what the budget held is used, and every line is owed to somebody.
create function owe(list payroll) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    year integer := extract(year from list.month);
    cost bigint := payments.new_cost(list.payroll_id);
    from_class text := 'committed';
    takes ledger.face_part[];
    payable integer := ledger.face_account('payable', list.programme, list.commune_code);
    costs integer := ledger.face_account('cost', list.programme, list.commune_code, year);
begin
    select array_agg(row(h.source, h.amount)::ledger.face_part order by h.source) into takes from ledger.face_held('list', list.payroll_id) h;
    if coalesce((select sum(t.amount) from unnest(takes) t), 0) <> cost
       or exists (select from unnest(takes) t where t.source = 'none') and exists (select from ledger.face_reserve(list.programme, list.commune_code, year, 1) r where r.source <> 'none') then
        -- Money came back, or was allotted, between the draft and the approval; or the list was drawn before budgets were kept.
        perform payments.give_budget_back(list, 'released');
        from_class := 'free';
        select array_agg(row(r.source, r.amount)::ledger.face_part order by r.source) into takes
          from ledger.face_reserve(list.programme, list.commune_code, year, cost) r;
    end if;
    perform ledger.face_post(payments.head(list, 'approved', 'list_approved'), array_agg(m.debit order by m.n, m.subject_id, m.for_month, m.debit),
            array_agg(m.credit order by m.n, m.subject_id, m.for_month, m.debit), array_agg(m.amount order by m.n, m.subject_id, m.for_month, m.debit),
            array_agg(m.subject_kind order by m.n, m.subject_id, m.for_month, m.debit), array_agg(m.subject_id order by m.n, m.subject_id, m.for_month, m.debit),
            array_agg(m.for_month order by m.n, m.subject_id, m.for_month, m.debit))
       from (
           select 0 as n, ledger.face_account(from_class, list.programme, list.commune_code, year, t.source) as debit,
                  ledger.face_account('used', list.programme, list.commune_code, year, t.source) as credit, t.amount, null::"char" as subject_kind, null::integer as subject_id,
                  null::date as for_month
             from unnest(takes) t
           union all
           select 1, coalesce(p.account_id, costs), payable, p.amount::bigint, p.subject_kind, p.subject_id, p.for_month
             from (with carried as materialized (select * from payments.carried_by(list.payroll_id)), spread as (
                       -- of each line first what was carried, oldest account first, then what it costs anew
                       select l.subject_kind, l.subject_id, l.for_month, c.account_id,
                              least(c.amount, l.amount - coalesce(sum(c.amount) over (partition by l.subject_kind, l.subject_id, l.for_month order by c.account_id
                                    rows between unbounded preceding and 1 preceding), 0)) as amount
                         from payments.line l join carried c using (subject_kind, subject_id, for_month) where l.payroll_id = list.payroll_id)
                   select s.* from spread s where s.amount > 0
                   union all
                   select l.subject_kind, l.subject_id, l.for_month, null, l.amount - coalesce(c.amount, 0)
                     from payments.line l
                     left join (select s.subject_kind, s.subject_id, s.for_month, sum(s.amount) as amount from spread s where s.amount > 0 group by 1, 2, 3) c
                       using (subject_kind, subject_id, for_month)
                    where l.payroll_id = list.payroll_id and l.amount > coalesce(c.amount, 0)) p) m;
end $$;

create function post_list() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    case tg_op
        when 'INSERT' then
            if exists (select from payroll p where p.payroll_id = new.payroll_id and p.state = 'draft') then
                perform payments.hold_budget(new);
            end if;
        when 'UPDATE' then
            perform payments.owe(new);
        else
            perform payments.give_budget_back(old, 'discarded');
    end case;
    return null;
end $$;
-- A list is drawn once all its lines are: that is at commit.
create constraint trigger drawn_list_holds_budget after insert on payroll deferrable initially deferred for each row execute function post_list();
create trigger approved_list_is_owed after update on payroll for each row when (old.state = 'draft' and new.state = 'approved') execute function post_list();
create trigger discarded_list_gives_back after delete on payroll for each row execute function post_list();

-- What became of lines of an approved list, all at once: those named (p12/2026-10-01/0), or every one that can still become it. What stands already is left out, so that
-- reporting twice is once; the answer is how many lines were reported now.
create function report_lines(of_list bigint, of_outcome text, on_day date, on_paper text, named text[] default null, excepted text[] default '{}') returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    list payments.payroll;
    reported bigint;
    number integer;
    sums bigint;
begin
    select * into list from payments.payroll p where p.payroll_id = of_list for update;
    perform payments.must_prepare(list.commune_code);
    if list.payroll_id is null or list.state <> 'approved' or on_day > public.house_today() or on_day < list.month - interval '2 months' then
        raise exception 'List % is not reported on for %.', of_list, on_day
            using errcode = 'AS010', constraint = 'report_of_an_approved_list', hint = 'Money is paid once a list is approved, on a day that has come.';
    end if;
    create temp table if not exists reported_line (like payments.outcome) on commit drop;
    truncate reported_line;
    select coalesce(max(r.nth), 0) + 1 into number from report r where r.payroll_id = of_list;
    insert into reported_line
    select l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, case when o.outcome is null then 0 else 1 end, of_outcome, of_list, number
      from line l
      left join outcome o on o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id and o.for_month = l.for_month
           and o.sequence = l.sequence and o.nth = 0
      cross join lateral (select l.subject_kind::text || l.subject_id::text || '/' || l.for_month || '/' || l.sequence as key) k
     where l.payroll_id = of_list and (named is null or k.key = any (named)) and k.key <> all (excepted)
       and (o.outcome is null or o.outcome = 'paid' and of_outcome = 'returned' and named is not null)
       and not exists (select from outcome b where b.programme = l.programme and b.subject_kind = l.subject_kind and b.subject_id = l.subject_id
            and b.for_month = l.for_month and b.sequence = l.sequence and b.nth = 1);
    select count(*), sum(l.amount) into reported, sums from reported_line r join line l using (programme, subject_kind, subject_id, for_month, sequence);
    if reported = 0 then
        return 0;
    end if;
    insert into report (payroll_id, nth, outcome, happened_on, document, lines, amount) values (of_list, number, of_outcome, on_day, on_paper, reported, sums);
    insert into outcome select * from reported_line;
    return reported;
end $$;

-- Every report posts: whoever is paid is owed no more; whoever did not come stays owed, on another account.
create function post_report() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    said record;
    list payments.payroll;
    head ledger.face_head;
begin
    for said in select distinct f.payroll_id, f.report from fresh f loop
        select * into list from payroll p where p.payroll_id = said.payroll_id;
        select 'list/' || list.payroll_id || '/report/' || r.nth, r.outcome, r.happened_on, list.programme, list.commune_code, 'list', list.payroll_id, r.document, null
          into head from report r where r.payroll_id = said.payroll_id and r.nth = said.report;
        perform ledger.face_post(head, array_agg(m.debit order by m.subject_id, m.for_month, m.sequence), array_agg(m.credit order by m.subject_id, m.for_month, m.sequence),
                array_agg(m.amount order by m.subject_id, m.for_month, m.sequence), array_agg(m.subject_kind order by m.subject_id, m.for_month, m.sequence),
                array_agg(m.subject_id order by m.subject_id, m.for_month, m.sequence), array_agg(m.for_month order by m.subject_id, m.for_month, m.sequence))
           from (with way as materialized (
                     select c.channel, ledger.face_account('payable', list.programme, list.commune_code) as payable,
                            ledger.face_account('carried', list.programme, list.commune_code) as carried,
                            ledger.face_account('provider', null, list.commune_code, null, null, c.channel) as provider
                       from (select distinct l.channel from line l where l.payroll_id = list.payroll_id) c)
                 select l.subject_kind, l.subject_id, l.for_month, l.sequence, l.amount, case when f.nth = 1 then w.provider else w.payable end as debit,
                        case when f.outcome = 'paid' then w.provider else w.carried end as credit
                   from fresh f join line l using (programme, subject_kind, subject_id, for_month, sequence) join way w on w.channel = l.channel
                  where f.payroll_id = said.payroll_id and f.report = said.report) m;
    end loop;
    return null;
end $$;
create trigger outcome_is_posted after insert on outcome referencing new table as fresh for each statement execute function post_report();

revoke all on function carried_by(bigint), new_cost(bigint), head(payroll, text, text), hold_budget(payroll), give_budget_back(payroll, text), owe(payroll),
    report_lines(bigint, text, date, text, text[], text[]) from public;
grant execute on function report_lines(bigint, text, date, text, text[], text[]) to ansinh_officer;

-- Lists of the time before there was a ledger.
select payments.hold_budget(p) from payroll p where p.state = 'draft' order by p.payroll_id;
select payments.owe(p) from payroll p where p.state = 'approved' order by p.payroll_id;
