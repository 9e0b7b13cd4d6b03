-- A commune's officer knows a household by its number within the commune: 00123 finds what the register calls 01477-00123.
create or replace function registry.search_words(folded text, born date, village text, code text, commune text) returns tsvector
language sql immutable parallel safe as $$
    select array_to_tsvector(array_remove(string_to_array(folded || ' ' || extract(year from born)::int::text || ' ' || coalesce(village, '')
        || ' ' || coalesce(code, '') || case when commune <> '' and starts_with(code, commune) then ' ' || substr(code, length(commune) + 1) else '' end
        || ' @' || coalesce(commune, '') || ' ~' || split_part(folded, ' ', 1) || '~' || split_part(folded, ' ', -1), ' '), ''))
$$;
update registry.person p
   set words = registry.search_words(p.folded, p.born, v.words, h.code_words, h.commune_code)
  from registry.household h left join registry.village_words v on v.village_id = h.village_id
 where h.id = p.household_id and starts_with(h.code_words, h.commune_code);
