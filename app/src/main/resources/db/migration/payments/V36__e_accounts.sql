-- Electronic accounts: a wallet, or the social security account in VNeID, as a way of paying of its own beside cash, bank and post. Whoever keeps them is one with whom the office has
-- a contract (the law asks for one with whoever pays out); each gets a list of its own accounts and nobody else's, and answers in it (ADR 80).
create table e_provider (
    nth      integer     generated always as identity primary key,
    code     text        not null check (code ~ '^[A-Z0-9]+( [A-Z0-9]+)*$' and length(code) <= 30),    -- its name as payments.LatinName writes it
    name     text        not null check (name = btrim(name) and name <> ''),
    contract text        not null check (length(btrim(contract)) between 3 and 200),
    open     boolean     not null,                                                                      -- false: the contract has ended
    set_by   name        not null default current_setting('role'),
    set_at   timestamptz not null default public.house_now()
);
create index e_provider_code_idx on e_provider (code, nth desc);
alter table e_provider enable row level security;
alter table e_provider force row level security;
create policy owner_works on e_provider to ansinh_owner using (true) with check (true);
create policy everybody_reads on e_provider for select to ansinh_officer, ansinh_worker using (true);
grant select on e_provider to ansinh_officer, ansinh_worker;
create trigger e_provider_stays before update or delete on e_provider for each row execute function released_stays();
create trigger e_provider_is_never_emptied before truncate on e_provider for each statement execute function released_stays();

-- With whom there is a contract today: what was set last for each holds.
create view face_e_provider with (security_invoker = true) as
select p.code, p.name, p.contract, p.set_by, p.set_at from (select distinct on (x.code) x.* from e_provider x order by x.code, x.nth desc) p where p.open;
grant select on face_e_provider to ansinh_officer, ansinh_worker;

create function set_e_provider(called text, by_contract text, is_open boolean) returns void language plpgsql security definer set search_path = payments, pg_temp as $$
begin
    perform payments.must(access.has_role('provincial_approver') and access.sees_province(), 'e_provider_set_by_approver',
        format('%s may not set who keeps electronic accounts', current_setting('role')), 'A provincial approver of the whole province sets it.');
    if not is_open and not exists (select from face_e_provider f where f.code = payments.latin(called)) then
        return;
    end if;
    insert into e_provider (code, name, contract, open, set_by) values (payments.latin(called), btrim(called), btrim(by_contract), is_open, current_setting('role')::name);
end $$;

alter table payee drop constraint payee_channel_check;
alter table payee add constraint payee_channel_is_known check (channel in ('cash', 'bank_account', 'post', 'e_account'));
alter table payee drop constraint payee_check;
alter table payee add constraint payee_has_account_where_it_is_paid_into_one check ((channel in ('bank_account', 'e_account')) = (account is not null));
alter table dispatch drop constraint dispatch_channel_check;
alter table dispatch add constraint dispatch_channel_is_known check (channel in ('cash', 'bank_account', 'post', 'e_account'));

do $$
declare
    it text := pg_get_functiondef('payments.payee_account_is_sound()'::regprocedure);
