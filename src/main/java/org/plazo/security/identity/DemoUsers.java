package org.plazo.security.identity;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.plazo.security.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One user for each role, whose password is his name. They exist in the demo alone. */
@Component
@Profile("demo")
class DemoUsers {

    private static final List<DemoUser> ALL = List.of(
            new DemoUser("handler", Role.HANDLER, "es"),
            new DemoUser("reviewer", Role.REVIEWER, "en"),
            new DemoUser("manager", Role.MANAGER, "es"),
            new DemoUser("head", Role.HEAD, "es"),
            new DemoUser("delegate", Role.DELEGATION, "en"),
            new DemoUser("admin", Role.ADMIN, "en"),
            new DemoUser("auditor", Role.AUDITOR, "es"));

    private final IdentityAccess identity;
    private final ProcessEngineConfiguration configuration;

    DemoUsers(IdentityAccess identity, ProcessEngine engine) {
        this.identity = identity;
        this.configuration = engine.getProcessEngineConfiguration();
    }

    /** Makes those that are missing. The password policy is switched off for that moment only. */
    void make() {
        boolean policy = configuration.isEnablePasswordPolicy();
        configuration.setEnablePasswordPolicy(false);
        try {
            ALL.forEach(this::make);
        } finally {
            configuration.setEnablePasswordPolicy(policy);
        }
    }

    private void make(DemoUser demo) {
        if (identity.user(demo.id()).isPresent()) {
            return;
        }
        identity.call(service -> {
            User user = service.newUser(demo.id());
            user.setFirstName("Demo");
            user.setLastName(demo.id());
            user.setEmail(demo.id() + "@demo.example");
            user.setPassword(demo.id());
            service.saveUser(user);
            service.setUserInfo(demo.id(), EngineUserDirectory.LANGUAGE, demo.language());
            return user;
        });
        identity.give(demo.id(), demo.role());
    }

    private record DemoUser(String id, Role role, String language) {}
}
