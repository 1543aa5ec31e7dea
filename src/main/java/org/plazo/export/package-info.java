/** Lists as files to take away, and the record of who took which. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "security")
package org.plazo.export;

import org.jspecify.annotations.NullMarked;
