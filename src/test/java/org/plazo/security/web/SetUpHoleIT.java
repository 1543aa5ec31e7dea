package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.plazo.security.Role;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In 7.24.0 anybody may make an administrator while camunda-admin has no member (CVE-2026-77226). Not here. */
@PlazoIT
class SetUpHoleIT {

    private static final String NEW_ADMIN = """
            {"profile":{"id":"intruder","firstName":"I","lastName":"I","email":""},
             "credentials":{"password":"Long-enough-4-all"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    @Test
    void refusesTheSetUpWithAnAdministrator() {
        refusesTheSetUp();
    }

    @Test
    void refusesTheSetUpWhileTheEnginesGroupIsEmpty() {
        List<User> members = members();
        assertThat(members).isNotEmpty();
        members.forEach(user -> identityService.deleteMembership(user.getId(), Role.ENGINE_ADMIN_GROUP));
        try {
            refusesTheSetUp();
            assertThat(members()).isEmpty();
        } finally {
            members.forEach(user -> identityService.createMembership(user.getId(), Role.ENGINE_ADMIN_GROUP));
        }
    }

    private void refusesTheSetUp() {
        for (String path : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/setup//default/user/create",
                "/camunda/api/admin/setup/default/user/create;x=y",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda//api/admin/setup/default/user/create")) {
            assertThat(WebClient.anonymous(port).postJson(path, NEW_ADMIN).statusCode())
                    .as(path)
                    .isIn(400, 401, 403);
            for (String user : List.of("handler", "admin")) {
                var browser = WebClient.loggedIn(port, user);
                assertThat(browser.webapp("POST", path, NEW_ADMIN).statusCode())
                        .as(path + " for " + user)
                        .isIn(400, 403);
                assertThat(browser.get("/camunda/app/admin/default/setup/").statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(identityService.createUserQuery().userId("intruder").count()).isZero();
    }

    private List<User> members() {
        return identityService
                .createUserQuery()
                .memberOfGroup(Role.ENGINE_ADMIN_GROUP)
                .list();
    }
}
