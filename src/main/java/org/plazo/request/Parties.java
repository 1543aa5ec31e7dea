package org.plazo.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plazo.calendar.LocalizedText;

/**
 * The two sides, their authorities and the register's codes, as {@code config/parties.yaml} states them. All lists are
 * in the file's order.
 *
 * @param authorities of both sides, the home side's first
 * @param classifications lowest first
 * @param referencePattern how our own references are made
 * @param lists the code lists that have no component of their own
 */
public record Parties(
        Party home,
        Party counterpart,
        List<Authority> authorities,
        List<Coded> crimeAreas,
        List<Coded> legalBases,
        List<Coded> kinds,
        List<Coded> channels,
        List<Classification> classifications,
        ReferencePattern referencePattern,
        Map<CodeList, List<Coded>> lists) {

    public Parties {
        authorities = List.copyOf(authorities);
        crimeAreas = List.copyOf(crimeAreas);
        legalBases = List.copyOf(legalBases);
        kinds = List.copyOf(kinds);
        channels = List.copyOf(channels);
        classifications = List.copyOf(classifications);
        lists = Map.copyOf(lists);
    }

    /** The sides with the lists that every register needs; the others are empty. */
    public Parties(
            Party home,
            Party counterpart,
            List<Authority> authorities,
            List<Coded> crimeAreas,
            List<Coded> legalBases,
            List<Coded> kinds,
            List<Coded> channels,
            List<Classification> classifications,
            ReferencePattern referencePattern) {
        this(
                home,
                counterpart,
                authorities,
                crimeAreas,
                legalBases,
                kinds,
                channels,
                classifications,
                referencePattern,
                Map.of());
    }

    public List<Authority> authoritiesOf(Party party) {
        return authorities.stream().filter(a -> a.party().equals(party.id())).toList();
    }

    public Optional<Authority> authority(String code) {
        return find(authorities, Authority::code, code);
    }

    public Optional<Coded> crimeArea(String code) {
        return find(crimeAreas, Coded::code, code);
    }

    public Optional<Coded> legalBasis(String code) {
        return find(legalBases, Coded::code, code);
    }

    public Optional<Coded> kind(String code) {
        return find(kinds, Coded::code, code);
    }

    public Optional<Coded> channel(String code) {
        return find(channels, Coded::code, code);
    }

    public Optional<Classification> classification(String code) {
        return find(classifications, Classification::code, code);
    }

    public Classification lowestClassification() {
        return classifications.get(0);
    }

    /** A level that the configuration no longer knows counts as restricted. */
    public boolean isRestricted(String classification) {
        return classification(classification).map(Classification::restricted).orElse(true);
    }

    public LocalizedText authorityName(String code) {
        return authority(code).map(Authority::name).orElseGet(() -> new LocalizedText(code, code));
    }

    public LocalizedText crimeAreaName(String code) {
        return nameOf(crimeArea(code), code);
    }

    public LocalizedText legalBasisName(String code) {
        return nameOf(legalBasis(code), code);
    }

    public LocalizedText kindName(String code) {
        return nameOf(kind(code), code);
    }

    public LocalizedText channelName(String code) {
        return nameOf(channel(code), code);
    }

    public LocalizedText classificationName(String code) {
        return classification(code).map(Classification::name).orElseGet(() -> new LocalizedText(code, code));
    }

    /** The name of a code in one of the lists; a code that is not there stands for itself. */
    public LocalizedText nameOf(CodeList list, String code) {
        return nameOf(find(list.of(this), Coded::code, code), code);
    }

    private static LocalizedText nameOf(Optional<Coded> coded, String code) {
        return coded.map(Coded::name).orElseGet(() -> new LocalizedText(code, code));
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> codeOf, String code) {
        return all.stream().filter(each -> codeOf.apply(each).equals(code)).findFirst();
    }
}
