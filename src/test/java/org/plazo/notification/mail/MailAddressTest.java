package org.plazo.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"handler@agency.example", "a.b+c@mail.agency.example", "x@localhost"})
    void acceptsOnePlainAddress(String address) {
        assertThat(MailAddress.isUsable(address, Set.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "handler",
                "@agency.example",
                "a@b@c.example",
                "a b@agency.example",
                "a@agency.example,b@agency.example",
                "A <a@agency.example>",
                "a@agency.example\r\nBcc: b@agency.example",
                "ü@agency.example",
                "a@agency .example",
                "a@[127.0.0.1]",
                "\"a\"@agency.example"
            })
    void refusesEverythingElse(String address) {
        assertThat(MailAddress.isUsable(address, Set.of())).isFalse();
    }

    @Test
    void keepsToTheAllowedDomains() {
        assertThat(MailAddress.isUsable("a@AGENCY.example", Set.of("agency.example")))
                .isTrue();
        assertThat(MailAddress.isUsable("a@sub.agency.example", Set.of("agency.example")))
                .isFalse();
        assertThat(MailAddress.isUsable("a@agency.example.evil", Set.of("agency.example")))
                .isFalse();
    }
}
