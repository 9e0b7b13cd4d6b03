-- Whose payment rests, and why. Nothing is lost: what is owed stands beside the list and comes with the next one by itself when the cause is gone.
--   suspended   by a decision
--   told_dead   a village head or a funeral claim told of a death that the register does not know; when it is recorded, the law says what is still due and what was paid too much
--   no_payee    the law pays somebody else than whose right it is (a school, a facility, whoever cares or buries), and nobody has stated who that is: never into the hands of the
--               pupil, the resident or the dead
create or replace view resting as
select s.programme, s.subject_kind, s.subject_id, 'suspended' as cause from suspended s
union all
select distinct d.programme, d.subject_kind, d.subject_id, 'told_dead'
  from registry.face_told_dead z join casework.face_decision d on d.subject_kind = 'p' and d.subject_id = z.person_id
 where z.open and d.state = 'signed' and d.kind = 'grant'
   and not exists (select from suspended s where s.programme = d.programme and s.subject_kind = d.subject_kind and s.subject_id = d.subject_id)
union all
select distinct d.programme, d.subject_kind, d.subject_id, 'no_payee'
  from casework.face_decision d
 where d.state = 'signed' and d.payee_kind not in ('beneficiary', 'household_head') and d.kind = 'grant'
   and not exists (select from payee y where y.programme = d.programme and y.subject_kind = d.subject_kind::text and y.subject_id = d.subject_id
        and (upper_inf(y.days) or upper(y.days) > public.house_today()))
   and not exists (select from suspended s where s.programme = d.programme and s.subject_kind = d.subject_kind and s.subject_id = d.subject_id)
   and not exists (select from registry.face_told_dead z where z.open and d.subject_kind = 'p' and z.person_id = d.subject_id);
