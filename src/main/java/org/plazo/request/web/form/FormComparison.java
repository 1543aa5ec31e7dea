package org.plazo.request.web.form;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.request.web.page.RequestFacts;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;

/** A form beside the request that it is to change, if there is one already. */
final class FormComparison {

    private final RequestForm form;
    private final @Nullable RequestDetails request;
    private final @Nullable RequestForm stored;
    private final boolean compared;
    private final RequestFacts facts;
    private final PageNames names;
    private final PageWords words;

    /**
     * @param request null for a new request
     * @param compared whether to show what the register has where the form says something else
     */
    FormComparison(
            RequestForm form,
            @Nullable RequestDetails request,
            boolean compared,
            RequestFacts facts,
            PageNames names,
            PageWords words) {
        this.form = form;
        this.request = request;
        this.stored = request == null ? null : RequestForm.of(request);
        this.compared = compared;
        this.facts = facts;
        this.names = names;
        this.words = words;
    }

    /** Whether something can only be read: nobody changes any more what stands on the paper once it is approved. */
    boolean isFixed(boolean onPaper) {
        return request != null && onPaper && !request.row().lifecycle().isPaperOpen();
    }

    /** What the register has in a field, in words; empty if nothing, or if there is no request yet. */
    String registered(RequestField field) {
        String value = stored == null ? "" : stored.value(field.apiName());
        return value.isEmpty() ? "" : facts.inWords(field, value);
    }

    /** The entries of a list as the register has them, in words. */
    List<String> registered(FormList list) {
        if (request == null) {
            return List.of();
        }
        return switch (list) {
            case MEASURES ->
                request.measures().stream()
                        .map(RequestDetails.MeasureLine::description)
                        .toList();
            case REFERENCES ->
                request.references().stream().map(facts::reference).toList();
            case SUBJECTS -> request.subjects().stream().map(facts::subject).toList();
        };
    }

    /** What the register has where that is not what stands in the field; else null. */
    @Nullable
    String now(String name) {
        if (!compared || stored == null || name.equals(RequestForm.REASON) || !form.differs(name, stored)) {
            return null;
        }
        RequestDetails present = Objects.requireNonNull(request);
        return orNothing(
                switch (name) {
                    case RequestForm.EARLIER -> String.join(", ", present.earlierRequests());
                    case RequestForm.CIRCLES ->
                        String.join(
                                ", ",
                                present.needToKnow().stream()
                                        .map(code -> names.name(CodeList.NEED_TO_KNOW, code))
                                        .toList());
                    default -> RequestField.of(name).map(this::registered).orElseGet(() -> stored.value(name));
                });
    }

    @Nullable
    String now(FormList list) {
        return compared && stored != null && form.differs(list, stored)
                ? orNothing(String.join("; ", registered(list)))
                : null;
    }

    private String orNothing(String text) {
        return text.isEmpty() ? words.of("request.ledger.nothing") : text;
    }
}
