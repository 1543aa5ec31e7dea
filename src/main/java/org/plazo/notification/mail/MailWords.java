package org.plazo.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.request.Parties;
import org.plazo.request.Urgency;
import org.springframework.context.MessageSource;

/**
 * The words of one mail, for its templates: everything comes from the bundles or, for the names of authorities and crime
 * areas, from the configuration of the parties.
 */
public final class MailWords {

    private static final String KEY = "notification.mail.";

    private final MessageSource bundles;
    private final Parties parties;
    private final String baseUrl;
    private final MailModel model;
    private final Locale language;
    private final ZoneId zone;
    private final BusinessCalendar businessDays;

    MailWords(MessageSource bundles, Parties parties, BusinessCalendar businessDays, String baseUrl, MailModel model) {
        this.bundles = bundles;
        this.parties = parties;
        this.businessDays = businessDays;
        this.baseUrl = baseUrl;
        this.model = model;
        this.language = model.language();
        this.zone = parties.home().zone();
    }

    /** The same for all mails of a step; it tells nothing of a restricted matter. */
    public String subject() {
        if (model.sections().isEmpty()) {
            return text(KEY + "subject.restricted");
        }
        long steps = model.sections().stream().map(MailSection::step).distinct().count();
        String subject = steps == 1
                ? word(KEY + "subject." + model.sections().get(0).step(), KEY + "subject.digest")
                : text(KEY + "subject.digest");
        return model.urgency() == Urgency.ROUTINE ? subject : text(KEY + "subject." + model.urgency(), subject);
    }

    public String heading() {
        return text(KEY + "heading", model.size());
    }

    public String title(MailSection section) {
        String kind = "notification.kind." + section.kind();
        return text(KEY + "section", step(section.step().value()), word(kind + "." + section.direction(), kind));
    }

    /** What the reader is asked to do. */
    public String ask(MailSection section) {
        String ask = "notification.ask." + section.step();
        String ofKind = ask + "." + section.kind();
        String ours = "." + section.direction();
        return word(ofKind + ours, ask + ours, ofKind, ask, "notification.ask.other");
    }

    public String step(String step) {
        return word("notification.step." + step, "notification.step.other");
    }

    public String authority(MailMatter matter) {
        Code agency = matter.agency();
        String authority = name(matter.authority());
        return agency == null ? authority : text(KEY + "executed", authority, name(agency));
    }

    private String name(Code authority) {
        return parties.authorityName(authority.value()).in(language);
    }

    public String crimeArea(MailMatter matter) {
        return parties.crimeAreaName(matter.crimeArea().value()).in(language);
    }

    public boolean isPressing(MailMatter matter) {
        return matter.urgency() != Urgency.ROUTINE;
    }

    public String urgency(MailMatter matter) {
        return text("notification.urgency." + matter.urgency());
    }

    /** The due date in the home side's zone, which it names. */
    public String due(MailMatter matter) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(text(KEY + "date-time"), language);
        String zoneName = zone.getDisplayName(TextStyle.FULL, language);
        return text(KEY + "due", format.format(matter.dueAt().atZone(zone)), zoneName);
    }

    public boolean isOverdue(MailMatter matter) {
        return model.now().isAfter(matter.dueAt());
    }

    /**
     * How long until or since the due date: hours below one day, else days by the calendar of the home side's zone and
     * how many of them its business days are. The later of the two days counts, the earlier does not.
     */
    public String age(MailMatter matter) {
        Instant dueAt = matter.dueAt();
        String direction = isOverdue(matter) ? "overdue." : "left.";
        Duration distance = Duration.between(dueAt, model.now()).abs();
        if (distance.compareTo(Duration.ofDays(1)) < 0) {
            return text(KEY + direction + "hours", distance.toHours());
        }
        LocalDate due = dueAt.atZone(zone).toLocalDate();
        LocalDate today = model.now().atZone(zone).toLocalDate();
        LocalDate from = isOverdue(matter) ? due : today;
        LocalDate to = isOverdue(matter) ? today : due;
        int business = businessDays.openDays(from.plusDays(1), to.plusDays(1));
        return text(KEY + direction + "days", ChronoUnit.DAYS.between(from, to), business);
    }

    public String link(MailMatter matter) {
        return baseUrl + "/requests/" + matter.reference();
    }

    public String more(MailSection section) {
        return text(KEY + "more", section.more());
    }

    public String restricted() {
        return text(KEY + "restricted", model.restricted());
    }

    public String registerLink() {
        return baseUrl + "/requests";
    }

    private String word(String... keys) {
        for (String key : keys) {
            String word = bundles.getMessage(key, null, "", language);
            if (word != null && !word.isEmpty()) {
                return word;
            }
        }
        throw new IllegalStateException("no bundle has " + String.join(" or ", keys));
    }

    private String text(String key, Object... arguments) {
        return bundles.getMessage(key, arguments, language);
    }
}
