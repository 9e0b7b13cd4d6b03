-- Where a programme stands in a commune, as sums. Told one by one, the months owed in a province are hundreds of thousands for one programme; so the sums of an account are
-- kept, and whatever they rest on overtakes them in its own transaction: a signature, a month paid before, a line drawn or thrown away, money that came back. A sum is
-- shown only while nothing has overtaken it; whatever has none is told one by one. So what is shown never differs from what it counts, whether anybody counts anew or not.
create table tally (
    account_id   bigint primary key,              -- determination.face_account: a newer account has a sum of its own
    open_lines   bigint not null,
    open         bigint not null,
    unverified   bigint not null,
    above_level  bigint not null,
    unknown      bigint not null,
    overpaid     bigint not null,
    counted_at   timestamptz not null default now()
);
create table tally_overtaken (account_id bigint not null);
create index tally_overtaken_idx on tally_overtaken (account_id);

alter table tally enable row level security;
alter table tally force row level security;
alter table tally_overtaken enable row level security;
alter table tally_overtaken force row level security;
create policy owner_counts on tally to ansinh_owner using (true) with check (true);
create policy owner_counts on tally_overtaken to ansinh_owner using (true) with check (true);

-- Whoever changes what sums of a programme rest on shares this key until the end of the transaction; whoever counts has it alone. So nobody counts past a change that is
-- not committed yet, and no change overlooks a sum that is being made.
create function tally_key(of_programme text) returns bigint language sql immutable as $$ select hashtextextended('tally ' || of_programme, 0) $$;

create function overtake_tallies(programmes text[], kinds "char"[], ids integer[]) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    changed record;
begin
    for changed in
        select s.programme, array_agg(s.kind) as kinds, array_agg(s.id) as ids from unnest(programmes, kinds, ids) s(programme, kind, id) group by s.programme order by 1
    loop
        perform pg_advisory_xact_lock_shared(payments.tally_key(changed.programme));
        insert into tally_overtaken
        select a.account_id
          from determination.face_accounts_of(changed.programme, changed.kinds, changed.ids) a
         where exists (select from tally t where t.account_id = a.account_id)
           and not exists (select from tally_overtaken o where o.account_id = a.account_id);
    end loop;
end $$;

select casework.face_follow_signatures('payments.overtake_tallies');
select registry.face_follow_fact(f.fact, 'payments.overtake_tallies') from (values ('person.paid_through'), ('household.paid_through')) f(fact);

create function lines_overtake() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.overtake_tallies(array_agg(c.programme), array_agg(c.subject_kind), array_agg(c.subject_id))
       from (select distinct l.programme, l.subject_kind, l.subject_id from changed l) c having count(*) > 0;
    return null;
end $$;
create trigger drawn_line_overtakes after insert on line referencing new table as changed for each statement execute function lines_overtake();
create trigger discarded_line_overtakes after delete on line referencing old table as changed for each statement execute function lines_overtake();

create function outcomes_overtake() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.overtake_tallies(array_agg(c.programme), array_agg(c.subject_kind), array_agg(c.subject_id))
       from (select distinct o.programme, o.subject_kind, o.subject_id from changed o where o.outcome <> 'paid') c having count(*) > 0;
    return null;
end $$;
create trigger came_back_overtakes after insert on outcome referencing new table as changed for each statement execute function outcomes_overtake();

