-- what an event of a clock says beside when it happened: until when a pause lasted that was entered when it was over
-- already; the category of a pause or the basis of an extension, and the reason; the dates before and after an extension,
-- or the date that was promised
alter table clock_event add column until_at timestamp with time zone;
alter table clock_event add column code varchar(40);
alter table clock_event add column reason varchar(2000);
alter table clock_event add column date_before date;
alter table clock_event add column date_after date;

-- how many days all extensions together may add; null: the policy does not say
alter table deadline add column max_extension_days int;

-- what the counterpart promised last, and how often it had promised an earlier date before
alter table deadline add column promised_on date;
alter table deadline add column promised_at timestamp with time zone;
alter table deadline add column slips int default 0 not null;

-- when the promise that counts now is broken; a request with a running_kind and without a running_due_at is paused
alter table cooperation_request add column running_promised_at timestamp with time zone;
create index cooperation_request_promised on cooperation_request (running_promised_at);
