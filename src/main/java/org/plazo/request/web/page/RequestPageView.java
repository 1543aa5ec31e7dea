package org.plazo.request.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureStatus;
import org.plazo.request.Parties;
import org.plazo.request.RegisterRow;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.request.Timeliness;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageWords;

/** What the page of one request shows of it, in the reader's words; facts without a value are left out. */
public record RequestPageView(
        String reference,
        String label,
        Lifecycle lifecycle,
        Timeliness timeliness,
        List<Fact> course,
        List<Group> groups,
        List<MeasureRow> measures) {

    /** One line of the description; {@code references} are those of other requests, to follow. */
    public record Fact(String label, String value, List<String> references) {}

    /** What belongs together, as in the form; {@code part} is the name of a {@link RequestField.Part}. */
    public record Group(String part, List<Fact> facts) {}

    static RequestPageView of(RequestDetails details, Parties parties, PageFormats formats, PageWords words) {
        RegisterRow row = details.row();
        return new RequestPageView(
                row.reference(),
                row.label(),
                row.lifecycle(),
                row.timeliness(),
                new RequestFacts(parties, formats, words).course(details),
                new RequestFacts(parties, formats, words).groups(details),
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
}
