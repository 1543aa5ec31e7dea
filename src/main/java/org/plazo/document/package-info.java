/** The files that belong to a request: taken in, kept unchanged, shown to whom they may be shown. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"request", "security", "calendar"})
package org.plazo.document;

import org.jspecify.annotations.NullMarked;
