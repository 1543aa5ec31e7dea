package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** A confidential request and those who may not know of it: to them it is like one that does not exist. */
@PlazoIT
class HiddenRequestIT {

    @Autowired
    private WebApplicationContext context;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
    }

    @Test
    void isUnknownByEveryAddress() {
        String reference = hidden("Dirección secreta");
        for (String path : List.of(
                "/requests/" + reference,
                "/requests/" + reference + "/diagram.bpmn",
                "/requests/" + reference + "/diagram.json",
                "/requests/" + reference + "/notifications",
                "/requests/" + reference + "/documents",
                "/api/requests/" + reference,
                "/api/requests/" + reference + "/events",
                "/api/requests/" + reference + "/deadlines",
                "/api/requests/" + reference + "/documents")) {
            for (String outsider : List.of("delegate", "admin")) {
                assertThat(api.as(outsider, path).status())
                        .as(outsider + " " + path)
                        .isEqualTo(404);
            }
            assertThat(api.as("auditor", path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void isInNoListAndNoCount() {
        String word = "zzoculto" + System.nanoTime();
        hidden(word);
        String list = "/api/requests?text=" + word;
        assertThat(api.get("delegate", list).body().path("total").asLong()).isZero();
        assertThat(api.get("delegate", list).body().path("items")).isEmpty();
        assertThat(api.get("auditor", list).body().path("total").asLong()).isEqualTo(1);
        assertThat(api.get("delegate", "/api/requests").body().path("total").asLong())
                .isLessThan(
                        api.get("auditor", "/api/requests").body().path("total").asLong());
    }

    @Test
    void takesNoCommandFromWhomItIsHidden() {
        String path = "/api/requests/" + hidden("Sin órdenes");
        assertThat(api.patch("delegate", path, "\"0\"", "{}").status()).isEqualTo(404);
        assertThat(api.post("handler", path + "/submission", "{}").status()).isEqualTo(200);
    }

    private String hidden(String label) {
        String reference = api.draft();
        Api.Answer changed = api.patch(
                "handler",
                "/api/requests/" + reference,
                "\"0\"",
                "{\"classification\":\"CONFIDENTIAL\",\"label\":\"" + label + "\"}");
        assertThat(changed.status()).isEqualTo(200);
        return reference;
    }
}
