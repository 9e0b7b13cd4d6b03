-- Which accounts say what somebody is owed: for rooms above that keep sums of them.
create index owed_subject_idx on owed (subject_id, subject_kind, account_id);

create function face_accounts_of(of_programme text, kinds "char"[], ids integer[]) returns table (account_id bigint)
language sql stable security definer set search_path = determination, pg_temp as $$
    select distinct o.account_id
      from unnest(kinds, ids) s(kind, id)
      join owed o on o.subject_id = s.id and o.subject_kind = s.kind
      join account a on a.account_id = o.account_id
     where a.programme = of_programme
$$;
revoke execute on function face_accounts_of(text, "char"[], integer[]) from public;
