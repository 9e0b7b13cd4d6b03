-- A sample that nobody chose: its seed is made by the database at the moment of drawing, everything there was to draw from is counted and kept as a digest, and every sample is
-- kept. Whoever doubts it draws again: the keys in the order of sha256(seed || '/' || key), as many as were asked for.
create table sample (
    sample_id    bigint      generated always as identity primary key,
    kind         text        not null check (kind in ('decisions', 'lines')),
    programme    text,                                   -- none: every programme
    commune_code text,                                   -- none: the whole area of whoever drew
    days         daterange   not null check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
    wanted       integer     not null,
    area         text[]      not null,                   -- what whoever drew could see
    seed         text        not null default replace(gen_random_uuid()::text, '-', ''),
    last_known   bigint      not null,                   -- the newest decision or list of then
    population   bigint      not null,
    digest       text        not null,                   -- sha256 of the keys of the population, in order
    once_key     text        not null unique,
    drawn_by     name        not null default current_setting('role'),
    drawn_at     timestamptz not null default public.house_now(),
    constraint sample_of_a_fair_size check (wanted between 1 and 200)
);

create table sampled (
    sample_id    bigint   not null references sample,
    nth          integer  not null,
    key          text     not null,
    decision_id  bigint,
    payroll_id   bigint,
    programme    text     not null,
    subject_kind "char"   not null,
    subject_id   integer  not null,
    for_month    date,
    amount       bigint   not null,
    commune_code text     not null,
    primary key (sample_id, nth),
    check (num_nonnulls(decision_id, payroll_id) = 1)
);

create function sample_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A sample is not changed: % of inspection.%.', lower(tg_op), tg_table_name
        using errcode = 'AS010', constraint = 'sample_stays', hint = 'Draw another one; both are kept.';
end $$;
create trigger sample_stays before update or delete or truncate on sample for each statement execute function sample_stays();
create trigger sampled_stays before update or delete or truncate on sampled for each statement execute function sample_stays();

alter table sample enable row level security;
alter table sample force row level security;
alter table sampled enable row level security;
alter table sampled force row level security;
create policy owner_works on sample to ansinh_owner using (true) with check (true);
create policy owner_works on sampled to ansinh_owner using (true) with check (true);
create policy own_area on sample for select to ansinh_officer using (area <@ ((select access.my_communes())::text[]));
create policy own_area on sampled for select to ansinh_officer using (exists (select from sample s where s.sample_id = sampled.sample_id));
create policy own_purpose on sample as restrictive for select to ansinh_officer using ((select access.reads_everything()));
create policy own_purpose on sampled as restrictive for select to ansinh_officer using ((select access.reads_everything()));
grant select on sample, sampled to ansinh_officer;

-- Everything there is to draw from, as it was when the newest decision or list was that one: what was signed or approved, and never changes.
create function population(of_kind text, of_programme text, of_area text[], of_days daterange, last_known bigint, as_of timestamptz)
returns table (key text, decision_id bigint, payroll_id bigint, programme text, subject_kind "char", subject_id integer, for_month date, amount bigint, commune_code text)
language sql stable security definer set search_path = inspection, pg_temp as $$
    select 'QD-' || d.decision_id, d.decision_id, null::bigint, d.programme, d.subject_kind, d.subject_id, null::date, d.amount, d.commune_code
      from casework.face_decision d
     where of_kind = 'decisions' and d.state = 'signed' and d.decision_id <= last_known and coalesce(d.signed_at, d.drafted_at) <= as_of and of_days @> d.signed_on
       and (of_programme is null or d.programme = of_programme) and d.commune_code = any (of_area)
    union all
    select l.payroll_id || '-' || upper(l.subject_kind::text) || l.subject_id || '-' || to_char(l.for_month, 'YYYYMM') || '-' || l.sequence, null, l.payroll_id, l.programme,
           l.subject_kind, l.subject_id, l.for_month, l.amount, l.commune_code
      from payments.face_line l
     where of_kind = 'lines' and l.approved and l.payroll_id <= last_known and l.approved_at <= as_of and of_days @> l.month
       and (of_programme is null or l.programme = of_programme) and l.commune_code = any (of_area)
