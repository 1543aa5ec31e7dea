/** The pages of those who look after the register as a whole: its ledger and its calendars. */
@NullMarked
package org.plazo.request.web.upkeep;

import org.jspecify.annotations.NullMarked;
