package org.plazo.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlazoIT
class UserDirectoryIT {

    @Autowired
    private UserDirectory users;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private JdbcClient jdbc;

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

    @Test
    void asksTheEngineOnceHoweverManyPeopleThereAre() {
        AtomicInteger calls = new AtomicInteger();
        IdentityService counting = (IdentityService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IdentityService.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("create")
                            || method.getName().equals("getUserInfo")) {
                        calls.incrementAndGet();
                    }
                    return method.invoke(identityService, arguments);
                });
        EngineUserDirectory directory = new EngineUserDirectory(new IdentityAccess(counting), jdbc);
        for (String id : List.of("directory1", "directory2", "directory3")) {
            identityService.saveUser(identityService.newUser(id));
            identityService.createMembership(id, Role.DELEGATION.group());
            identityService.setUserInfo(id, EngineUserDirectory.LANGUAGE, "en");
        }
        assertThat(directory.inRole(Role.DELEGATION))
                .filteredOn(user -> user.id().startsWith("directory"))
                .hasSize(3)
                .allSatisfy(user -> {
                    assertThat(user).isEqualTo(users.find(user.id()).orElseThrow());
                    assertThat(user.language()).isEqualTo(Locale.ENGLISH);
                });
        assertThat(calls).hasValue(1);
    }
}
