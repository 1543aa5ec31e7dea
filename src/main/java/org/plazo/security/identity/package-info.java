/** The user store: users and groups in the engine's identity tables, and who is made at the first start. */
@NullMarked
package org.plazo.security.identity;

import org.jspecify.annotations.NullMarked;
