package org.plazo.security.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps cookies, does not follow redirects, and can log in as a page's user does. */
public final class WebClient {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private boolean askedForToken;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private WebClient(int port) {
        this.base = "http://localhost:" + port;
    }

    public static WebClient anonymous(int port) {
        return new WebClient(port);
    }

    /** Logged in through the form, as in the demo: the password is the user's name. */
    public static WebClient loggedIn(int port, String user) {
        WebClient client = new WebClient(port);
        var response = client.login(user, user);
        if (response.headers().firstValue("location").orElse("/login?error").contains("error")) {
            throw new IllegalStateException(user + " cannot log in: " + response);
        }
        return client;
    }

    public HttpResponse<String> login(String user, String password) {
        String form = get("/login").body();
        return post("/login", Map.of("username", user, "password", password, "_csrf", csrfIn(form)));
    }

    /** The CSRF token of the first form in a page. */
    public static String csrfIn(String page) {
        Matcher field = CSRF_FIELD.matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("There is no CSRF token in the page:\n" + page);
        }
        return field.group(1);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return send("POST", path, json, with(headers, "Content-Type", "application/json"));
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A call of a webapp's script: with the token that Camunda's own filter asks for. */
    public HttpResponse<String> webapp(String method, String path, String json) {
        String token = cookie("XSRF-TOKEN");
        if (token.isEmpty() && !askedForToken) {
            askedForToken = true;
            get("/camunda/app/tasklist/default/", "Accept", "text/html");
            token = cookie("XSRF-TOKEN");
        }
        return send(method, path, json, "X-XSRF-TOKEN", token, "Content-Type", "application/json", "Accept", "*/*");
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public static String[] basic(String user, String password, String... more) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with(more, "Authorization", "Basic " + credentials);
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
