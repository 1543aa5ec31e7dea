package org.plazo.workflow.change;

import org.plazo.support.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnPostgres.class)
class PolicyChangeOnPostgresIT extends PolicyChangeIT {

    /** Only H2 counts its statements itself. */
    @Override
    void asksTheDatabaseNoMoreWhenThereAreMoreDeadlines() {}
}
