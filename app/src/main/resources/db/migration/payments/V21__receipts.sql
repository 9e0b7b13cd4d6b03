-- A code for each beneficiary of an approved list, printed on the papers of that list: whoever holds the paper can ask without signing in whether its payment is real. Codes are
-- made at random by the database when a list is approved: nothing about a person leads to one. Eleven signs of 31 (no I, L, O, Q, U: they are misread) are more than fifty-four
-- bits; the twelfth tells a slip from a code that was never given.
create table receipt (
    code         text    primary key constraint receipt_code_is_whole check (code ~ '^[0-9A-HJKMNPRSTV-Z]{12}$'),
    payroll_id   bigint  not null references payroll,
    subject_kind "char"  not null,
    subject_id   integer not null,
    unique (payroll_id, subject_kind, subject_id)
);
alter table receipt enable row level security;
alter table receipt force row level security;
create policy owner_works on receipt to ansinh_owner using (true) with check (true);
create policy own_area on receipt for select to ansinh_officer using (exists (select from payroll p where p.payroll_id = receipt.payroll_id));
create policy own_purpose on receipt as restrictive for select to ansinh_officer using ((select access.sees_people()));
grant select on receipt to ansinh_officer;

create function receipt_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A receipt code is not changed: % of payments.receipt.', lower(tg_op)
        using errcode = 'AS010', constraint = 'receipt_stays', hint = 'It stands on paper already.';
end $$;
create trigger receipt_stays before update or delete or truncate on receipt for each statement execute function receipt_stays();

-- Weights one to twelve and a prime: a wrong sign, or two that changed places, never give a whole code.
create function new_receipt_code() returns text language plpgsql volatile set search_path = payments, pg_temp as $$
declare
    signs constant text := '0123456789ABCDEFGHJKMNPRSTVWXYZ';
    code text := '';
    total integer := 0;
    bytes bytea;
    drawn integer;
begin
    while length(code) < 11 loop
        bytes := uuid_send(gen_random_uuid());
        for place in 0 .. 15 loop
            drawn := get_byte(bytes, place);
            -- two bytes of a uuid are partly fixed; of 256 values the last eight would make some signs likelier
            if place not in (6, 8) and drawn < 248 and length(code) < 11 then
                code := code || substr(signs, drawn % 31 + 1, 1);
                total := total + length(code) * (drawn % 31);
            end if;
        end loop;
    end loop;
    return code || substr(signs, ((31 - total % 31) * 13) % 31 + 1, 1);   -- 12 times 13 is 1, counted by 31
end $$;

create function give_receipts(list bigint) returns void language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    loop
        insert into receipt (code, payroll_id, subject_kind, subject_id)
        select new_receipt_code(), list, b.subject_kind, b.subject_id
          from (select distinct l.subject_kind, l.subject_id from line l where l.payroll_id = list) b
         where not exists (select from receipt r where r.payroll_id = list and r.subject_kind = b.subject_kind and r.subject_id = b.subject_id)
        on conflict (code) do nothing;
        exit when not exists (select from line l where l.payroll_id = list
            and not exists (select from receipt r where r.payroll_id = list and r.subject_kind = l.subject_kind and r.subject_id = l.subject_id));
    end loop;
end $$;

create function approval_gives_receipts() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform give_receipts(new.payroll_id);
    return null;
end $$;
create trigger approval_gives_receipts after update of state on payroll for each row when (old.state = 'draft' and new.state = 'approved')
    execute function approval_gives_receipts();

do $$
begin
    perform payments.give_receipts(p.payroll_id) from payments.payroll p where p.state = 'approved';
end $$;

-- Wrong codes of one visitor, whose address enters only as a digest of the day; who guesses is answered no more for a while.
create table receipt_try (
    visitor text        not null,
    at      timestamptz not null default public.house_now()
);
create index receipt_try_idx on receipt_try (visitor, at);
alter table receipt_try enable row level security;
alter table receipt_try force row level security;
create policy owner_works on receipt_try to ansinh_owner using (true) with check (true);

-- N. T. Hoa: enough for whoever holds the paper, too little for whoever does not.
create function masked(name text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
    select coalesce(string_agg(case when w.nth = cardinality(x.words) then w.word else left(w.word, 1) || '.' end, ' ' order by w.nth), '')
      from (select regexp_split_to_array(btrim(masked.name), '\s+') as words) x, unnest(x.words) with ordinality w(word, nth)
$$;

-- Answers what stands on the paper, and nothing else. A programme whose name would tell is not named.
create function check_receipt(asked text, visitor text)
returns table (outcome text, programme text, name text, months date[], amount bigint, state text, day date)
language plpgsql volatile security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    found_one receipt;
    person integer;
begin
    delete from receipt_try t where t.at < public.house_now() - interval '1 day';
    if (select count(*) from receipt_try t where t.visitor = check_receipt.visitor and t.at > public.house_now() - interval '15 minutes') >= 10 then
        return query select 'too_many', null::text, null::text, null::date[], null::bigint, null::text, null::date;
        return;
    end if;
    select * into found_one from receipt r where r.code = asked;
    if not found then
        insert into receipt_try (visitor) values (check_receipt.visitor);
        perform access.face_receipt_checked(null, left(asked, 4) || '… unknown');
        return query select 'unknown', null::text, null::text, null::date[], null::bigint, null::text, null::date;
        return;
    end if;
    select case found_one.subject_kind when 'p' then found_one.subject_id else h.head_id end into person
      from (select 1) one left join registry.face_household h on found_one.subject_kind = 'h' and h.household_id = found_one.subject_id;
    perform access.face_receipt_checked(person, left(asked, 4) || '… found');
    return query
    select 'found', case when coalesce(g.hidden, true) then null else q.programme end, masked(p.name), q.months, q.amount,
           case when q.paid then 'paid' when q.back then 'back' when i.state in ('released', 'sent', 'accepted') then 'on_way' else 'approved' end,
           case when q.paid or q.back then q.day end
      from (select l.programme, array_agg(distinct l.for_month order by l.for_month) as months, sum(l.amount)::bigint as amount,
                   bool_and(o.outcome is not distinct from 'paid') as paid, bool_or(o.outcome in ('returned', 'not_collected')) as back, max(o.happened_on) as day
              from line l
              left join lateral (select u.outcome, e.happened_on from outcome u join report e on e.payroll_id = u.payroll_id and e.nth = u.report
                    where u.programme = l.programme and u.subject_kind = l.subject_kind and u.subject_id = l.subject_id and u.for_month = l.for_month and u.sequence = l.sequence
                    order by u.nth desc limit 1) o on true
             where l.payroll_id = found_one.payroll_id and l.subject_kind = found_one.subject_kind and l.subject_id = found_one.subject_id group by l.programme) q
      left join determination.face_programme g on g.programme = q.programme
      left join registry.face_person p on p.person_id = person
      left join instruction i on i.payroll_id = found_one.payroll_id and i.subject_kind = found_one.subject_kind and i.subject_id = found_one.subject_id;
end $$;

revoke execute on function new_receipt_code(), give_receipts(bigint), approval_gives_receipts(), masked(text), check_receipt(text, text), receipt_stays() from public;
grant execute on function check_receipt(text, text) to ansinh_doorkeeper;
