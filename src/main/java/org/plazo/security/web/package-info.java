/** The one login of pages, API and Camunda webapps, and what each address demands. */
@NullMarked
package org.plazo.security.web;

import org.jspecify.annotations.NullMarked;
