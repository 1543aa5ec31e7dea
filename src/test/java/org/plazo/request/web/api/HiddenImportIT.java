package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.security.Role;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;

/** Confidential rows and people who may not see them. */
@PlazoIT
class HiddenImportIT {

    private static final String HEADER = "externalId,kind,requestingAuthority,requestedAuthority,legalBasis,crimeArea,"
            + "label,measures,lifecycle,dispatchedAt,classification,handler\n";
    private static final String CODES =
            ",INFORMATION,AGR,DHS,MOU_2017,SMUGGLING,Importada,uno,AWAITING_RESPONSE,2026-01-05,";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SecretRequests secrets;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
        secrets.user("plainhandler", Role.HANDLER);
    }

    @Test
    void givesNobodyARequestThatHeMayNotSee() {
        Api.Answer refused = run("handler", "HID-1" + CODES + "CONFIDENTIAL,plainhandler\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/problems/0/column").asText()).isEqualTo("handler");
        assertThat(run("handler", "HID-2" + CODES + "ORDINARY,plainhandler\n").status())
                .isEqualTo(200);
    }

    @Test
    void leavesARequestToTheGroupIfItsImporterMayNotSeeIt() {
        Api.Answer stored = run("plainhandler", "HID-3" + CODES + "CONFIDENTIAL,\n");
        assertThat(stored.status()).isEqualTo(200);
        String path = "/api/requests/" + stored.body().at("/references/0").asText();
        assertThat(api.get("plainhandler", path).status()).isEqualTo(404);
        assertThat(api.get("auditor", path).body().get("handler").isNull()).isTrue();

        String own = run("plainhandler", "HID-4" + CODES + "ORDINARY,\n")
                .body()
                .at("/references/0")
                .asText();
        assertThat(api.get("auditor", "/api/requests/" + own).text("handler")).isEqualTo("plainhandler");
    }

    private Api.Answer run(String user, String rows) {
        return api.post(
                user,
                "/api/imports?dryRun=false",
                MediaType.parseMediaType("text/csv"),
                (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }
}
