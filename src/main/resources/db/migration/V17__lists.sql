-- Whatever a list is narrowed and ordered by stands in one index: counts are read from it alone, and lists find there the
-- ids of the page's rows. The wide rows are read for one page only.
create index cooperation_request_lists on cooperation_request
    (access_class, lifecycle, running_due_at, running_kind, running_promised_at, dispatched_at, direction, requested_authority, requesting_authority,
     crime_area, urgency, handler, outcome, reference, search_text, id);

-- H2 would take these for a filter and then read the wide rows
drop index cooperation_request_lifecycle;
drop index cooperation_request_requesting;
drop index cooperation_request_requested;
