package org.plazo.request;

import java.util.List;
import java.util.function.Function;

/** A list of codes that {@code config/parties.yaml} states; {@code key} is its key there. */
public enum CodeList {
    KINDS("kinds", Parties::kinds),
    /** Those of both sides. */
    AUTHORITIES("authorities", parties -> parties.authorities().stream()
            .map(authority -> new Coded(authority.code(), authority.name()))
            .toList()),
    HOME_AUTHORITIES("authorities", parties -> authorities(parties, parties.home())),
    COUNTERPART_AUTHORITIES("authorities", parties -> authorities(parties, parties.counterpart())),
    CRIME_AREAS("crimeAreas", Parties::crimeAreas),
    LEGAL_BASES("legalBases", Parties::legalBases),
    CHANNELS("channels", Parties::channels),
    CLASSIFICATIONS("classifications", parties -> parties.classifications().stream()
            .map(level -> new Coded(level.code(), level.name()))
            .toList()),
    EVIDENTIARY_FORMS("evidentiaryForms"),
    LANGUAGES("languages"),
    TRANSLATIONS("translations"),
    /** Why a measure was refused or postponed. */
    GROUNDS("grounds"),
    /** Why a clock stands still. */
    PAUSE_CATEGORIES("pauseCategories"),
    /** On what grounds more time is given. */
    EXTENSION_BASES("extensionBases"),
    REFERENCE_TYPES("referenceTypes"),
    SUBJECT_KINDS("subjectKinds"),
    /** Each code is also a group of users: COUNTER_TERRORISM is the group counterterrorism. */
    NEED_TO_KNOW("needToKnow");

    private final String key;
    private final Function<Parties, List<Coded>> codes;

    CodeList(String key, Function<Parties, List<Coded>> codes) {
        this.key = key;
        this.codes = codes;
    }

    CodeList(String key) {
        this.key = key;
        this.codes = parties -> parties.lists().getOrDefault(this, List.of());
    }

    public String key() {
        return key;
    }

    public List<Coded> of(Parties parties) {
        return codes.apply(parties);
    }

    public boolean has(String code, Parties parties) {
        return of(parties).stream().anyMatch(each -> each.code().equals(code));
    }

    private static List<Coded> authorities(Parties parties, Party party) {
        return parties.authoritiesOf(party).stream()
                .map(authority -> new Coded(authority.code(), authority.name()))
                .toList();
    }
}
