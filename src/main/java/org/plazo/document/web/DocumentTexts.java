package org.plazo.document.web;

import java.text.Collator;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plazo.document.Document;
import org.plazo.request.Parties;
import org.plazo.request.RequestAccess;
import org.plazo.security.Actor;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Documents and their codes in a reader's words. */
@Component
class DocumentTexts {

    private static final double K = 1_024;
    private static final List<String> FIRST = List.of("es", "en");

    private final Parties parties;
    private final RequestAccess access;
    private final UserDirectory users;
    private final MessageSource messages;

    DocumentTexts(Parties parties, RequestAccess access, UserDirectory users, MessageSource messages) {
        this.parties = parties;
        this.access = access;
        this.users = users;
        this.messages = messages;
    }

    /** A code with its name. */
    public record Named(String code, String name) {}

    DocumentRow row(Document document, Locale locale) {
        String name = document.name();
        Document.Withdrawal withdrawal = document.withdrawal();
        return new DocumentRow(
                document,
                name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT),
                size(document.size(), locale),
                Locale.forLanguageTag(document.language()).getDisplayLanguage(locale),
                parties.classificationName(document.classification()).in(locale),
                person(document.uploadedBy(), locale),
                withdrawal == null ? "" : person(withdrawal.by(), locale));
    }

    /** Spanish and English first, the others by name. */
    List<Named> languages(Locale locale) {
        Collator order = Collator.getInstance(locale);
        Stream<Named> others = Arrays.stream(Locale.getISOLanguages())
                .filter(code -> code.length() == 2 && !FIRST.contains(code))
                .map(code -> language(code, locale))
                .filter(language -> !language.name().equals(language.code()))
                .sorted(Comparator.comparing(Named::name, order));
        return Stream.concat(FIRST.stream().map(code -> language(code, locale)), others)
                .toList();
    }

    /** The levels that the reader could see himself. */
    List<Named> classifications(Actor reader, Locale locale) {
        return parties.classifications().stream()
                .filter(level -> access.mayRead(level.code(), reader))
                .map(level -> new Named(level.code(), level.name().in(locale)))
                .toList();
    }

    static String size(long bytes, Locale locale) {
        NumberFormat number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(1);
        if (bytes < K) {
            return number.format(bytes) + " B";
        }
        return bytes < K * K ? number.format(bytes / K) + " kB" : number.format(bytes / K / K) + " MB";
    }

    private static Named language(String code, Locale locale) {
        return new Named(code, Locale.forLanguageTag(code).getDisplayLanguage(locale));
    }

    private String person(String userId, Locale locale) {
        return userId.equals(Actor.SYSTEM.userId())
                ? messages.getMessage("document.system", null, locale)
                : users.find(userId).map(UserProfile::displayName).orElse(userId);
    }
}
