/** What each group may do in the engine, and the filters that everybody finds in the Tasklist. */
@NullMarked
package org.plazo.security.grants;

import org.jspecify.annotations.NullMarked;
