-- Since when something is awaited that was asked back; null while nothing is.
alter table cooperation_request add column information_asked_at timestamp(6) with time zone;
