-- When a request of the other side reached us: the start of all its clocks.
alter table cooperation_request add column received_at timestamp(6) with time zone;
