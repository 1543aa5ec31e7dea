package org.plazo.request.web.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plazo.export.ExportFile;
import org.plazo.export.ExportedList;
import org.plazo.export.Exports;
import org.plazo.request.Parties;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RegisterRow;
import org.plazo.request.RegisterSort;
import org.plazo.request.ledger.ExportedRestricted;
import org.plazo.security.CurrentActor;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes files of the register's lists, and sees to it that the ledgers of restricted requests tell of them. */
@Component
public class RegisterExport {

    private static final String LIST = "requests";

    private final RegisterQueries register;
    private final Exports exports;
    private final ExportedRestricted restricted;
    private final Parties parties;
    private final CurrentActor actor;

    RegisterExport(
            RegisterQueries register,
            Exports exports,
            ExportedRestricted restricted,
            Parties parties,
            CurrentActor actor) {
        this.register = register;
        this.exports = exports;
        this.restricted = restricted;
        this.parties = parties;
        this.actor = actor;
    }

    /** @param parameters those of the list; its page and size do not matter */
    public ResponseEntity<InputStreamResource> answer(
            Map<String, String> parameters,
            char separator,
            List<String> header,
            Function<RegisterRow, List<@Nullable Object>> cells) {
        FilterParameters given = new FilterParameters(parameters, parties);
        RegisterFilter filter = given.filter();
        RegisterSort sort = given.sort();
        List<Long> closelyHeld = new ArrayList<>();
        ExportFile file = exports.make(
                new ExportedList(
                        LIST,
                        ListAddress.of("", parameters).query(),
                        separator,
                        header,
                        taker -> register.each(filter, sort, row -> {
                            if (row.restricted()) {
                                closelyHeld.add(row.id());
                            }
                            taker.accept(cells.apply(row));
                        })),
                actor.get(),
                parties.home().zone());
        try {
            restricted.enter(closelyHeld, file.number(), actor.get());
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
        return file.answer();
    }
}
