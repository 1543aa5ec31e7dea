package org.plazo.request.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureStatus;
import org.plazo.request.Parties;
import org.plazo.request.RegisterRow;
import org.plazo.request.RequestDetails;
import org.plazo.request.Timeliness;

/** What the page of one request shows of it, in the reader's words; facts without a value are left out. */
public record RequestPageView(
        String reference,
        String label,
        Lifecycle lifecycle,
        Timeliness timeliness,
        List<Fact> facts,
        List<MeasureRow> measures) {

    /** One line; the name is the last part of its message key. */
    public record Fact(String name, String value) {}

    static RequestPageView of(RequestDetails details, Parties parties, PageFormats formats, PageWords words) {
        RegisterRow row = details.row();
        Locale locale = words.locale();
        Lines lines = new Lines(formats);
        lines.add("requesting", parties.authorityName(row.requestingAuthority()).in(locale));
        lines.add("requested", parties.authorityName(row.requestedAuthority()).in(locale));
        String theirs = row.theirReference();
        lines.add("theirReference", theirs == null ? words.of("pages.request.theirReference.none") : theirs);
        lines.add("kind", parties.kindName(row.kind()).in(locale));
        lines.add("crimeArea", parties.crimeAreaName(row.crimeArea()).in(locale));
        lines.add("legalBasis", parties.legalBasisName(details.legalBasis()).in(locale));
        lines.add("urgency", words.of("request.urgency." + row.urgency()));
        lines.add("urgencyReason", details.urgencyReason());
        lines.add(
                "classification",
                parties.classificationName(details.classification()).in(locale));
        String handler = row.handler();
        lines.add("handler", handler == null ? words.of("pages.request.nobody") : handler);
        lines.add("datedOn", formats.date(details.datedOn()));
        lines.add("requestedOn", formats.date(details.requestedOn()));
        lines.add("submittedAt", details.submittedAt());
        lines.add("dispatchedAt", row.dispatchedAt());
        String channel = details.channel();
        lines.add(
                "channel", channel == null ? null : parties.channelName(channel).in(locale));
        lines.add("acknowledgedAt", details.acknowledgedAt());
        lines.add("lastContactAt", details.lastContactAt());
        lines.add("respondedAt", details.respondedAt());
        lines.add("closedAt", details.closedAt());
        lines.add("facts.text", details.facts());
        lines.add("purpose", details.purpose());
        return new RequestPageView(
                row.reference(),
                row.label(),
                row.lifecycle(),
                row.timeliness(),
                List.copyOf(lines.facts),
                details.measures().stream()
                        .map(measure -> MeasureRow.of(measure, parties, words))
                        .toList());
    }

    /** One thing sought, and in words what became of it. */
    public record MeasureRow(
            int position,
            String description,
            MeasureStatus status,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable String reasons) {

        static MeasureRow of(RequestDetails.MeasureLine measure, Parties parties, PageWords words) {
            String ground = measure.ground();
            return new MeasureRow(
                    measure.position(),
                    measure.description(),
                    measure.status(),
                    measure.outcome() == null ? null : words.of("request.outcome." + measure.outcome()),
                    ground == null
                            ? null
                            : parties.nameOf(CodeList.GROUNDS, ground).in(words.locale()),
                    measure.reasons());
        }
    }

    private static final class Lines {

        private final PageFormats formats;
        private final List<Fact> facts = new ArrayList<>();

        Lines(PageFormats formats) {
            this.formats = formats;
        }

        void add(String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                facts.add(new Fact(name, value));
            }
        }

        void add(String name, @Nullable Instant instant) {
            add(name, formats.instant(instant));
        }
    }
}
