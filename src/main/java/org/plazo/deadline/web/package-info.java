@NullMarked
package org.plazo.deadline.web;

import org.jspecify.annotations.NullMarked;
