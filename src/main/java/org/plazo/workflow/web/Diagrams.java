package org.plazo.workflow.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Requests;
import org.plazo.workflow.engine.EngineCalls;
import org.plazo.workflow.process.Names;
import org.springframework.stereotype.Component;

/** Reads diagrams and positions from the engine's history, so that an ended process can still be looked at. */
@Component
class Diagrams {

    private final RepositoryService definitions;
    private final HistoryService history;
    private final EngineCalls engine;
    private final Requests requests;

    /** A version of a diagram never changes. */
    private final Map<Drawn, String> inOneLanguage = new ConcurrentHashMap<>();

    private record Drawn(String definition, String language) {}

    Diagrams(RepositoryService definitions, HistoryService history, EngineCalls engine, Requests requests) {
        this.definitions = definitions;
        this.history = history;
        this.engine = engine;
        this.requests = requests;
    }

    /** Of a request without a process (a draft, an imported closed one): the diagram in force. */
    String xml(String reference, Locale reader) {
        return engine.withoutAuthorization(() -> {
            Drawn drawn = new Drawn(definitionId(reference), reader.getLanguage());
            return inOneLanguage.computeIfAbsent(drawn, wanted -> DiagramNames.in(reader, model(wanted.definition())));
        });
    }

    private String model(String definition) {
        try (InputStream model = definitions.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DiagramPosition position(String reference) {
        return engine.withoutAuthorization(() -> {
            HistoricProcessInstance process = process(reference);
            if (process == null) {
                return new DiagramPosition(inForce(reference).getVersion(), List.of(), List.of(), List.of(), false);
            }
            List<HistoricActivityInstance> activities = history.createHistoricActivityInstanceQuery()
                    .processInstanceId(process.getId())
                    .list();
            boolean ended = process.getEndTime() != null;
            return new DiagramPosition(
                    process.getProcessDefinitionVersion(),
                    ended ? lastEnd(activities, process) : ids(activities, each -> isOpen(each) && !isTimer(each)),
                    ended ? List.of() : ids(activities, each -> isOpen(each) && isTimer(each)),
                    ids(activities, each -> each.getEndTime() != null && !each.isCanceled()),
                    ended);
        });
    }

    private String definitionId(String reference) {
        HistoricProcessInstance process = process(reference);
        return process == null ? inForce(reference).getId() : process.getProcessDefinitionId();
    }

    private ProcessDefinition inForce(String reference) {
        return definitions
                .createProcessDefinitionQuery()
                .processDefinitionKey(
                        Names.process(requests.find(reference).orElseThrow().direction()))
                .latestVersion()
                .singleResult();
    }

    private @Nullable HistoricProcessInstance process(String reference) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKeyIn(Names.processes())
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The end event on the process's own level, or inside the event sub-process that ended it. */
    private static List<String> lastEnd(List<HistoricActivityInstance> activities, HistoricProcessInstance process) {
        return activities.stream()
                .filter(each -> each.getActivityType().endsWith("EndEvent"))
                .filter(each -> !each.isCanceled())
                .max(Comparator.comparing(HistoricActivityInstance::getStartTime)
                        .thenComparing(
                                each -> each.getParentActivityInstanceId().equals(process.getId())))
                .map(HistoricActivityInstance::getActivityId)
                .stream()
                .toList();
    }

    private static List<String> ids(
            List<HistoricActivityInstance> activities, Predicate<HistoricActivityInstance> wanted) {
        return activities.stream()
                // what runs several times at once has a frame of its own, which is not drawn
                .filter(each -> !each.getActivityType().equals(ActivityTypes.MULTI_INSTANCE_BODY))
                .filter(wanted)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isOpen(HistoricActivityInstance activity) {
        boolean scope = activity.getActivityType().equals(ActivityTypes.SUB_PROCESS);
        return activity.getEndTime() == null && !scope;
    }

    private static boolean isTimer(HistoricActivityInstance activity) {
        return activity.getActivityType().equals(ActivityTypes.INTERMEDIATE_EVENT_TIMER);
    }
}
