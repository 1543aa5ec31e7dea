-- A request of the other side shows, of all of ours that run, the deadline that is due first; at the same instant the
-- acknowledgement comes before the admissibility, and that before the response. Where none runs the row stays as it is.
update cooperation_request
   set running_kind = (select kind from deadline where request_id = cooperation_request.id and state = 'RUNNING'
                       order by due_at, kind fetch first 1 row only),
       running_due_on = (select due_on from deadline where request_id = cooperation_request.id and state = 'RUNNING'
                         order by due_at, kind fetch first 1 row only),
       running_due_at = (select due_at from deadline where request_id = cooperation_request.id and state = 'RUNNING'
                         order by due_at, kind fetch first 1 row only),
       running_promised_at = (select promised_at from deadline where request_id = cooperation_request.id and state = 'RUNNING'
                              order by due_at, kind fetch first 1 row only)
 where direction = 'INCOMING'
   and exists (select 1 from deadline where request_id = cooperation_request.id and state = 'RUNNING');
