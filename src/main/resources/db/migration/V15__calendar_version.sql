-- The calendars in force, as they were read: a changed file counts only when somebody puts it in force. Rows are only added.
create table calendar_version (
    version     int primary key,
    -- over what the files of this version and the version before it say
    hash        varchar(64) not null,
    applied_at  timestamp with time zone not null,
    applied_by  varchar(64) not null,
    reason      varchar(1000),
    -- when the last deadline had followed
    finished_at timestamp with time zone
);
create table calendar_file (
    version int         not null references calendar_version (version),
    id      varchar(60) not null,
    content text        not null,
    primary key (version, id)
);

-- the calendars that a due date was computed with; its explanation is computed with the same
alter table deadline add column calendar_version int default 1 not null;
