-- How the book is read: by officers of the area, who see people; everything else follows from these.

-- Accounts with what stood on them before a month, what that month moved, debit and credit. For one class, or (null) all of them.
create function balances(of_month date, of_class text, of_programme text, of_commune text)
returns table (account_id integer, class text, normal text, programme text, commune_code text, year smallint, source text, provider text, fund_id integer, before bigint,
    debit bigint, credit bigint)
language sql stable security definer set search_path = ledger, pg_temp as $$
    select a.account_id, a.class, k.normal, a.programme, a.commune_code, a.year, a.source, a.provider, a.fund_id,
           coalesce(sum(t.debit - t.credit) filter (where t.period < of_month), 0)::bigint, coalesce(sum(t.debit) filter (where t.period = of_month), 0)::bigint,
           coalesce(sum(t.credit) filter (where t.period = of_month), 0)::bigint
      from account a join account_class k using (class) join turnover t using (account_id)
     where t.period <= of_month and (of_class is null or a.class = of_class) and (of_programme is null or a.programme = of_programme)
       and (of_commune is null or a.commune_code = of_commune) and (select access.sees_people())
       and (a.commune_code = any ((select access.my_communes())::text[]) or a.commune_code is null and (select access.sees_province()))
     group by a.account_id, k.class
$$;

-- An account's entries of a month.
create function entries_of(of_account integer, of_month date)
returns table (entry_id bigint, kind text, on_day date, happened_on date, programme text, commune_code text, source_kind text, source_id bigint, document text,
    debit bigint, credit bigint)
language sql stable security definer set search_path = ledger, pg_temp as $$
    select e.entry_id, e.kind, e.on_day, e.happened_on, e.programme, e.commune_code, e.source_kind, e.source_id, e.document,
           coalesce(sum(m.amount) filter (where m.debit = of_account), 0)::bigint, coalesce(sum(m.amount) filter (where m.credit = of_account), 0)::bigint
      from account a
      join lateral (select x.entry_id, x.debit, x.credit, x.amount from movement x where x.debit = of_account
                    union all select x.entry_id, x.debit, x.credit, x.amount from movement x where x.credit = of_account) m on true
      join entry e on e.entry_id = m.entry_id
     where a.account_id = of_account and e.period = of_month and (select access.sees_people())
       and (a.commune_code = any ((select access.my_communes())::text[]) or a.commune_code is null and (select access.sees_province()))
     group by e.entry_id
$$;

-- The movements of an entry, summed by their two accounts; and one by one.
create function sums_of(of_entry bigint) returns table (debit integer, credit integer, lines bigint, amount bigint)
language sql stable security definer set search_path = ledger, pg_temp as $$
    select m.debit, m.credit, count(*), sum(m.amount)::bigint
      from entry e join movement m using (entry_id)
     where e.entry_id = of_entry and (select access.sees_people())
       and (e.commune_code = any ((select access.my_communes())::text[]) or e.commune_code is null and (select access.sees_province()))
     group by m.debit, m.credit
$$;
create function movements_of(of_entry bigint, of_offset integer, of_limit integer)
returns table (line integer, debit integer, credit integer, amount bigint, subject_kind "char", subject_id integer, for_month date)
language sql stable security definer set search_path = ledger, pg_temp as $$
    select m.line, m.debit, m.credit, m.amount, m.subject_kind, m.subject_id, m.for_month
      from entry e join movement m using (entry_id)
     where e.entry_id = of_entry and (select access.sees_people())
       and (e.commune_code = any ((select access.my_communes())::text[]) or e.commune_code is null and (select access.sees_province()))
     order by m.line offset of_offset limit of_limit
$$;

-- A month is closed once it is over and those before it are; afterwards nothing is posted into it, and its sums stay.
create function close_period(of_month date) returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    earlier date;
begin
    perform ledger.must(access.has_role('provincial_approver') and access.sees_province(), 'period_closed_by_approver',
        format('%s may not close a period', access.my_role()), 'A provincial approver closes periods.');
    perform pg_advisory_xact_lock(hashtextextended('ledger period', 0));
    if exists (select from closed_period c where c.month = of_month) then
        return;
    end if;
    if of_month + interval '1 month' > public.house_today() then
        raise exception 'The month % is not over.', of_month
            using errcode = 'AS010', constraint = 'period_is_over', detail = to_char(of_month, 'MM/YYYY'), hint = 'Close a month once it has ended.';
    end if;
    select min(e.period) into earlier from entry e where e.period < of_month and not exists (select from closed_period c where c.month = e.period);
    if earlier is not null then
        raise exception 'The month % is still open.', earlier
            using errcode = 'AS010', constraint = 'periods_close_in_order', detail = to_char(earlier, 'MM/YYYY'), hint = 'Close the earlier month first.';
    end if;
    insert into closed_period (month, closed_by) values (of_month, access.my_role());
end $$;

revoke all on function balances(date, text, text, text), entries_of(integer, date), sums_of(bigint), movements_of(bigint, integer, integer), close_period(date) from public;
grant execute on function balances(date, text, text, text), entries_of(integer, date), sums_of(bigint), movements_of(bigint, integer, integer), close_period(date)
    to ansinh_officer;
