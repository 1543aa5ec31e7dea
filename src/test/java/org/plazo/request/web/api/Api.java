package org.plazo.request.web.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.plazo.security.identity.Logins;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Calls the API as one of the demo's users, whose password is the name. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockMvc mvc;

    private final Logins logins;

    public Api(WebApplicationContext context) {
        logins = context.getBean(Logins.class);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** What came back; a body that is no JSON is a missing node. */
    public record Answer(int status, JsonNode body, MockHttpServletResponse response) {

        public String text(String field) {
            return body.path(field).asText();
        }
    }

    /** Reads a page or the API as somebody who is logged in already. */
    public Answer as(String userId, String path) {
        var login = logins.find(userId).orElseThrow();
        var session = UsernamePasswordAuthenticationToken.authenticated(login.userId(), null, login.authorities());
        return answer(() -> mvc.perform(MockMvcRequestBuilders.get(path).with(authentication(session)))
                .andReturn()
                .getResponse());
    }

    public Answer get(String user, String path) {
        return answer(() -> mvc.perform(MockMvcRequestBuilders.get(path).with(httpBasic(user, user)))
                .andReturn()
                .getResponse());
    }

    public Answer post(String user, String path, String json) {
        return post(user, path, MediaType.APPLICATION_JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String user, String path, MediaType type, byte[] body) {
        return answer(() -> mvc.perform(MockMvcRequestBuilders.post(path)
                        .with(httpBasic(user, user))
                        .contentType(type)
                        .content(body))
                .andReturn()
                .getResponse());
    }

    /** A command for the version that has this tag. */
    public Answer post(String user, String path, String etag, String json) {
        return answer(() -> mvc.perform(MockMvcRequestBuilders.post(path)
                        .with(httpBasic(user, user))
                        .header("If-Match", etag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse());
    }

    /** @param etag what is sent as If-Match; null: nothing is */
    public Answer patch(String user, String path, String etag, String json) {
        return answer(() -> {
            var request = MockMvcRequestBuilders.patch(path)
                    .with(httpBasic(user, user))
                    .contentType("application/merge-patch+json")
                    .content(json.getBytes(StandardCharsets.UTF_8));
            return mvc.perform(etag == null ? request : request.header("If-Match", etag))
                    .andReturn()
                    .getResponse();
        });
    }

    /** Enters a draft as the handler and returns its reference. */
    public String draft() {
        return post("handler", "/api/requests", Bodies.REQUEST).text("reference");
    }

    /** Enters a request and takes it to its dispatch. */
    public String dispatched() {
        String reference = draft();
        post("handler", "/api/requests/" + reference + "/submission", "{}");
        post("reviewer", "/api/requests/" + reference + "/review", "{\"approved\":true}");
        post("handler", "/api/requests/" + reference + "/dispatch", "{\"channel\":\"DIPLOMATIC_NOTE\"}");
        return reference;
    }

    private static Answer answer(Call call) {
        try {
            MockHttpServletResponse response = call.make();
            String body = response.getContentAsString(StandardCharsets.UTF_8);
            boolean json = response.getContentType() != null
                    && response.getContentType().contains("json");
            return new Answer(response.getStatus(), JSON.readTree(json ? body : ""), response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Call {
        MockHttpServletResponse make() throws Exception;
    }
}
