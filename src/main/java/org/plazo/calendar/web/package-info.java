@NullMarked
package org.plazo.calendar.web;

import org.jspecify.annotations.NullMarked;
