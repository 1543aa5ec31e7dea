package org.plazo.workflow.process;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/**
 * Tasks for one measure each. Their names end in the measure's number, so that a list of tasks tells them apart; a name is
 * fixed, whereas a variable could come in with a form.
 */
public final class MeasureTasks {

    private static final Pattern NUMBERED = Pattern.compile(".* (\\d+)");

    private MeasureTasks() {}

    /** The name in the diagram, with the number of the measure in both languages if the task has one. */
    static @Nullable String name(@Nullable String inTheDiagram, DelegateTask task) {
        if (inTheDiagram == null || !(task.getVariable(Names.MEASURE) instanceof Integer measure)) {
            return inTheDiagram;
        }
        return Arrays.stream(inTheDiagram.split(Pattern.quote(BothLanguages.SEPARATOR)))
                .map(half -> half + " " + measure)
                .collect(Collectors.joining(BothLanguages.SEPARATOR));
    }

    /** The position of the measure, from 1. */
    public static int measureOf(String taskName) {
        Matcher numbered = NUMBERED.matcher(taskName);
        if (!numbered.matches()) {
            throw new IllegalArgumentException("No task for one measure: " + taskName);
        }
        return Integer.parseInt(numbered.group(1));
    }
}
