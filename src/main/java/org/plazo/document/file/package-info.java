/** What a file must be like, and the directory that holds the files. */
@NullMarked
package org.plazo.document.file;

import org.jspecify.annotations.NullMarked;
