-- "As known on a day" counts what was recorded on that day of the house: beside a decision that carries it, a recording stood on the machine's day.
do $$
declare
    it record;
begin
    for it in select pg_get_functiondef(p.oid) as of_function from pg_proc p
               where p.pronamespace = 'registry'::regnamespace and p.proname in ('open_recording', 'open_recordings') loop
        execute replace(it.of_function, 'clock_timestamp()', 'public.house_now()');
    end loop;
end $$;
