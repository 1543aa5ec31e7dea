package org.plazo.security.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Fills the identity tables at start, before the web server accepts its first request. Each part may run again. */
@Component
class IdentitySetUp implements SmartInitializingSingleton {

    private final Groups groups;
    private final ObjectProvider<DemoUsers> demoUsers;
    private final FirstAdministrator firstAdministrator;

    IdentitySetUp(Groups groups, ObjectProvider<DemoUsers> demoUsers, FirstAdministrator firstAdministrator) {
        this.groups = groups;
        this.demoUsers = demoUsers;
        this.firstAdministrator = firstAdministrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        groups.make();
        demoUsers.ifAvailable(DemoUsers::make);
        firstAdministrator.makeIfMissing();
    }
}
