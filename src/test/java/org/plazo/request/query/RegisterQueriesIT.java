package org.plazo.request.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.plazo.request.Drafts;
import org.plazo.request.LedgerAction;
import org.plazo.request.LedgerEntry;
import org.plazo.request.Lifecycle;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterPage;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestNotFound;
import org.plazo.request.Timeliness;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

@PlazoIT
class RegisterQueriesIT {

    @Autowired
    private RequestCommands commands;

    @Autowired
    private RegisterQueries register;

    @Test
    void showsARequestWithItsMeasuresAndWhatFits() {
        String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        RequestDetails details = register.details(reference);
        assertThat(details.measures())
                .extracting(RequestDetails.MeasureLine::position, RequestDetails.MeasureLine::description)
                .containsExactly(tuple(1, "Registro de un contenedor"), tuple(2, "Copia del manifiesto"));
        assertThat(details.fittingCommands())
                .containsExactly(RequestCommand.SUBMISSION, RequestCommand.ASSIGNMENT, RequestCommand.WITHDRAWAL);
        assertThat(details.row().timeliness()).isEqualTo(Timeliness.NO_DEADLINE);
        assertThat(details.classification()).isEqualTo("ORDINARY");
    }

    @Test
    void tellsWhatHappenedInBothLanguages() {
        String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        commands.withdraw(reference, "Ya no hace falta", Drafts.HANDLER);
        assertThat(register.events(reference))
                .extracting(LedgerEntry::action)
                .containsExactly(
                        LedgerAction.CREATED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.WITHDRAWN);
        LedgerEntry last = register.events(reference).get(3);
        assertThat(last.sentence().es())
                .startsWith("test-handler retiró la solicitud el ")
                .endsWith(" (de «borrador» a «retirada»). Motivo: Ya no hace falta");
        assertThat(last.sentence().en())
                .startsWith("test-handler withdrew the request on ")
                .endsWith(" (from \"draft\" to \"withdrawn\"). Reason: Ya no hace falta");
    }

    @Test
    void listsWithEveryFilter() {
        commands.create(Drafts.routine(), Drafts.HANDLER);
        for (Timeliness timeliness : Timeliness.values()) {
            register.list(new RegisterFilter(Lifecycle.DRAFT, timeliness, "DHS"), 0, 50);
        }
        RegisterPage drafts =
                register.list(new RegisterFilter(Lifecycle.DRAFT, Timeliness.NO_DEADLINE, "MININT"), 0, 1);
        assertThat(drafts.items()).hasSize(1);
        assertThat(drafts.total()).isPositive();
        assertThat(register.counts(RegisterFilter.OPEN).byTimeliness()).containsOnlyKeys(Timeliness.values());
        assertThat(register.byLifecycle(RegisterFilter.ALL)).containsOnlyKeys(Lifecycle.values());
    }

    @Test
    void knowsNoOtherReference() {
        assertThatThrownBy(() -> register.details("CU-OUT-1999-0001")).isInstanceOf(RequestNotFound.class);
        assertThatThrownBy(() -> register.events("CU-OUT-1999-0001")).isInstanceOf(RequestNotFound.class);
        assertThatThrownBy(() -> register.deadlines("CU-OUT-1999-0001")).isInstanceOf(RequestNotFound.class);
    }
}
