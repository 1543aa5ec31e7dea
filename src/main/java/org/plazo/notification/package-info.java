/** Who is told what, once: outbox, digest, mail. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"request", "deadline", "calendar", "export", "security"})
package org.plazo.notification;

import org.jspecify.annotations.NullMarked;
