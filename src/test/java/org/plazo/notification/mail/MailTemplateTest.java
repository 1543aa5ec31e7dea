package org.plazo.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates of mails hold no word of their own. */
class MailTemplateTest {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    @ParameterizedTest
    @ValueSource(strings = {"escalation.html", "escalation.txt", "notice.html", "notice.txt"})
    void holdsNoLiteralText(String template) throws Exception {
        String content = Files.readString(Path.of("src/main/resources/mail", template));
        String written = template.endsWith(".html")
                ? content.replaceAll("(?s)<!--.*?-->|<(?:\"[^\"]*\"|[^\">])*>", "")
                : content.replaceAll("\\[\\(.*?\\)]|\\[#[^]]*]|\\[/]", "");
        assertThat(written).doesNotContainPattern(WORD);
    }
}
