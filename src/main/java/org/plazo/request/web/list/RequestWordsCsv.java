package org.plazo.request.web.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.RegisterRow;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;

/** The exported register for people: names, and days in the home side's zone, written so that every spreadsheet knows them. */
final class RequestWordsCsv {

    private final PageNames names;
    private final PageWords words;
    private final Map<String, String> handlers;
    private final ZoneId zone;
    private final LocalDate today;

    RequestWordsCsv(PageNames names, PageWords words, Map<String, String> handlers, ZoneId zone, Instant now) {
        this.names = names;
        this.words = words;
        this.handlers = handlers;
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    List<String> header() {
        return Stream.of(
                        "pages.list.reference",
                        "pages.filter.direction",
                        "request.field.theirReference",
                        "request.field.label",
                        "request.field.kind",
                        "request.field.requestingAuthority",
                        "request.field.requestedAuthority",
                        "request.field.crimeArea",
                        "request.field.urgency",
                        "pages.list.stage",
                        "pages.request.outcome",
                        "pages.list.standing",
                        "pages.filter.deadline",
                        "pages.list.due",
                        "pages.list.overdue",
                        "request.field.handler",
                        "pages.request.dispatchedAt",
                        "pages.request.receivedAt",
                        "pages.list.age")
                .map(words::of)
                .toList();
    }

    List<@Nullable Object> cells(RegisterRow row) {
        Long past = daysSince(row.dueAt());
        return Arrays.asList(
                row.reference(),
                word("request.direction.", row.direction()),
                row.theirReference(),
                row.label(),
                names.name(CodeList.KINDS, row.kind()),
                names.authority(row.requestingAuthority()),
                names.authority(row.requestedAuthority()),
                names.crimeArea(row.crimeArea()),
                word("request.urgency.", row.urgency()),
                word("request.lifecycle.", row.lifecycle()),
                word("request.outcome.", row.outcome()),
                word("request.timeliness.", row.timeliness()),
                word("request.deadline.", row.runningDeadline()),
                day(row.dueAt()),
                PageRow.isLate(row) ? past : null,
                row.handler() == null ? null : handlers.getOrDefault(row.handler(), row.handler()),
                day(row.dispatchedAt()),
                day(row.receivedAt()),
                daysSince(row.since()));
    }

    private @Nullable String word(String prefix, @Nullable Object code) {
        return code == null ? null : words.of(prefix + code);
    }

    private @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toLocalDate();
    }

    private @Nullable Long daysSince(@Nullable Instant instant) {
        LocalDate day = day(instant);
        return day == null ? null : ChronoUnit.DAYS.between(day, today);
    }
}
