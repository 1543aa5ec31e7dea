package org.plazo.request.web.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockEvent;
import org.plazo.request.CodeList;
import org.plazo.request.CounterpartPromise;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.Parties;
import org.plazo.request.RequestDeadline;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageWords;

/** What happened to a clock, in the reader's words. */
record ClockTurnWords(Parties parties, PageFormats formats, PageWords words) {

    /** Whether the clock runs, since when and why it is paused, or when it stopped. */
    String clock(ExplainedDeadline one) {
        RequestDeadline deadline = one.deadline();
        ClockEvent pause = one.openPause();
        Instant stoppedAt = deadline.stoppedAt();
        if (pause != null) {
            return words.of(
                    "pages.request.deadline.paused",
                    time(pause.effectiveAt()),
                    pause.type() == ClockEvent.Type.POSTPONEMENT
                            ? words.of(
                                    "pages.turn.postponed",
                                    name(CodeList.GROUNDS, pause.code()),
                                    text(formats.date(pause.date())))
                            : name(CodeList.PAUSE_CATEGORIES, pause.code()),
                    text(pause.reason()));
        }
        return stoppedAt == null
                ? words.of("pages.request.deadline.clock", words.of("request.clock." + deadline.state()))
                : words.of("pages.request.deadline.stopped", time(stoppedAt));
    }

    /** @param until now, or when the clock stopped */
    @Nullable
    String promised(RequestDeadline deadline, Instant until) {
        CounterpartPromise promise = deadline.promise();
        if (promise == null) {
            return null;
        }
        String key = until.isAfter(promise.at()) ? "pages.request.promise.broken" : "pages.request.promise";
        String day = words.of(key, text(formats.date(promise.on())));
        return promise.slips() == 0 ? day : day + " · " + words.of("pages.request.promise.slips", promise.slips());
    }

    /** A stop is a turn only if the clock ran on afterwards; that it stands now is told beside its state. */
    List<String> told(List<ClockEvent> events) {
        long restarts = events.stream()
                .filter(event -> event.type() == ClockEvent.Type.RESTART)
                .count();
        List<String> told = new ArrayList<>();
        long stops = 0;
        for (ClockEvent event : events) {
            stops += event.type() == ClockEvent.Type.STOP ? 1 : 0;
            if (event.type() != ClockEvent.Type.STOP || stops <= restarts) {
                told(event).ifPresent(told::add);
            }
        }
        return told;
    }

    private Optional<String> told(ClockEvent event) {
        String at = time(event.effectiveAt());
        String why = text(event.reason());
        String sentence =
                switch (event.type()) {
                    case PAUSE ->
                        event.until() == null
                                ? words.of("pages.turn.PAUSE", at, name(CodeList.PAUSE_CATEGORIES, event.code()))
                                : words.of(
                                        "pages.turn.PAUSE.until",
                                        at,
                                        name(CodeList.PAUSE_CATEGORIES, event.code()),
                                        time(event.until()));
                    case RESUME -> words.of("pages.turn.RESUME", at);
                    case EXTENSION ->
                        words.of(
                                "pages.turn.EXTENSION",
                                at,
                                name(CodeList.EXTENSION_BASES, event.code()),
                                text(formats.date(event.before())),
                                text(formats.date(event.date())));
                    case PROMISE -> words.of("pages.turn.PROMISE", at, text(formats.date(event.date())));
                    case POSTPONEMENT ->
                        words.of(
                                "pages.turn.POSTPONEMENT",
                                at,
                                name(CodeList.GROUNDS, event.code()),
                                text(formats.date(event.date())));
                    case TRANSFER -> words.of("pages.turn.TRANSFER", at, authority(event.code()));
                    case NEW_START ->
                        event.code() == null
                                ? words.of("pages.turn.anew", at)
                                : words.of("pages.turn.anew.transfer", at, authority(event.code()));
                    case STOP -> words.of("pages.turn.STOP", at);
                    case RESTART -> words.of("pages.turn.RESTART", at);
                    case START -> "";
                };
        return sentence.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        ": ",
                        Stream.of(sentence, why).filter(each -> !each.isEmpty()).toList()));
    }

    private String authority(@Nullable String code) {
        return name(CodeList.COUNTERPART_AUTHORITIES, code);
    }

    private String time(@Nullable Instant instant) {
        return text(formats.instant(instant));
    }

    private String name(CodeList list, @Nullable String code) {
        return code == null
                ? ""
                : list.has(code, parties) ? parties.nameOf(list, code).in(words.locale()) : code;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
