/** The pages of the outbox, and the part of a request's page that says who was told. */
@NullMarked
package org.plazo.notification.web;

import org.jspecify.annotations.NullMarked;
