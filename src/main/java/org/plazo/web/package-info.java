/** What all pages share: the frame around them, the language, static files, errors. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"security"})
package org.plazo.web;

import org.jspecify.annotations.NullMarked;
