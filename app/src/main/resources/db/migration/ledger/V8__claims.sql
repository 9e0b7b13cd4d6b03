-- What somebody must give back under a signed decision: a claim, until it is deducted, repaid, or no longer pursued.
insert into account_class values ('claim', 'money', 'debit', false);
alter table account drop constraint account_is_whole;
alter table account add constraint account_is_whole check (
    case when class in ('allotted', 'free', 'committed', 'used') then num_nulls(programme, commune_code, year, source) = 0 and num_nonnulls(provider, fund_id) = 0
         when class = 'cost' then num_nulls(programme, commune_code, year) = 0 and num_nonnulls(source, provider, fund_id) = 0
         when class in ('payable', 'carried', 'claim') then num_nulls(programme, commune_code) = 0 and num_nonnulls(year, source, provider, fund_id) = 0
         when class = 'provider' then num_nulls(commune_code, provider) = 0 and num_nonnulls(programme, year, source, fund_id) = 0
         when class = 'treasury' then commune_code is not null and num_nonnulls(programme, year, source, provider, fund_id) = 0
         else fund_id is not null and num_nonnulls(programme, year, source, provider) = 0 end);
