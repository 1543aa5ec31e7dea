/** The pure computation: no framework, no database, no engine, no present time. */
@NullMarked
package org.plazo.deadline.reckoning;

import org.jspecify.annotations.NullMarked;
