-- The moment it is in the house, as the server's clock has it when the transaction begins; without a server, the database's.
create function house_now() returns timestamptz
    language sql stable parallel safe
    return coalesce(nullif(current_setting('ansinh.moment', true), '')::timestamptz, now());

-- A room whose moments stand beside days of the house (signed on, due on, released on) takes both from one clock: its defaults and functions ask for house_now() where
-- they asked for now().
create procedure keeps_house_time(room name) language plpgsql as $$
declare
    it record;
begin
    for it in select a.attrelid::regclass as of_table, a.attname as name from pg_attrdef d
                join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                join pg_class c on c.oid = d.adrelid
               where c.relnamespace = room::regnamespace and c.relname <> 'flyway_schema_history' and pg_get_expr(d.adbin, d.adrelid) = 'now()' loop
        execute format('alter table %s alter column %I set default public.house_now()', it.of_table, it.name);
    end loop;
    for it in select pg_get_functiondef(p.oid) as of_function from pg_proc p
               where p.pronamespace = room::regnamespace and p.prokind in ('f', 'p') and p.prosrc ~ '\mnow\(\)' loop
        execute regexp_replace(it.of_function, '(?<![_\w])now\(\)', 'public.house_now()', 'g');
    end loop;
end $$;
