package org.plazo.document.web;

import java.util.Locale;
import org.plazo.document.DocumentRefused;
import org.plazo.document.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refusals as HTTP and people know them. */
@Component
class RefusalWords {

    private final MessageSource messages;

    RefusalWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(DocumentRefused refused, Locale locale) {
        return messages.getMessage(
                "document.refused." + refused.refusal(), refused.values().toArray(), locale);
    }

    static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case QUOTA_USED_UP -> HttpStatus.TOO_MANY_REQUESTS;
            case TOO_MANY, ALREADY_THERE, ALREADY_WITHDRAWN, IN_QUARANTINE -> HttpStatus.CONFLICT;
            case WITHDRAWN -> HttpStatus.GONE;
            case DAMAGED -> HttpStatus.INTERNAL_SERVER_ERROR;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
