-- The signed list of a pay day, scanned or photographed: kept as papers of files are (ADR 73), whole or not at all, and for good. Once the day is closed nothing is added.
create table cash_paper (
    cash_paper_id bigint      generated always as identity primary key,
    cash_day_id   bigint      not null references cash_day,
    given_name    text        not null check (btrim(given_name) <> '' and length(given_name) <= 200),
    content_type  text        not null check (content_type in ('image/jpeg', 'image/png', 'image/heic', 'application/pdf')),
    size_bytes    integer     not null check (size_bytes > 0),
    digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),
    attached_at   timestamptz not null default public.house_now(),
    attached_by   name        not null default current_user,
    constraint cash_paper_once unique (cash_day_id, digest)
);
create table cash_paper_part (
    cash_paper_id bigint   not null references cash_paper,
    part          smallint not null check (part >= 0),
    bytes         bytea    not null check (length(bytes) > 0),
    primary key (cash_paper_id, part)
);

create function guard_cash_paper() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if tg_table_name = 'cash_paper' then
        perform from cash_day d where d.cash_day_id = new.cash_day_id and d.closed_by is null for update;
        if not found then
            raise exception 'Pay day % is closed.', new.cash_day_id using errcode = 'AS010', constraint = 'cash_day_is_closed', hint = 'Its papers stay as they are.';
        end if;
        new.attached_at := public.house_now();
        new.attached_by := access.my_role();
    elsif not exists (select from cash_paper p where p.cash_paper_id = new.cash_paper_id and p.xmin = pg_current_xact_id()::xid) then
        raise exception 'A paper that was attached stays as it is.' using errcode = 'AS010', constraint = 'cash_paper_stays', hint = 'Attach another one.';
    end if;
    return new;
end $$;
create trigger cash_paper_guarded before insert on cash_paper for each row execute function guard_cash_paper();
create trigger cash_paper_part_guarded before insert on cash_paper_part for each row execute function guard_cash_paper();

create function prove_cash_paper() returns trigger language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    if not exists (select from (select sum(length(p.bytes)) as size, encode(sha256(string_agg(p.bytes, ''::bytea order by p.part)), 'hex') as digest
                                  from cash_paper_part p where p.cash_paper_id = new.cash_paper_id) kept
                    where kept.size = new.size_bytes and kept.digest = new.digest) then
        raise check_violation using constraint = 'cash_paper_is_whole', message = 'The bytes that were kept are not those that were attached.';
    end if;
    return null;
end $$;
create constraint trigger cash_paper_proved after insert on cash_paper deferrable initially deferred for each row execute function prove_cash_paper();

create function cash_paper_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A paper that was attached stays as it is: % of payments.%.', lower(tg_op), tg_table_name
        using errcode = 'AS010', constraint = 'cash_paper_stays', hint = 'Attach another one.';
end $$;
create trigger cash_paper_kept before update or delete or truncate on cash_paper for each statement execute function cash_paper_stays();
create trigger cash_paper_part_kept before update or delete or truncate on cash_paper_part for each statement execute function cash_paper_stays();

alter table cash_paper enable row level security;
alter table cash_paper force row level security;
alter table cash_paper_part enable row level security;
alter table cash_paper_part force row level security;
create policy owner_works on cash_paper to ansinh_owner using (true) with check (true);
create policy owner_works on cash_paper_part to ansinh_owner using (true) with check (true);
create policy of_days_seen on cash_paper for select to ansinh_officer using (exists (select from cash_day d where d.cash_day_id = cash_paper.cash_day_id));
create policy of_days_worked on cash_paper for insert to ansinh_officer with check (exists (select from cash_day d where d.cash_day_id = cash_paper.cash_day_id)
    and (select access.has_one_of('paying_officer', 'commune_officer', 'commune_chair')));
create policy inspectors_attach_nothing on cash_paper as restrictive for insert to ansinh_officer with check ((select access.may_write()));
create policy of_papers_seen on cash_paper_part for select to ansinh_officer using (exists (select from cash_paper p where p.cash_paper_id = cash_paper_part.cash_paper_id));
create policy of_own_papers on cash_paper_part for insert to ansinh_officer
    with check (exists (select from cash_paper p where p.cash_paper_id = cash_paper_part.cash_paper_id and p.attached_by = current_user));
create policy inspectors_attach_nothing on cash_paper_part as restrictive for insert to ansinh_officer with check ((select access.may_write()));
grant select, insert on cash_paper, cash_paper_part to ansinh_officer;
revoke execute on function guard_cash_paper(), prove_cash_paper(), cash_paper_stays() from public;
