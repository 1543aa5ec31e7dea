package org.plazo.request.access;

import org.plazo.request.Authority;
import org.plazo.request.Parties;
import org.plazo.security.GroupDirectory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes a group for each authority of ours, so that an administrator can say who belongs to it. To belong to an authority
 * gives no right; it says whose tasks somebody has and who is told first when his authority is late.
 */
@Component
class AgencyGroups implements SmartInitializingSingleton {

    private final Parties parties;
    private final GroupDirectory groups;

    AgencyGroups(Parties parties, GroupDirectory groups) {
        this.parties = parties;
        this.groups = groups;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Authority authority : parties.authoritiesOf(parties.home())) {
            groups.ensure(
                    Authority.groupOf(authority.code()),
                    authority.name().en() + " / " + authority.name().es());
        }
    }
}
