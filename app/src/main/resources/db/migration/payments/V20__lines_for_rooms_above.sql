-- Lines of lists for rooms above, with the key that tells each from every other and whether its list was approved.
create view face_line with (security_invoker = true) as
select l.payroll_id, p.month, l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence, l.amount, l.commune_code, p.state = 'approved' as approved, p.approved_at
  from line l join payroll p using (payroll_id);
grant select on face_line to ansinh_officer, ansinh_worker;
