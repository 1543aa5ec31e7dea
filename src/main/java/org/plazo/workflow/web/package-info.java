/** Where a request stands in its diagram. */
@NullMarked
package org.plazo.workflow.web;

import org.jspecify.annotations.NullMarked;
