package org.plazo.request.web.bulk;

import org.jspecify.annotations.Nullable;
import org.plazo.request.bulk.BulkCommand;
import org.plazo.request.web.filter.ListAddress;
import org.plazo.security.Actor;
import org.springframework.web.util.UriComponentsBuilder;

/** Where many requests get one command. */
public final class BulkAddress {

    static final String PATH = "/requests/bulk";

    private BulkAddress() {}

    /** The address of all requests that a list finds; null if the reader can do nothing with them. */
    public static @Nullable String of(ListAddress list, Actor reader) {
        return isFor(reader)
                ? UriComponentsBuilder.fromUriString(list.at(PATH).toString())
                        .queryParam("all", true)
                        .build()
                        .toUriString()
                : null;
    }

    /** Whether any of the commands is for somebody. */
    static boolean isFor(Actor reader) {
        return BulkCommand.COMMANDS.stream().anyMatch(command -> command.permits(reader));
    }
}
