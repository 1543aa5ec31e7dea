-- What administrators decided about changed time limits and ladders. The tables themselves are the engine's, every version of
-- them; each deadline bears the versions that it follows. Rows are only added.
create table policy_application (
    number      int primary key,
    -- over what the changed files said, and what was in force
    hash        varchar(64)              not null,
    -- the versions in force since then
    time_limits int                      not null,
    ladder      int                      not null,
    -- whether running deadlines follow them, or only those that begin then
    running     boolean                  not null,
    applied_at  timestamp with time zone not null,
    applied_by  varchar(64)              not null,
    reason      varchar(1000)            not null,
    -- when the last deadline had followed
    finished_at timestamp with time zone
);
