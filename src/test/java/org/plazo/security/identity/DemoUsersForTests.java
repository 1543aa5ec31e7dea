package org.plazo.security.identity;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Gives every integration test the users of the demo: handler, handler2, reviewer, manager, head, delegate, admin, auditor,
 * and agency and agencymanager of the customs.
 */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class DemoUsersForTests {

    @Bean
    DemoUsers demoUsers(IdentityAccess identity, Groups groups, ProcessEngine engine) {
        return new DemoUsers(identity, groups, engine);
    }
}
