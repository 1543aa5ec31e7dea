package org.plazo.request.web.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommand;
import org.plazo.request.Settlement;
import org.plazo.request.bulk.BulkCommand;
import org.plazo.request.bulk.BulkItem;
import org.plazo.request.web.input.Fields;
import org.springframework.util.MultiValueMap;

/** What the page for many requests was sent. */
record BulkForm(MultiValueMap<String, String> parameters) {

    /** What the page is asked for: to show what was chosen, to try it, or to do it. */
    enum Step {
        CHOOSE,
        TRY,
        APPLY
    }

    Step step() {
        return Arrays.stream(Step.values())
                .filter(each -> each.name().equalsIgnoreCase(text("step")))
                .findFirst()
                .orElse(Step.CHOOSE);
    }

    /** The requests that were marked in a list, or those of a step before with their versions. */
    List<BulkItem> items() {
        List<BulkItem> items = new ArrayList<>();
        parameters.getOrDefault("reference", List.of()).stream()
                .distinct()
                .map(reference -> new BulkItem(reference, null))
                .forEach(items::add);
        String before = text("items");
        if (before != null) {
            Arrays.stream(before.split("\\s+")).map(BulkForm::item).forEach(items::add);
        }
        return items;
    }

    /** The requests as {@link #items} reads them again. */
    static String text(List<BulkItem> items) {
        return items.stream()
                .map(item -> item.reference() + (item.version() == null ? "" : "@" + item.version()))
                .collect(Collectors.joining(" "));
    }

    private static BulkItem item(String text) {
        int at = text.lastIndexOf('@');
        try {
            return at < 0
                    ? new BulkItem(text, null)
                    : new BulkItem(text.substring(0, at), Long.valueOf(text.substring(at + 1)));
        } catch (NumberFormatException e) {
            throw new InvalidInput("requests", "has the wrong form");
        }
    }

    /** @throws InvalidInput naming what is wrong with it */
    BulkCommand command() {
        RequestCommand command = BulkCommand.named(typed().getOrDefault("command", ""));
        String reason = text("reason");
        return new BulkCommand(
                command,
                reason == null ? "" : reason,
                text("handler"),
                command == RequestCommand.CLOSURE ? settlement() : null);
    }

    private @Nullable Settlement settlement() {
        String outcome = text("outcome");
        return outcome == null
                ? null
                : new Settlement(
                        Fields.code("outcome", outcome, MeasureOutcome.class), text("ground"), text("reasons"));
    }

    Map<String, String> typed() {
        return parameters.toSingleValueMap();
    }

    private @Nullable String text(String name) {
        String text = typed().get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
