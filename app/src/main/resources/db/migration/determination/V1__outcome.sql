-- What the law gave, when it was asked: one run a month and knowledge, one outcome per subject and programme that is met, undetermined or already decided.
-- Not-met outcomes are not stored: they are the rest, and the single determination of a person explains them.
create table run (
    run_id       bigint generated always as identity primary key,
    month        date        not null check (extract(day from month) = 1),
    known_at     bigint      not null,
    pack_hash    text        not null,
    asked_by     text        not null default current_user,
    state        text        not null default 'running' check (state in ('running', 'finished', 'failed')),
    started_at   timestamptz not null default now(),
    finished_at  timestamptz,
    people       integer     not null default 0,
    households   integer     not null default 0,
    trouble      text
);
create index run_month_idx on run (month, run_id) where state = 'finished';

create table outcome (
    run_id       bigint  not null,
    programme    text    not null,
    subject_kind "char"  not null check (subject_kind in ('p', 'h')),
    subject_id   integer not null,
    answer       "char"  not null check (answer in ('m', 'n', 'u')),   -- met, not met (but decided), undetermined
    amount       bigint  not null,                                     -- level of the month by the law, đồng
    floor        bigint  not null,                                     -- what is certain even if undetermined, đồng
    owed         bigint  not null,                                     -- what signed decisions owe for the month (or quarter ending in it), đồng
    if_signed    bigint  not null,                                     -- what would be owed for it, were a decision signed on the run's day, đồng
    provisions   text    not null,                                     -- ids, comma between
    missing      text    not null,                                     -- fact ids to ask, comma between
    unverified   boolean not null,                                     -- rests on law that no jurist has released
    decided      boolean not null,                                     -- a signed decision covers the month
    payee_kind   text    not null,
    payee_id     integer,
    household_id integer,
    village_id   integer,
    commune_code text    not null
) partition by list (run_id);

-- The newest finished run of each month: what pages, lists and reports read.
create view face_latest_run with (security_invoker = true) as
select distinct on (month) run_id, month, known_at, pack_hash, asked_by, started_at, finished_at, people, households
  from run where state = 'finished' order by month, run_id desc;

create view face_outcome with (security_invoker = true) as
select r.month, o.* from outcome o join face_latest_run r using (run_id);

-- How many outcomes of a run there are of each sort, counted once when it closes: a run never changes, and the first page of a province would otherwise count a
-- million rows for whoever opens it.
create table outcome_tally (
    run_id       bigint  not null references run,
    programme    text    not null,
    commune_code text    not null,
    answer       "char"  not null,
    decided      boolean not null,
    number       integer not null,
    owed         bigint  not null,
    primary key (run_id, programme, commune_code, answer, decided)
);

create view face_outcome_tally with (security_invoker = true) as
select r.month, o.* from outcome_tally o join face_latest_run r using (run_id);
