-- A request ages from its dispatch or its receipt; lists and counts read both from the index.
drop index cooperation_request_lists;
create index cooperation_request_lists on cooperation_request
    (access_class, lifecycle, running_due_at, running_kind, running_promised_at, dispatched_at, received_at, direction, requested_authority,
     requesting_authority, crime_area, urgency, handler, outcome, reference, search_text, id);
