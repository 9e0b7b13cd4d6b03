-- What stands on an account, for rooms above; an account that nobody has posted to has nothing, and is not opened by being asked for.
create function face_found(of_class text, of_programme text, of_commune text, of_year integer default null, of_source text default null, of_provider text default null,
    of_fund integer default null) returns integer language sql stable security definer set search_path = ledger, pg_temp as $$
    select a.account_id from account a
     where a.class = of_class and a.programme is not distinct from of_programme and a.commune_code is not distinct from of_commune and a.year is not distinct from of_year
       and a.source is not distinct from of_source and a.provider is not distinct from of_provider and a.fund_id is not distinct from of_fund
$$;
create function face_balance(of_account integer) returns bigint language sql stable security definer set search_path = ledger, pg_temp as $$
    select coalesce((select sum(case k.normal when 'debit' then t.debit - t.credit else t.credit - t.debit end)
                       from turnover t join account a using (account_id) join account_class k using (class) where t.account_id = of_account), 0)::bigint
$$;
revoke all on function face_found(text, text, text, integer, text, text, integer), face_balance(integer) from public;
