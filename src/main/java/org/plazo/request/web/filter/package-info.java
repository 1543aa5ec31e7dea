/** What a list of the register is narrowed to, its address, and the file of it. */
@NullMarked
package org.plazo.request.web.filter;

import org.jspecify.annotations.NullMarked;
