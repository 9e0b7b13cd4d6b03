-- Payees and channels that came by file and were accepted by a second officer.
create or replace function take_over(brought_by name)
returns table (line integer, outcome text, before text)
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    acting name := access.my_role();
begin
    if acting <> 'ansinh_worker' then
        perform payments.must(access.has_role('commune_chair') or access.has_role('provincial_approver'), 'taken_over_by_authority',
            format('%s may not take over payees', acting), 'A commune chair or a provincial approver accepts the file.');
        perform payments.must(brought_by is distinct from acting, 'taken_over_by_two',
            format('%s brought these payees and may not accept them', acting), 'Another officer accepts the file.');
    end if;
    create temp table if not exists judged_payee (line integer, outcome text, before text) on commit drop;
    truncate judged_payee;
    insert into judged_payee select j.line, j.outcome, j.before from judge_arrivals() j;
    -- the days before stay with whoever received then; this first, for no two may stand for one day
    update payee y set days = daterange(lower(y.days), a.from_day)
      from arrived_payee a join judged_payee j on j.line = a.line
     where j.outcome = 'follows' and (y.programme, y.subject_kind, y.subject_id) = (a.programme, a.subject_kind, a.subject_id) and y.days && daterange(a.from_day, a.until);
    update payee y set holder = coalesce(y.holder, a.holder), bank = coalesce(y.bank, (payments.bank_of(a.bank)).code)
      from arrived_payee a join judged_payee j on j.line = a.line
     where j.outcome = 'completed' and (y.programme, y.subject_kind, y.subject_id) = (a.programme, a.subject_kind, a.subject_id) and y.days @> daterange(a.from_day, a.until);
    insert into payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, holder, days, source)
    select a.programme, a.subject_kind, a.subject_id, a.payee_id, a.channel, a.bank, a.account, a.holder, daterange(a.from_day, a.until), a.source
      from arrived_payee a join judged_payee j on j.line = a.line where j.outcome in ('taken', 'follows');
    return query select j.line, j.outcome, j.before from judged_payee j order by j.line;
end $$;

-- Entered from now on: a bank that is there, and written as the list writes it. Rows that stood before are not asked.
create or replace function payee_account_is_sound() returns trigger
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    named payments.bank;
begin
    if new.account is null then
        return new;
    end if;
    named := payments.bank_of(new.bank);
    if new.channel = 'e_account' then
        new.bank := payments.latin(new.bank);
        if not exists (select from payments.face_e_provider p where p.code = new.bank) then
            raise exception 'There is no contract with %.', coalesce(new.bank, '(nobody)')
                using errcode = 'AS010', constraint = 'e_account_of_a_contracted_provider', detail = coalesce(new.bank, '–'),
                hint = 'A provincial approver enters the contract on the page of dispatches.';
        end if;
    elsif named.code is null or named.gone or (named.bin is null and named.bic is null) then
        raise exception 'No bank of the list is called %.', coalesce(new.bank, '(nothing)')
            using errcode = 'AS010', constraint = case when named.gone then 'account_of_a_bank_that_is_gone' else 'account_names_a_bank' end,
                detail = coalesce(new.bank, '–'),
                hint = 'Name the bank by its code, its number at NAPAS or its name.';
    end if;
    if not payments.is_account(new.account) then
        raise exception 'The number % is none of an account.', new.account
            using errcode = 'AS010', constraint = 'account_is_letters_and_figures', detail = new.account, hint = 'Six to thirty-four capitals and figures, nothing between them.';
    end if;
    if new.channel = 'bank_account' then
        new.bank := named.code;
    end if;
    return new;
end $$;
