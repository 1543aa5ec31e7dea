-- when a postponement is to be reviewed; null unless the clock is paused by one
alter table deadline add column review_on date;
alter table deadline add column review_at timestamp(6) with time zone;

alter table clock_event alter column type set data type varchar(20);
