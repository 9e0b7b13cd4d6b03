-- What rooms above may ask of the book before they post.
create type face_part as (source text, amount bigint);

-- The balance of accounts, credit less debit.
create function credit_of(of_account integer) returns bigint language sql stable security definer set search_path = ledger, pg_temp as $$
    select coalesce(sum(t.credit - t.debit), 0)::bigint from turnover t where t.account_id = of_account
$$;

-- Which budgets an amount is taken from: those with money left, in the order in which they were opened. What none of them covers is taken from no budget ('none'): it is
-- shown as overspent until an allotment covers it, and nobody's right waits for that.
create function face_reserve(of_programme text, of_commune text, of_year integer, wanted bigint) returns setof face_part
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'budget', of_programme, of_commune, of_year), 0));
    return query
    with open as (
        select a.account_id, a.source, ledger.credit_of(a.account_id) as free
          from account a
         where a.class = 'free' and a.programme = of_programme and a.commune_code = of_commune and a.year = of_year and a.source <> 'none'
    ), taken as (
        select o.source, least(o.free, wanted - coalesce(sum(o.free) over (order by o.account_id rows between unbounded preceding and 1 preceding), 0))::bigint as amount
          from open o where o.free > 0
    )
    select t.source, t.amount from taken t where t.amount > 0
    union all
    select 'none', r.rest from (select wanted - coalesce(sum(t.amount), 0)::bigint as rest from taken t where t.amount > 0) r where r.rest > 0;
end $$;

-- What a source still holds in the budgets: of a list, what it was drawn with.
create function face_held(of_kind text, of_id bigint) returns setof face_part
language sql stable security definer set search_path = ledger, pg_temp as $$
    select a.source, sum(case when m.credit = a.account_id then m.amount else -m.amount end)::bigint
      from entry e join movement m using (entry_id) join account a on a.account_id in (m.debit, m.credit)
     where e.source_kind = of_kind and e.source_id = of_id and a.class = 'committed' and m.subject_id is null
     group by a.source having sum(case when m.credit = a.account_id then m.amount else -m.amount end) > 0
$$;

-- Money that came back and is still owed to these, month by month.
create function face_carried(of_programme text, kinds "char"[], ids integer[], months date[])
returns table (subject_kind "char", subject_id integer, for_month date, account_id integer, amount bigint)
language sql stable security definer set search_path = ledger, pg_temp as $$
    select m.subject_kind, m.subject_id, m.for_month, a.account_id, sum(case when m.credit = a.account_id then m.amount else -m.amount end)::bigint
      from unnest(kinds, ids, months) u(kind, id, month)
      join movement m on m.subject_id = u.id and m.subject_kind = u.kind and m.for_month = u.month
      join account a on a.account_id in (m.debit, m.credit) and a.class = 'carried' and a.programme = of_programme
     group by 1, 2, 3, 4 having sum(case when m.credit = a.account_id then m.amount else -m.amount end) > 0
$$;
revoke all on function credit_of(integer), face_reserve(text, text, integer, bigint), face_held(text, bigint), face_carried(text, "char"[], integer[], date[]) from public;
