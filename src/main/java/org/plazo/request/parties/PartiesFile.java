package org.plazo.request.parties;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.LocalizedText;
import org.plazo.request.Authority;
import org.plazo.request.Classification;
import org.plazo.request.CodeList;
import org.plazo.request.Coded;
import org.plazo.request.Parties;
import org.plazo.request.Party;
import org.plazo.request.ReferencePattern;

/** Reads {@code parties.yaml} and refuses it, naming the key, unless all of it makes sense. */
public final class PartiesFile {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9]{0,63}");
    private static final Pattern PARTY_ID = Pattern.compile("[a-z][a-z0-9]{1,7}");
    private static final Set<String> LANGUAGES = Set.of("es", "en");

    private final Path file;
    private final Predicate<String> isCalendar;
    private final List<String> problems = new ArrayList<>();

    private PartiesFile(Path file, Predicate<String> isCalendar) {
        this.file = file;
        this.isCalendar = isCalendar;
    }

    /** @throws PartiesNotUsable if the file cannot be read or anything in it is wrong */
    public static Parties read(Path file, Predicate<String> isCalendar) {
        return new PartiesFile(file, isCalendar).parties();
    }

    private Parties parties() {
        Content content = content();
        Party home = party("home", content.home(), content.parties());
        Party counterpart = party("counterpart", content.counterpart(), content.parties());
        if (home != null && counterpart != null && home.id().equals(counterpart.id())) {
            problems.add("counterpart: is the home side itself");
        }
        List<Authority> authorities = new ArrayList<>(authorities(home, content.parties()));
        authorities.addAll(authorities(counterpart, content.parties()));
        duplicates(authorities);
        List<Coded> crimeAreas = coded("crimeAreas", content.crimeAreas());
        List<Coded> legalBases = coded("legalBases", content.legalBases());
        List<Coded> kinds = coded("kinds", content.kinds());
        List<Coded> channels = coded("channels", content.channels());
        List<Classification> classifications = classifications(content.classifications());
        Map<CodeList, List<Coded>> lists = new EnumMap<>(CodeList.class);
        content.lists().forEach((list, texts) -> lists.put(list, coded(list.key(), texts)));
        ReferencePattern pattern = pattern(content.referencePattern());
        if (home == null || counterpart == null || pattern == null || !problems.isEmpty()) {
            throw new PartiesNotUsable(file, problems);
        }
        return new Parties(
                home,
                counterpart,
                authorities,
                crimeAreas,
                legalBases,
                kinds,
                channels,
                classifications,
                pattern,
                lists);
    }

    private Content content() {
        JsonMapper mapper = JsonMapper.builder(new YAMLFactory())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            Content content = mapper.readValue(Files.readString(file), Content.class);
            if (content == null) {
                throw new PartiesNotUsable(file, List.of("is empty"));
            }
            return content;
        } catch (JsonMappingException e) {
            throw new PartiesNotUsable(file, List.of(keyOf(e) + ": " + e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new PartiesNotUsable(file, List.of(line + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new PartiesNotUsable(file, List.of("cannot be read (" + e + ")"));
        }
    }

    private static String keyOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
    }

    private @Nullable Party party(String key, @Nullable String id, @Nullable Map<String, PartyContent> parties) {
        if (id == null || parties == null || parties.get(id) == null) {
            problems.add(key + ": must be one of the keys of parties" + (parties == null ? "" : " " + parties.keySet())
                    + ", but is " + id);
            return null;
        }
        PartyContent content = parties.get(id);
        String prefix = "parties." + id;
        if (!PARTY_ID.matcher(id).matches()) {
            problems.add(prefix + ": an id has 2 to 8 lower-case letters and digits");
        }
        LocalizedText name = name(prefix + ".name", content.name());
        ZoneId zone = zone(prefix + ".zone", content.zone());
        String calendar = content.calendar();
        if (calendar == null || !isCalendar.test(calendar)) {
            problems.add(prefix + ".calendar: must be the id of a calendar, but is " + calendar);
        }
        String language = content.language();
        if (language == null || !LANGUAGES.contains(language)) {
            problems.add(prefix + ".language: must be one of " + LANGUAGES + ", but is " + language);
        }
        return name == null || zone == null || calendar == null || language == null
                ? null
                : new Party(id, name, zone, calendar, Locale.forLanguageTag(language));
    }

    private @Nullable ZoneId zone(String key, @Nullable String zone) {
        if (zone != null && ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        problems.add(key + ": must be a zone such as America/Havana, but is " + zone);
        return null;
    }

    private List<Authority> authorities(@Nullable Party party, @Nullable Map<String, PartyContent> parties) {
        if (party == null || parties == null || parties.get(party.id()) == null) {
            return List.of();
        }
        return coded(
                        "parties." + party.id() + ".authorities",
                        parties.get(party.id()).authorities())
                .stream()
                .map(each -> new Authority(each.code(), each.name(), party.id()))
                .toList();
    }

    private void duplicates(List<Authority> authorities) {
        Set<String> seen = new LinkedHashSet<>();
        authorities.stream()
                .filter(each -> !seen.add(each.code()))
                .forEach(each -> problems.add("parties." + each.party() + ".authorities." + each.code()
                        + ": the other side has an authority with this code too"));
    }

    private List<Coded> coded(String key, @Nullable Map<String, LocalizedText> texts) {
        if (texts == null || texts.isEmpty()) {
            problems.add(key + ": at least one entry is needed");
            return List.of();
        }
        List<Coded> coded = new ArrayList<>();
        texts.forEach((code, text) -> {
            checkCode(key, code);
            LocalizedText name = name(key + "." + code, text);
            if (name != null) {
                coded.add(new Coded(code, name));
            }
        });
        return coded;
    }

    private List<Classification> classifications(@Nullable Map<String, ClassificationContent> levels) {
        if (levels == null || levels.isEmpty()) {
            problems.add("classifications: at least one entry is needed");
            return List.of();
        }
        List<Classification> classifications = new ArrayList<>();
        levels.forEach((code, level) -> {
            checkCode("classifications", code);
            String key = "classifications." + code;
            LocalizedText name = level == null ? name(key, null) : name(key, level.names());
            if (name != null && level != null) {
                Set<String> groups = level.groups() == null ? Set.of() : Set.copyOf(level.groups());
                groups.stream()
                        .filter(group -> !GROUP.matcher(group).matches())
                        .forEach(group ->
                                problems.add(key + ".groups: " + group + " must be lower-case letters and digits"));
                classifications.add(new Classification(code, name, level.restricted(), groups));
            }
        });
        return classifications;
    }

    private void checkCode(String key, String code) {
        if (!CODE.matcher(code).matches()) {
            problems.add(key + "." + code + ": a code has 1 to 40 capitals, digits and underscores");
        }
    }

    /** The binding knows nothing of null-safety, so that both texts may be missing here. */
    private @Nullable LocalizedText name(String key, @Nullable LocalizedText text) {
        int before = problems.size();
        checkText(key + ".es", text == null ? null : text.es());
        checkText(key + ".en", text == null ? null : text.en());
        return problems.size() == before ? text : null;
    }

    private void checkText(String key, @Nullable String text) {
        if (text == null || text.isBlank()) {
            problems.add(key + ": is missing");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            problems.add(key + ": contains a control character");
        }
    }

    private @Nullable ReferencePattern pattern(@Nullable String pattern) {
        if (pattern == null) {
            problems.add("referencePattern: is missing");
            return null;
        }
        try {
            return new ReferencePattern(pattern);
        } catch (IllegalArgumentException e) {
            problems.add("referencePattern: " + e.getMessage());
            return null;
        }
    }

    private record Content(
            @Nullable String home,
            @Nullable String counterpart,
            @Nullable String referencePattern,
            @Nullable Map<String, PartyContent> parties,
            @Nullable Map<String, LocalizedText> crimeAreas,
            @Nullable Map<String, LocalizedText> legalBases,
            @Nullable Map<String, LocalizedText> kinds,
            @Nullable Map<String, LocalizedText> channels,
            @Nullable Map<String, LocalizedText> evidentiaryForms,
            @Nullable Map<String, LocalizedText> languages,
            @Nullable Map<String, LocalizedText> translations,
            @Nullable Map<String, LocalizedText> grounds,
            @Nullable Map<String, LocalizedText> pauseCategories,
            @Nullable Map<String, LocalizedText> extensionBases,
            @Nullable Map<String, LocalizedText> referenceTypes,
            @Nullable Map<String, LocalizedText> subjectKinds,
            @Nullable Map<String, LocalizedText> needToKnow,
            @Nullable Map<String, ClassificationContent> classifications) {

        /** The lists that have nothing else to them than codes and names; a missing one is null. */
        Map<CodeList, @Nullable Map<String, LocalizedText>> lists() {
            Map<CodeList, @Nullable Map<String, LocalizedText>> lists = new EnumMap<>(CodeList.class);
            lists.put(CodeList.EVIDENTIARY_FORMS, evidentiaryForms);
            lists.put(CodeList.LANGUAGES, languages);
            lists.put(CodeList.TRANSLATIONS, translations);
            lists.put(CodeList.GROUNDS, grounds);
            lists.put(CodeList.PAUSE_CATEGORIES, pauseCategories);
            lists.put(CodeList.EXTENSION_BASES, extensionBases);
            lists.put(CodeList.REFERENCE_TYPES, referenceTypes);
            lists.put(CodeList.SUBJECT_KINDS, subjectKinds);
            lists.put(CodeList.NEED_TO_KNOW, needToKnow);
            return lists;
        }
    }

    private record PartyContent(
            @Nullable LocalizedText name,
            @Nullable String zone,
            @Nullable String calendar,
            @Nullable String language,
            @Nullable Map<String, LocalizedText> authorities) {}

    private record ClassificationContent(
            @Nullable String es,
            @Nullable String en,
            boolean restricted,
            @Nullable List<String> groups) {

        @SuppressWarnings("NullAway") // checked where the text is taken over
        LocalizedText names() {
            return new LocalizedText(es, en);
        }
    }
}
