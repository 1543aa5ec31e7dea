/** What holds for every address of the register; its pages and its API are in the packages below. */
@NullMarked
package org.plazo.request.web;

import org.jspecify.annotations.NullMarked;
