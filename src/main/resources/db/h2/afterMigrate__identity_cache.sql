-- H2 writes its file to disk each time that it reserves numbers for a column of ids, 32 by default: with many rows that
-- costs more than the rows. Runs at every start, on H2 only; PostgreSQL would give each connection numbers of its own.
alter table cooperation_request alter column id set cache 1000;
alter table deadline alter column id set cache 1000;
alter table clock_event alter column id set cache 1000;
alter table ledger_event alter column id set cache 1000;
alter table notification alter column id set cache 1000;
alter table escalation_step alter column id set cache 1000;
