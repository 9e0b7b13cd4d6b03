-- The office has one book of decisions: what a room above signs takes its number from it too.
create function face_next_number(commune text, of_year smallint) returns integer language sql volatile security definer set search_path = casework, pg_temp as $$
    select casework.next_number(commune, of_year)
$$;
revoke all on function face_next_number(text, smallint) from public;
