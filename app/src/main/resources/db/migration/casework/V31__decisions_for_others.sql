-- Decisions whose money somebody else receives than whose right it is: few, and asked for whenever a list is drawn.
create index decision_for_others on casework.decision (programme, subject_kind, subject_id)
 where state = 'signed' and payee_kind not in ('beneficiary', 'household_head') and kind = 'grant';
