/** Users, roles and the one login shared by pages, API and Camunda webapps. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.plazo.security;

import org.jspecify.annotations.NullMarked;
