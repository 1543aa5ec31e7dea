package org.plazo.request.command;

import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** The register. Whoever wants to change a request locks its row first, so that commands come one after the other. */
interface CooperationRequests extends Repository<CooperationRequest, Long> {

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<CooperationRequest> findByReference(String reference);

    CooperationRequest save(CooperationRequest request);
}
