package org.plazo.notification.mail;

import org.jspecify.annotations.Nullable;

/** What became of one attempt, as far as this side can tell. */
public sealed interface SendOutcome {

    /** The other side has taken it. */
    record Sent() implements SendOutcome {}

    /** For good: another attempt would end in the same way. */
    record Refused(int code, String text) implements SendOutcome {}

    /** Not now. {@code code} is the server's reply, or null if the conversation broke off before the mail was handed over. */
    record Deferred(@Nullable Integer code, String text) implements SendOutcome {}

    /** The channel itself does not work, so that no other mail would get through either. */
    record ChannelDown(@Nullable Integer code, String text) implements SendOutcome {}

    /** The whole mail was handed over, but no answer came: it may have been taken. */
    record Unknown(String text) implements SendOutcome {}
}
