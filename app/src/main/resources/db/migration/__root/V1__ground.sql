-- What every room may use: two extensions, and the day it is in the house.
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gist schema public;

-- The house day of the transaction, as the server's clock has it (a demonstration may stand on a fixed day); without a server, the day in Việt Nam.
create function house_today() returns date
    language sql stable parallel safe
    return coalesce(nullif(current_setting('ansinh.today', true), '')::date,
                    (now() at time zone 'Asia/Ho_Chi_Minh')::date);
