package org.plazo.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

@PlazoIT
class UserDirectoryIT {

    @Autowired
    private UserDirectory users;

    @Autowired
    private IdentityService identityService;

    @Test
    void knowsNameMailLanguageAndRoles() {
        UserProfile reviewer = users.find("reviewer").orElseThrow();
        assertThat(reviewer.displayName()).isEqualTo("Demo reviewer");
        assertThat(reviewer.email()).isEqualTo("reviewer@demo.example");
        assertThat(reviewer.language()).isEqualTo(Locale.ENGLISH);
        assertThat(reviewer.roles()).containsExactly(Role.REVIEWER);
        assertThat(users.find("handler").orElseThrow().language()).isEqualTo(Locale.forLanguageTag("es"));
        assertThat(users.find("nobody")).isEmpty();
    }

    @Test
    void seesEverybodyAlsoWhileAHandlerIsWorkingInTheEngine() {
        identityService.setAuthentication("handler", List.of("handler"));
        try {
            assertThat(users.inRole(Role.MANAGER)).extracting(UserProfile::id).contains("manager");
            assertThat(identityService.getCurrentAuthentication().getUserId()).isEqualTo("handler");
        } finally {
            identityService.clearAuthentication();
        }
    }

    @Test
    void findsAdministratorsOnceAlthoughTheyAreInTwoGroups() {
        assertThat(users.inRole(Role.ADMIN)).extracting(UserProfile::id).containsOnlyOnce("admin");
    }
}
