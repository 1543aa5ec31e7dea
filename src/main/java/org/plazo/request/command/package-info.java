/** What people do with a request. */
@NullMarked
package org.plazo.request.command;

import org.jspecify.annotations.NullMarked;
