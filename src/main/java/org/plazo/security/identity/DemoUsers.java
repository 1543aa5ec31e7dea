package org.plazo.security.identity;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.plazo.security.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * One user for each role, and two more of the customs, whose password is his name. They exist in the demo alone. Their
 * groups are those of the shipped {@code config/parties.yaml}: the delegate and the administrator see no confidential
 * request.
 */
@Component
@Profile("demo")
class DemoUsers {

    private static final List<DemoUser> ALL = List.of(
            new DemoUser("handler", Role.HANDLER, "es", List.of("confidential")),
            new DemoUser("handler2", Role.HANDLER, "en", List.of()),
            new DemoUser("reviewer", Role.REVIEWER, "en", List.of("confidential")),
            new DemoUser("manager", Role.MANAGER, "es", List.of("confidential")),
            new DemoUser("agency", Role.HANDLER, "es", List.of("agencyagr")),
            new DemoUser("agencymanager", Role.MANAGER, "es", List.of("agencyagr")),
            new DemoUser("head", Role.HEAD, "es", List.of("confidential", "counterterrorism")),
            new DemoUser("delegate", Role.DELEGATION, "en", List.of()),
            new DemoUser("admin", Role.ADMIN, "en", List.of()),
            new DemoUser("auditor", Role.AUDITOR, "es", List.of("confidential", "counterterrorism")));

    private final IdentityAccess identity;
    private final Groups groups;
    private final ProcessEngineConfiguration configuration;

    DemoUsers(IdentityAccess identity, Groups groups, ProcessEngine engine) {
        this.identity = identity;
        this.groups = groups;
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
        demo.groups().forEach(group -> {
            groups.ensure(group, group);
            identity.join(demo.id(), group);
        });
    }

    private record DemoUser(String id, Role role, String language, List<String> groups) {}
}
