/** What a mail says and how it leaves the house: the templates' model, SMTP, files. */
@NullMarked
package org.plazo.notification.mail;

import org.jspecify.annotations.NullMarked;