$$;

create function draw(of_kind text, of_programme text, of_commune text, first_day date, last_day date, wanted integer, once_key text) returns bigint
language plpgsql security definer set search_path = inspection, pg_temp as $$
declare
    reach text[] := case when of_commune is null then access.my_communes() else array[of_commune] end;
    newest bigint;
    drawn sample;
begin
    if not access.has_role('inspector') then
        raise insufficient_privilege using constraint = 'sample_drawn_by_inspector', message = format('%s may not draw samples', current_setting('role')),
            hint = 'An inspector draws samples.';
    end if;
    if not reach <@ access.my_communes() then
        raise insufficient_privilege using constraint = 'sample_of_own_area', message = format('commune %s is not in your area', of_commune), hint = 'Draw within your area.';
    end if;
    select * into drawn from sample s where s.once_key = draw.once_key and s.drawn_by = current_setting('role')::name;
    if found then
        return drawn.sample_id;
    end if;
    if of_kind = 'decisions' then
        select coalesce(max(d.decision_id), 0) into newest from casework.face_decision d;
    else
        select coalesce(max(l.payroll_id), 0) into newest from payments.face_line l;
    end if;
    insert into sample (kind, programme, commune_code, days, wanted, area, last_known, population, digest, once_key)
    select of_kind, of_programme, of_commune, daterange(first_day, last_day, '[]'), draw.wanted, reach, newest, count(*),
           encode(sha256(convert_to(coalesce(string_agg(p.key, E'\n' order by p.key collate "C"), ''), 'UTF8')), 'hex'), draw.once_key
      from population(of_kind, of_programme, reach, daterange(first_day, last_day, '[]'), newest, public.house_now()) p
    returning * into drawn;
    if drawn.population = 0 then
        raise exception 'There is nothing to draw from.'
            using errcode = 'AS010', constraint = 'sample_of_something', hint = 'Choose a longer period, another programme or a larger area.';
    end if;
    insert into sampled (sample_id, nth, key, decision_id, payroll_id, programme, subject_kind, subject_id, for_month, amount, commune_code)
    select drawn.sample_id, q.* from again(drawn) q;
    return drawn.sample_id;
end $$;

-- The same draw once more: from the seed and from what there was then.
create function again(drawn sample)
returns table (nth bigint, key text, decision_id bigint, payroll_id bigint, programme text, subject_kind "char", subject_id integer, for_month date, amount bigint, commune_code text)
language sql stable security definer set search_path = inspection, pg_temp as $$
    select row_number() over (order by sha256(convert_to((drawn).seed || '/' || p.key, 'UTF8')), p.key collate "C"), p.*
      from population((drawn).kind, (drawn).programme, (drawn).area, (drawn).days, (drawn).last_known, (drawn).drawn_at) p
     order by 1 limit (drawn).wanted
$$;

-- Whether drawing again gives the same: the same population, and of it the same in the same order.
create function is_reproduced(of_sample bigint) returns boolean
language sql stable security definer set search_path = inspection, pg_temp as $$
    select s.area <@ access.my_communes() and access.reads_everything()
       and s.digest = (select encode(sha256(convert_to(coalesce(string_agg(p.key, E'\n' order by p.key collate "C"), ''), 'UTF8')), 'hex')
                         from population(s.kind, s.programme, s.area, s.days, s.last_known, s.drawn_at) p)
       and array(select d.key from sampled d where d.sample_id = s.sample_id order by d.nth) = array(select q.key from again(s) q order by q.nth)
      from sample s where s.sample_id = of_sample
$$;

revoke execute on all functions in schema inspection from public;
grant execute on function draw(text, text, text, date, date, integer, text), is_reproduced(bigint) to ansinh_officer;
