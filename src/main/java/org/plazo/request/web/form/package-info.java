/** The form of a request, new or being edited. */
@NullMarked
package org.plazo.request.web.form;

import org.jspecify.annotations.NullMarked;
