package org.plazo.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Between the engine's REST interface and the webapps: where the engine has one text in two languages, the reader is given
 * his own, chosen as on our pages.
 */
final class EngineInOneLanguage extends OncePerRequestFilter {

    static final String[] ADDRESSES = {"/camunda/api/engine/*"};

    private static final Pattern FILTERS = Pattern.compile("/camunda/api/engine/engine/[^/]+/filter(/[^/]+)?");
    private static final Pattern SHOWN =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/(filter|task|process-definition|history/task)(/.*)?");
    private static final MimeType HAL = MimeType.valueOf("application/hal+json");

    private final EngineWords words;
    private final LocaleResolver languages;
    private final ObjectMapper json = new ObjectMapper();

    EngineInOneLanguage(EngineWords words, LocaleResolver languages) {
        this.words = words;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        // an administrator may edit filters, and would save the half that he was shown
        boolean edited = FILTERS.matcher(path).matches() && request.isUserInRole("ADMIN");
        return edited || !SHOWN.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        byte[] content = answer.getContentAsByteArray();
        if (content.length > 0 && isJson(answer.getContentType())) {
            JsonNode said = json.readTree(content);
            words.put(said, languages.resolveLocale(request));
            answer.resetBuffer();
            answer.getOutputStream().write(json.writeValueAsBytes(said));
        }
        answer.copyBodyToResponse();
    }

    private static boolean isJson(@Nullable String type) {
        if (type == null) {
            return false;
        }
        MediaType media = MediaType.parseMediaType(type);
        return media.isCompatibleWith(MediaType.APPLICATION_JSON) || media.isCompatibleWith(HAL);
    }
}
