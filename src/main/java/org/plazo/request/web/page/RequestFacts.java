package org.plazo.request.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.Direction;
import org.plazo.request.FurtherReference;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Parties;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.request.RequestField.Part;
import org.plazo.request.RequestSubject;
import org.plazo.request.web.page.RequestPageView.Fact;
import org.plazo.request.web.page.RequestPageView.Group;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageWords;

/** The description of a request line by line and part by part, in the reader's words; what has no value is left out. */
public final class RequestFacts {

    private final Parties parties;
    private final PageFormats formats;
    private final PageWords words;
    private final List<Fact> facts = new ArrayList<>();

    public RequestFacts(Parties parties, PageFormats formats, PageWords words) {
        this.parties = parties;
        this.formats = formats;
        this.words = words;
    }

    /** Who has it, and what happened when. */
    List<Fact> course(RequestDetails details) {
        MeasureOutcome outcome = details.row().outcome();
        add("pages.request.outcome", outcome == null ? null : words.of("request.outcome." + outcome));
        String handler = details.row().handler();
        field("handler", handler == null ? words.of("pages.request.nobody") : handler);
        add("pages.request.submittedAt", details.submittedAt());
        add("pages.request.receivedAt", details.row().receivedAt());
        add("pages.request.dispatchedAt", details.row().dispatchedAt());
        String channel = details.channel();
        add("pages.request.channel", channel == null ? null : name(CodeList.CHANNELS, channel));
        add("pages.request.acknowledgedAt", details.acknowledgedAt());
        boolean ours = details.row().direction() == Direction.INCOMING;
        add(ours ? "pages.request.lastWordSentAt" : "pages.request.lastContactAt", details.lastContactAt());
        add("pages.request.respondedAt", details.respondedAt());
        add("pages.request.closedAt", details.closedAt());
        return taken();
    }

    /** What describes it, in the parts of the form; a part without a fact is left out. */
    List<Group> groups(RequestDetails details) {
        return Stream.of(Part.values())
                .map(part -> new Group(part.name(), part(part, details)))
                .filter(group -> !group.facts().isEmpty())
                .toList();
    }

    private List<Fact> part(Part part, RequestDetails details) {
        for (RequestField field : RequestField.values()) {
            String value = details.fields().get(field);
            if (field.part() != part || field == RequestField.LABEL) {
                continue;
            }
            if (value != null) {
                field(field.apiName(), inWords(field, value));
            } else if (field == RequestField.THEIR_REFERENCE) {
                field(field.apiName(), words.of("pages.request.theirReference.none"));
            }
        }
        switch (part) {
            case PARTIES -> {
                field("references", lines(details.references().stream().map(this::reference)));
                links("earlierRequests", details.earlierRequests());
                links("laterRequests", details.laterRequests());
            }
            case SUBSTANCE ->
                field("subjects", lines(details.subjects().stream().map(this::subject)));
            case HANDLING ->
                field(
                        "needToKnow",
                        lines(details.needToKnow().stream().map(code -> name(CodeList.NEED_TO_KNOW, code))));
            case LAW, TIME -> {}
        }
        return taken();
    }

    private List<Fact> taken() {
        List<Fact> taken = List.copyOf(facts);
        facts.clear();
        return taken;
    }

    public String inWords(RequestField field, String value) {
        return switch (field.type()) {
            case CODE -> name(Objects.requireNonNull(field.codes()), value);
            case URGENCY -> words.of("request.urgency." + value);
            case DATE -> Objects.requireNonNullElse(formats.date(LocalDate.parse(value)), value);
            case FLAG -> words.of("request.yes");
            case LINE, TEXT -> value;
        };
    }

    public String reference(FurtherReference reference) {
        String issuer = reference.issuer();
        return words.of("request.side." + reference.side()) + " · "
                + name(CodeList.REFERENCE_TYPES, reference.type())
                + ": " + reference.number()
                + (issuer == null ? "" : " (" + issuer + ")");
    }

    public String subject(RequestSubject subject) {
        List<@Nullable String> more = new ArrayList<>();
        more.add(subject.role());
        more.add(subject.identifiers());
        more.add(subject.details());
        String rest = more.stream().filter(Objects::nonNull).collect(Collectors.joining("; "));
        return name(CodeList.SUBJECT_KINDS, subject.kind()) + ": " + subject.name()
                + (rest.isEmpty() ? "" : " (" + rest + ")");
    }

    private String name(CodeList list, String code) {
        return parties.nameOf(list, code).in(words.locale());
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private void links(String name, List<String> references) {
        if (!references.isEmpty()) {
            facts.add(new Fact(words.of("request.field." + name), "", references));
        }
    }

    private void field(String name, @Nullable String value) {
        add("request.field." + name, value);
    }

    private void add(String key, @Nullable Instant instant) {
        add(key, formats.instant(instant));
    }

    private void add(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(words.of(key), value, List.of()));
        }
    }
}
