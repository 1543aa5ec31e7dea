/** The pages of many requests: the start page with its charts, the list, and their files. */
@NullMarked
package org.plazo.request.web.list;

import org.jspecify.annotations.NullMarked;