begin
    assert position('named := payments.bank_of(new.bank);
    if named.code is null' in it) > 0 and position('new.bank := named.code;' in it) > 0, 'accounts are looked at in other words than this step knows';
    it := replace(it, 'named := payments.bank_of(new.bank);
    if named.code is null', 'named := payments.bank_of(new.bank);
    if new.channel = ''e_account'' then
        new.bank := payments.latin(new.bank);
        if not exists (select from payments.face_e_provider p where p.code = new.bank) then
            raise exception ''There is no contract with %.'', coalesce(new.bank, ''(nobody)'')
                using errcode = ''AS010'', constraint = ''e_account_of_a_contracted_provider'', detail = coalesce(new.bank, ''–''), hint = ''A provincial approver enters the contract on the page of dispatches.'';
        end if;
    elsif named.code is null');
    execute replace(it, 'new.bank := named.code;', 'if new.channel = ''bank_account'' then
        new.bank := named.code;
    end if;');

    -- a known electronic account is compared by its provider's own word
    it := pg_get_functiondef('payments.judge_arrivals()'::regprocedure);
    assert position('coalesce((payments.bank_of(y.bank)).code, y.bank)' in it) > 0 and position('coalesce((payments.bank_of(a.bank)).code, a.bank)' in it) > 0,
        'payees are judged in other words than this step knows';
    it := replace(it, 'coalesce((payments.bank_of(y.bank)).code, y.bank)', 'case when y.channel = ''e_account'' then payments.latin(y.bank) else coalesce((payments.bank_of(y.bank)).code, y.bank) end');
    execute replace(it, 'coalesce((payments.bank_of(a.bank)).code, a.bank)', 'case when a.channel = ''e_account'' then payments.latin(a.bank) else coalesce((payments.bank_of(a.bank)).code, a.bank) end');

    -- banks are looked up for accounts at banks; a provider without a contract is grave
    it := pg_get_functiondef('payments.warnings_anywhere(bigint)'::regprocedure);
    assert position('min(l.holder) as holder,' in it) > 0 and position('from who w where w.account is not null) k' in it) > 0
        and position('where k.account is not null and (b.code' in it) > 0 and position('where k.account is not null and b.gone' in it) > 0 and position('
    union all
    select ''staff''' in it) > 0, 'warnings are found in other words than this step knows';
    it := replace(it, 'min(l.holder) as holder,', 'min(l.holder) as holder, min(l.channel) as channel,');
    it := replace(it, 'from who w where w.account is not null) k', 'from who w where w.channel = ''bank_account'') k');
    it := replace(it, 'where k.account is not null and (b.code', 'where k.channel = ''bank_account'' and (b.code');
    it := replace(it, 'where k.account is not null and b.gone', 'where k.channel = ''bank_account'' and b.gone');
    execute replace(it, '
    union all
    select ''staff''', '
    union all
    select ''provider_ended'', true, k.subject_kind, k.subject_id, k.name, coalesce(k.bank, ''–'') from known k
     where k.channel = ''e_account'' and not exists (select from face_e_provider p where p.code = k.bank)
    union all
    select ''staff''');

    -- a file holds the accounts of one provider and of nobody else
    it := pg_get_functiondef('payments.release_dispatch(bigint,integer)'::regprocedure);
    assert position('from (select x.key, (row_number() over (order by x.commune_code, x.payroll_id, x.subject_kind, x.subject_id) - 1) / per_file + 1 as nth from instruction x where x.dispatch_id = id) n' in it) > 0,
        'files are parted in other words than this step knows';
    execute replace(it, 'from (select x.key, (row_number() over (order by x.commune_code, x.payroll_id, x.subject_kind, x.subject_id) - 1) / per_file + 1 as nth from instruction x where x.dispatch_id = id) n',
        'from (select x.key, dense_rank() over (order by x.part, x.chunk) as nth
               from (select y.key, p.part, (row_number() over (partition by p.part order by y.commune_code, y.payroll_id, y.subject_kind, y.subject_id) - 1) / per_file as chunk
                       from instruction y cross join lateral (select case when sent.channel = ''e_account'' then y.bank else '''' end as part) p where y.dispatch_id = id) x) n');

    -- whoever keeps electronic accounts may still pay, as a bank may
    it := pg_get_functiondef('payments.report_lines(bigint,text,date,text,text[],text[])'::regprocedure);
    assert position('d.channel = ''bank_account''' in it) > 0, 'what officers report is taken in other words than this step knows';
    execute replace(it, 'd.channel = ''bank_account''', 'd.channel in (''bank_account'', ''e_account'')');

    it := pg_get_functiondef('payments.with_providers()'::regprocedure);
    assert position('(''post'')) h(channel)' in it) > 0, 'providers are told in other words than this step knows';
    execute replace(it, '(''post'')) h(channel)', '(''post''), (''e_account'')) h(channel)');
end $$;

revoke all on function set_e_provider(text, text, boolean) from public;
grant execute on function set_e_provider(text, text, boolean) to ansinh_officer;
