package org.plazo.request.web.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommand;
import org.plazo.request.Settlement;
import org.plazo.request.bulk.BulkCommand;
import org.plazo.request.bulk.BulkItem;
import org.plazo.request.bulk.BulkReport;
import org.plazo.request.bulk.BulkRequests;
import org.plazo.request.bulk.BulkResult;
import org.plazo.request.web.input.Fields;
import org.plazo.security.CurrentActor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One command for many requests. The answer is 200 also if nothing could be done: it says for each what became of it. */
@RestController
class BulkController {

    private final BulkRequests requests;
    private final CurrentActor actor;

    BulkController(BulkRequests requests, CurrentActor actor) {
        this.requests = requests;
        this.actor = actor;
    }

    @PostMapping("/api/requests/bulk")
    BulkView run(@RequestParam boolean dryRun, @RequestBody BulkInput input) {
        return BulkView.of(requests.run(input.toCommand(), input.items(), dryRun, actor.get()));
    }

    /**
     * @param command assignment, closure or withdrawal
     * @param outcome with a closure, what becomes of the pending measures; LAPSED if it is missing
     */
    record BulkInput(
            @Nullable String command,
            @Nullable String reason,
            @Nullable String handler,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable String reasons,
            @Nullable List<ItemInput> requests) {

        BulkCommand toCommand() {
            RequestCommand asked = BulkCommand.named(Fields.required("command", command));
            return new BulkCommand(
                    asked,
                    Fields.required("reason", reason),
                    handler,
                    asked == RequestCommand.CLOSURE ? settlement() : null);
        }

        private Settlement settlement() {
            return new Settlement(
                    outcome == null ? MeasureOutcome.LAPSED : Fields.code("outcome", outcome, MeasureOutcome.class),
                    ground,
                    reasons);
        }

        List<BulkItem> items() {
            List<BulkItem> items = new ArrayList<>();
            for (ItemInput each : Fields.required("requests", requests)) {
                String at = "requests[" + items.size() + "]";
                ItemInput item = Fields.required(at, each);
                items.add(new BulkItem(Fields.required(at + ".reference", item.reference()), item.version()));
            }
            return items;
        }
    }

    /** @param version if it is given, nothing is done to a request that is another one now */
    record ItemInput(@Nullable String reference, @Nullable Long version) {}

    /** @param done in a dry run: how many it could be done to */
    record BulkView(boolean dryRun, int done, int notDone, List<ResultView> requests) {

        static BulkView of(BulkReport report) {
            return new BulkView(
                    report.dryRun(),
                    report.done(),
                    report.notDone(),
                    report.results().stream().map(ResultView::of).toList());
        }
    }

    record ResultView(
            String reference,
            BulkResult.Outcome outcome,
            @Nullable Long version,
            @Nullable Lifecycle lifecycle,
            @Nullable String field,
            @Nullable String reason) {

        static ResultView of(BulkResult result) {
            InvalidInput refusal = result.refusal();
            return new ResultView(
                    result.reference(),
                    result.outcome(),
                    result.version(),
                    result.lifecycle(),
                    refusal == null ? null : refusal.field(),
                    refusal == null ? null : refusal.reason());
        }
    }
}
