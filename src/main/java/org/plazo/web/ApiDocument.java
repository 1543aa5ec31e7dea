package org.plazo.web;

import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The OpenAPI document at {@code /api/openapi}: what the code of the controllers says, with one sentence for each operation
 * from the bundle {@code api}, in the reader's language. An operation's id is the controller's name and the method's.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String PROBLEM = "Problem";

    /** Operations are grouped by what they are about; the rest is about requests. */
    private static final Map<String, String> TAGS = Map.of(
            "calendarChanges", "calendars",
            "policyChanges", "calendars",
            "closures", "calendars",
            "deadlines", "calendars",
            "document", "documents",
            "requestCommand", "commands",
            "clockCommand", "commands",
            "import", "imports",
            "ledger", "ledger");

    private final MessageSource messages;

    ApiDocument(MessageSource messages) {
        this.messages = messages;
    }

    @Bean
    OperationCustomizer operationsInWords() {
        return (operation, handler) -> {
            String tag = handler.getBeanType().getSimpleName().replaceAll("Controller$", "");
            String name = Character.toLowerCase(tag.charAt(0)) + tag.substring(1);
            String id = name + "." + handler.getMethod().getName();
            operation.setOperationId(id);
            operation.setTags(List.of(text("api.tag." + TAGS.getOrDefault(name, "requests"))));
            operation.setSummary(text("api.operation." + id));
            operation.getResponses().addApiResponse("default", problem());
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer documentInWords() {
        return document -> {
            document.info(new Info()
                    .title(text("api.title"))
                    .description(text("api.description"))
                    .version("1"));
            document.servers(List.of(new Server().url("/")));
            document.getComponents()
                    .addSecuritySchemes(
                            "basic",
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
            document.addSecurityItem(new SecurityRequirement().addList("basic"));
            document.getComponents().addSchemas(PROBLEM, problemSchema());
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }

    private ApiResponse problem() {
        return new ApiResponse()
                .description(text("api.problem"))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    /** RFC 9457, with the members that this API adds. */
    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<>().type("integer"))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("field", new StringSchema());
    }
}
