/** The append-only history of a request, chained by hash and told in sentences. */
@NullMarked
package org.plazo.request.ledger;

import org.jspecify.annotations.NullMarked;
