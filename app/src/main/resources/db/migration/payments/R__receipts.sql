-- A code for each on a list who has none yet. Who lacks one is known before the first code is written: asked code by code it would read, for each, all that were written so far.
create or replace function give_receipts(list bigint) returns void
language plpgsql security definer set search_path = payments, pg_temp as $$
declare
    given bigint;
begin
    loop
        insert into receipt (code, payroll_id, subject_kind, subject_id)
        select new_receipt_code(), list, b.subject_kind, b.subject_id
          from (select l.subject_kind, l.subject_id from line l where l.payroll_id = list
                except select r.subject_kind, r.subject_id from receipt r where r.payroll_id = list) b
            on conflict (code) do nothing;
        get diagnostics given = row_count;
        exit when given = 0;    -- whoever drew a code that was given before is still without
    end loop;
end $$;
