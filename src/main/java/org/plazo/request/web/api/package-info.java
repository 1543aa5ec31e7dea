/** The API of the register: its operations, their bodies and their problems. */
@NullMarked
package org.plazo.request.web.api;

import org.jspecify.annotations.NullMarked;
