/** What all pages say alike: names of codes, dates, and what is wrong with a field. */
@NullMarked
package org.plazo.request.web.words;

import org.jspecify.annotations.NullMarked;
