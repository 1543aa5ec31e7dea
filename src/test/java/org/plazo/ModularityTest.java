package org.plazo;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The module graph is declared in each feature's {@code package-info.java}. */
class ModularityTest {

    @Test
    void featuresDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(PlazoApplication.class).verify();
    }
}
