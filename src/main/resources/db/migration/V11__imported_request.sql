-- which requests came of which rows of an import
create table imported_request (
    import_id  bigint not null references import_job (id),
    -- where the row begins in the file
    line_no    bigint not null,
    request_id bigint not null references cooperation_request (id),
    primary key (import_id, line_no)
);