-- One by one, everywhere: area and purpose are asked by whoever calls.
create function told(of_programme text, of_communes text[], of_through date)
returns table (account_id bigint, open_lines bigint, open bigint, unverified bigint, above_level bigint, unknown bigint, overpaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    select a.account_id, count(*) filter (where s.payable > s.listed), coalesce(sum(greatest(s.payable - s.listed, 0)), 0)::bigint,
           coalesce(sum(greatest(least(s.unverified, s.payable + s.unverified - s.listed), 0)), 0)::bigint, coalesce(sum(s.above_level), 0)::bigint,
           count(*) filter (where s.level_unknown > 0 or s.paid_unknown > 0 or s.missing <> ''),
           coalesce(sum(greatest(s.listed - s.payable - s.unverified, 0)), 0)::bigint
      from determination.face_account a
      left join payments.standing_anywhere(of_programme, of_communes, of_through) s on s.commune_code = a.commune_code
     where a.programme = of_programme and a.through = of_through and a.commune_code = any (of_communes)
     group by a.account_id
$$;

-- The newest accounts of some communes through a month (of one programme, or of every one), and their sums where nothing has overtaken them. Most programmes owe nobody in
-- a commune anything: of these there is nothing to count.
create function tallied(of_programme text, of_communes text[], of_through date)
returns table (programme text, commune_code text, made_at timestamptz, account_id bigint, counted boolean, sums tally)
language sql stable security definer set search_path = payments, pg_temp as $$
    select a.programme, a.commune_code, a.made_at, a.account_id, t.account_id is not null or a.subjects = 0, t
      from determination.face_account a
      left join tally t on t.account_id = a.account_id and not exists (select from tally_overtaken o where o.account_id = a.account_id)
     where a.through = of_through and (of_programme is null or a.programme = of_programme) and a.commune_code = any (of_communes)
$$;

-- Where programmes stand in the communes of one's area: one of them, or (null) every one that was worked out.
create function overview(of_programme text, of_through date)
returns table (programme text, commune_code text, made_at timestamptz, open_lines bigint, open bigint, unverified bigint, above_level bigint, unknown bigint,
    overpaid bigint)
language sql stable security definer set search_path = payments, pg_temp as $$
    with account as materialized (
        select x.* from payments.tallied(of_programme, array(select unnest(access.my_communes()) where access.sees_people()), of_through) x
    )
    select a.programme, a.commune_code, a.made_at, coalesce((a.sums).open_lines, 0), coalesce((a.sums).open, 0), coalesce((a.sums).unverified, 0),
           coalesce((a.sums).above_level, 0), coalesce((a.sums).unknown, 0), coalesce((a.sums).overpaid, 0)
      from account a where a.counted
    union all
    select a.programme, a.commune_code, a.made_at, t.open_lines, t.open, t.unverified, t.above_level, t.unknown, t.overpaid
      from (select x.programme, array_agg(x.commune_code) as communes from account x where not x.counted group by x.programme) q
      cross join lateral payments.told(q.programme, q.communes, of_through) t
      join account a on a.account_id = t.account_id
$$;

-- What is to be counted in one's area: programme by programme, commune by commune.
create function uncounted(of_programme text, of_commune text, of_through date) returns table (programme text, commune_code text)
language sql stable security definer set search_path = payments, pg_temp as $$
    select x.programme, x.commune_code
      from payments.tallied(of_programme, array(select m.code from unnest(access.my_communes()) m(code) where of_commune is null or m.code = of_commune), of_through) x
     where not x.counted
$$;

-- Counts what is not counted; whoever comes while somebody changes it leaves it to whoever comes next.
create function count_anew(of_programme text, of_commune text, of_through date) returns boolean
language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if not pg_try_advisory_xact_lock(payments.tally_key(of_programme)) then
        return false;
    end if;
    if not exists (select from payments.tallied(of_programme, array[of_commune], of_through) x where not x.counted) then
        return false;
    end if;
    delete from tally_overtaken o using payments.tallied(of_programme, array[of_commune], of_through) x where o.account_id = x.account_id;
    insert into tally (account_id, open_lines, open, unverified, above_level, unknown, overpaid)
    select t.* from payments.told(of_programme, array[of_commune], of_through) t
    on conflict (account_id) do update set (open_lines, open, unverified, above_level, unknown, overpaid, counted_at)
        = (excluded.open_lines, excluded.open, excluded.unverified, excluded.above_level, excluded.unknown, excluded.overpaid, now());
    return true;
end $$;

revoke all on function tally_key(text), overtake_tallies(text[], "char"[], integer[]), lines_overtake(), outcomes_overtake(), told(text, text[], date),
    tallied(text, text[], date), overview(text, date), uncounted(text, text, date), count_anew(text, text, date) from public;
grant execute on function overview(text, date), uncounted(text, text, date) to ansinh_officer;
grant execute on function uncounted(text, text, date), count_anew(text, text, date) to ansinh_worker;
