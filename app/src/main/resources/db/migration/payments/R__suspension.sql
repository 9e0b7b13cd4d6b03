-- One officer drafts, with the ground that the law gives; another signs.
create or replace function draft_suspension(of_programme text, kind "char", id integer, of_commune text, of_handling text, why text) returns bigint
language plpgsql security definer set search_path = payments, pg_temp as $$
#variable_conflict use_column
declare
    made bigint;
begin
    perform payments.must_be_area_of_recovery(of_commune);
    perform payments.must(access.has_role('paying_officer') or access.has_role('commune_officer'), 'suspension_drafted_by_officer',
        format('%s may not draft a suspension', current_setting('role')), 'Paying officers and commune officers draft suspensions.');
    perform payments.must(exists (select from casework.face_decision d where d.state = 'signed' and d.kind = 'grant' and d.programme = of_programme
            and d.subject_kind = draft_suspension.kind and d.subject_id = draft_suspension.id
            and (d.commune_code = of_commune or exists (select from payments.transfer t where t.programme = of_programme and t.subject_kind = draft_suspension.kind
                 and t.subject_id = draft_suspension.id and t.to_commune = of_commune and t.state = 'received'))), 'suspension_of_a_decision',
        format('%s %s has no decision in %s', kind, id, of_commune), 'Only what was decided is suspended.');
    insert into suspension (programme, subject_kind, subject_id, commune_code, handling, cause, drafted_by)
    values (of_programme, draft_suspension.kind, draft_suspension.id, of_commune, of_handling, why, current_setting('role')::name) returning suspension_id into made;
    return made;
end $$;
