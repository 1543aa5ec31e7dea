-- how many people a step that was taken was told; null: before this was counted. 0 is work for somebody: none of the people
-- concerned may know of the request
alter table escalation_step add column told int;

-- A seal over the ledger, made every day: over the seal before it and the heads of all chains that have grown since then.
-- The same line stands in a file outside of the database. The table of V5 was never used.
drop table ledger_anchor;
create table ledger_anchor (
    number  bigint primary key,
    made_at timestamp with time zone not null,
    heads   bigint                   not null,
    hash    varchar(64)              not null
);

-- The last entry of each chain that a seal covers. Without foreign keys: what was deleted is what is looked for.
create table ledger_anchor_head (
    anchor       bigint      not null,
    request_id   bigint      not null,
    seq          int         not null,
    hash         varchar(64) not null,
    -- who may know of the request, and its name, in case the request itself is gone
    access_class int         not null,
    reference    varchar(60) not null,
    primary key (request_id, seq)
);
create index ledger_anchor_head_anchor on ledger_anchor_head (anchor, request_id);
create index escalation_step_told on escalation_step (told);
