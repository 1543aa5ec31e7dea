package org.plazo.workflow.web;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.Urgency;
import org.plazo.workflow.change.TableChange;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.OutwardAction;
import org.plazo.workflow.policy.Policy;
import org.springframework.context.MessageSource;

/** Rows of the decision tables in the reader's words: how long or when, and of the rest only what differs. */
record PolicyWords(MessageSource messages, Locale locale) {

    private static final List<Function<Policy, Object>> LIMIT_PARTS = List.of(
            policy -> "",
            policy -> policy.limit().timeOfDay() == null ? "" : policy.limit().timeOfDay(),
            policy -> policy.limit().convention(),
            policy -> policy.limit().calendars(),
            policy -> policy.limit().zone(),
            policy -> policy.limit().maxExtensionDays() == null
                    ? ""
                    : policy.limit().maxExtensionDays(),
            Policy::basis);

    private static final List<Function<LadderStep, Object>> STEP_PARTS = List.of(
            step -> "",
            LadderStep::level,
            step -> List.copyOf(step.recipients()),
            LadderStep::outward,
            LadderStep::heldBack);

    String limit(@Nullable Policy said, TableChange<Policy> change) {
        return said == null ? of("policies.none") : told(parts(said), LIMIT_PARTS, change);
    }

    String step(@Nullable LadderStep said, TableChange<LadderStep> change) {
        return said == null ? of("policies.none") : told(parts(said), STEP_PARTS, change);
    }

    /** A step's name; a code that the bundles do not know stands for itself. */
    String stepName(String code) {
        return String.valueOf(messages.getMessage("request.step." + code, null, code, locale));
    }

    String urgencies(List<Urgency> urgencies) {
        return urgencies.size() == Urgency.values().length
                ? of("policies.any")
                : urgencies.stream().map(each -> of("request.urgency." + each)).collect(Collectors.joining(", "));
    }

    private static <T> String told(List<String> words, List<Function<T, Object>> parts, TableChange<T> change) {
        List<String> told = new ArrayList<>(List.of(words.get(0)));
        T before = change.before();
        T after = change.after();
        for (int i = 1; i < words.size(); i++) {
            if (before == null
                    || after == null
                    || !parts.get(i).apply(before).equals(parts.get(i).apply(after))) {
                told.add(words.get(i));
            }
        }
        return String.join(" · ", told);
    }

    private List<String> parts(Policy policy) {
        TimeLimit limit = policy.limit();
        LocalTime time = limit.timeOfDay();
        Integer most = limit.maxExtensionDays();
        return List.of(
                of("deadline.unit." + limit.unit(), limit.amount()),
                time == null ? of("policies.time.none") : of("policies.time", time.toString()),
                of("policies.convention." + limit.convention()),
                limit.calendars().isEmpty()
                        ? of("policies.calendars.none")
                        : of("policies.calendars", String.join(", ", limit.calendars())),
                of("policies.zone", limit.zone().getId()),
                most == null ? of("policies.extension.none") : of("policies.extension", most),
                of("request.basis." + policy.basis()));
    }

    private List<String> parts(LadderStep step) {
        String amount = of("deadline.unit." + step.unit(), Math.abs(step.amount()));
        String when = step.amount() == 0
                ? of("policies.step.on")
                : of(step.amount() < 0 ? "policies.step.before" : "policies.step.after", amount);
        String people = step.recipients().stream()
                .sorted()
                .map(role -> of("policies.role." + role))
                .collect(Collectors.joining(", "));
        return List.of(
                when,
                of("policies.step.level", step.level()),
                of("policies.step.people", people),
                step.outward() == OutwardAction.NONE
                        ? of("policies.step.inward")
                        : of("policies.step.outward", of("request.step." + step.outward())),
                of("policies.step.held." + step.heldBack()));
    }

    private String of(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
