package org.plazo.request.web.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plazo.request.CodeList;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Parties;
import org.plazo.request.Party;
import org.plazo.security.UserProfile;

/** The register's codes in the reader's language, for templates. */
public final class PageNames {

    private final Parties parties;
    private final Locale locale;

    public PageNames(Parties parties, Locale locale) {
        this.parties = parties;
        this.locale = locale;
    }

    /** A code with its name. */
    public record Named(String code, String name) {}

    /** A side with its authorities. */
    public record Side(String name, List<Named> authorities) {}

    public List<Side> getParties() {
        return Stream.of(parties.home(), parties.counterpart()).map(this::side).toList();
    }

    public String authority(String code) {
        return parties.authorityName(code).in(locale);
    }

    public String crimeArea(String code) {
        return parties.crimeAreaName(code).in(locale);
    }

    /** All codes of a list, in its order. */
    public List<Named> of(CodeList list) {
        return list.of(parties).stream()
                .map(each -> new Named(each.code(), each.name().in(locale)))
                .toList();
    }

    /** The name of a code of a list. */
    public String name(CodeList list, String code) {
        return parties.nameOf(list, code).in(locale);
    }

    /** What may become of measures of which nothing is expected any more, the usual one first. */
    public List<Named> closingOutcomes(PageWords words) {
        return Stream.of(
                        MeasureOutcome.LAPSED,
                        MeasureOutcome.NOT_HELD,
                        MeasureOutcome.REFUSED,
                        MeasureOutcome.TRANSFERRED,
                        MeasureOutcome.WITHDRAWN)
                .map(outcome -> new Named(outcome.name(), words.of("request.outcome." + outcome)))
                .toList();
    }

    /** What can become of a measure of which there is a response. */
    public List<Named> outcomes(PageWords words) {
        return Arrays.stream(MeasureOutcome.values())
                .filter(outcome -> outcome != MeasureOutcome.LAPSED && outcome != MeasureOutcome.WITHDRAWN)
                .map(outcome -> new Named(outcome.name(), words.of("request.outcome." + outcome)))
                .toList();
    }

    /** A person as a choice: the name, with the id by which everything else names him. */
    public static Named person(UserProfile user) {
        boolean same = user.displayName().equals(user.id());
        return new Named(user.id(), same ? user.id() : user.displayName() + " (" + user.id() + ")");
    }

    public List<Named> channels() {
        return parties.channels().stream()
                .map(channel -> new Named(channel.code(), channel.name().in(locale)))
                .toList();
    }

    private Side side(Party party) {
        List<Named> authorities = parties.authoritiesOf(party).stream()
                .map(authority -> new Named(authority.code(), authority.name().in(locale)))
                .toList();
        return new Side(party.name().in(locale), authorities);
    }
}
