package org.plazo.request.web.filter;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plazo.request.AgeClass;
import org.plazo.request.CodeList;
import org.plazo.request.Coded;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Parties;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Names the {@link FilterParameters} in the API's document, where the code only has a map of them. */
@Component
class FilterDescription implements OperationCustomizer {

    private final Parties parties;

    FilterDescription(Parties parties) {
        this.parties = parties;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class) && parameter.getParameterType() == Map.class) {
                name(operation);
            }
        }
        return operation;
    }

    private void name(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> parameter.getIn().equals("query"));
        }
        filters()
                .forEach((name, schema) -> operation.addParametersItem(
                        new Parameter().in("query").name(name).required(false).schema(schema)));
    }

    private Map<String, Schema<?>> filters() {
        Map<String, Schema<?>> filters = new LinkedHashMap<>();
        filters.put("direction", names(Direction.values()));
        filters.put("lifecycle", names(Lifecycle.values()));
        filters.put("timeliness", names(Timeliness.values()));
        filters.put("authority", new StringSchema());
        filters.put("crimeArea", crimeAreas());
        filters.put("urgency", names(Urgency.values()));
        filters.put("handler", new StringSchema());
        filters.put("age", names(AgeClass.values()));
        filters.put("outcome", names(MeasureOutcome.values()));
        filters.put("open", new BooleanSchema());
        filters.put("deadline", names(DeadlineKind.values()));
        filters.put("text", new StringSchema().maxLength(FilterParameters.LONGEST_TEXT));
        filters.put("authorityNot", new StringSchema());
        filters.put("crimeAreaNot", new StringSchema());
        filters.put("sort", new StringSchema());
        filters.put("page", new IntegerSchema().minimum(BigDecimal.ZERO));
        filters.put(
                "size",
                new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(FilterParameters.LARGEST_PAGE)));
        return filters;
    }

    private Schema<?> crimeAreas() {
        StringSchema schema = new StringSchema();
        CodeList.CRIME_AREAS.of(parties).stream().map(Coded::code).forEach(schema::addEnumItem);
        return schema;
    }

    private static Schema<?> names(Enum<?>[] values) {
        StringSchema schema = new StringSchema();
        Arrays.stream(values).map(Enum::name).forEach(schema::addEnumItem);
        return schema;
    }
}
