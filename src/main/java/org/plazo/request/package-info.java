/** The register: cooperation requests, their measures, deadlines and ledger. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "deadline", "export", "security"})
package org.plazo.request;

import org.jspecify.annotations.NullMarked;
