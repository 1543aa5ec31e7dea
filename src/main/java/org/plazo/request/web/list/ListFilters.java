package org.plazo.request.web.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AgeClass;
import org.plazo.request.CodeList;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RegisterFilter;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;
import org.plazo.request.web.filter.ListAddress;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageNames.Named;
import org.plazo.request.web.words.PageWords;

/**
 * What can be chosen above a list, what is chosen, and how each choice is taken back.
 *
 * @param selects those that are always seen
 * @param further those that are seen when asked for, or when one of them narrows the list
 * @param chips what narrows the list now
 */
public record ListFilters(List<Select> selects, List<Select> further, List<Chip> chips) {

    /** A choice; {@code value} is what is chosen, blank if nothing is. */
    public record Select(String name, String label, List<Group> groups, String value) {

        Optional<String> nameOf(String code) {
            return groups.stream()
                    .flatMap(group -> group.options().stream())
                    .filter(option -> option.code().equals(code))
                    .map(Named::name)
                    .findFirst();
        }
    }

    /** Options under a common name, or without one. */
    public record Group(@Nullable String name, List<Named> options) {}

    /** A filter that is set, in words, and the address without it. */
    public record Chip(String label, String value, String without) {}

    /** Whether one of the filters that are seen only when asked for is set. */
    public boolean isFurtherSet() {
        return further.stream().anyMatch(select -> !select.value().isEmpty());
    }

    static ListFilters of(ListAddress address, PageNames names, Map<String, String> handlers, PageWords words) {
        Choices choices = new Choices(address, names, handlers, words);
        List<Select> selects = choices.usual();
        List<Select> further = choices.further();
        return new ListFilters(selects, further, choices.chips(selects, further));
    }

    /** The label of a parameter, such as for a message about it. */
    static String label(String parameter, PageWords words) {
        return words.of("pages.filter." + parameter);
    }

    private record Choices(ListAddress address, PageNames names, Map<String, String> handlers, PageWords words) {

        List<Select> usual() {
            return List.of(
                    select("open", List.of(named("true", "pages.open.true"), named("false", "pages.open.false"))),
                    codes("direction", Direction.values(), "request.direction."),
                    codes("timeliness", Timeliness.values(), "request.timeliness."),
                    new Select(
                            "authority",
                            label("authority", words),
                            names.getParties().stream()
                                    .map(side -> new Group(side.name(), side.authorities()))
                                    .toList(),
                            address.value("authority")),
                    select("crimeArea", names.of(CodeList.CRIME_AREAS)),
                    select("handler", people()));
        }

        List<Select> further() {
            return List.of(
                    stages(),
                    codes("age", AgeClass.values(), "request.age."),
                    codes("urgency", Urgency.values(), "request.urgency."),
                    codes("outcome", MeasureOutcome.values(), "request.outcome."),
                    codes("deadline", DeadlineKind.values(), "request.deadline."));
        }

        /** Those of one direction, those of the other, and those that both can reach. */
        private Select stages() {
            Set<Lifecycle> outgoing = Lifecycle.of(Direction.OUTGOING);
            Set<Lifecycle> incoming = Lifecycle.of(Direction.INCOMING);
            Set<Lifecycle> both = EnumSet.copyOf(outgoing);
            both.retainAll(incoming);
            outgoing.removeAll(both);
            incoming.removeAll(both);
            return new Select(
                    "lifecycle",
                    label("lifecycle", words),
                    List.of(
                            new Group(words.of("request.direction.OUTGOING"), stages(outgoing)),
                            new Group(words.of("request.direction.INCOMING"), stages(incoming)),
                            new Group(words.of("pages.home.both"), stages(both))),
                    address.value("lifecycle"));
        }

        private List<Named> stages(Set<Lifecycle> stages) {
            return stages.stream()
                    .map(stage -> named(stage.name(), "request.lifecycle." + stage))
                    .toList();
        }

        /** Those who are handlers now, nobody, and whoever is asked for although he is none. */
        private List<Named> people() {
            List<Named> options = new ArrayList<>();
            options.add(named(RegisterFilter.NOBODY, "pages.request.nobody"));
            handlers.forEach((id, name) -> options.add(new Named(id, name)));
            String asked = address.value("handler");
            if (!asked.isEmpty()
                    && options.stream().noneMatch(option -> option.code().equals(asked))) {
                options.add(new Named(asked, asked));
            }
            return options;
        }

        List<Chip> chips(List<Select> selects, List<Select> further) {
            List<Chip> chips = new ArrayList<>();
            String text = address.value("text");
            if (!text.isEmpty()) {
                chips.add(chip("text", text));
            }
            Stream.of(selects, further)
                    .flatMap(List::stream)
                    .filter(select -> !select.value().isEmpty())
                    .forEach(select -> chips.add(
                            chip(select.name(), select.nameOf(select.value()).orElse(select.value()))));
            except("authorityNot", "authority", names::authority).ifPresent(chips::add);
            except("crimeAreaNot", "crimeArea", names::crimeArea).ifPresent(chips::add);
            return chips;
        }

        /** What is left out of the list. */
        private Optional<Chip> except(String name, String of, UnaryOperator<String> nameOf) {
            String codes = address.value(name);
            if (codes.isEmpty()) {
                return Optional.empty();
            }
            String left = Arrays.stream(codes.split(",")).map(nameOf).collect(Collectors.joining(", "));
            return Optional.of(new Chip(
                    label(of, words),
                    words.of("pages.filter.except", left),
                    address.without(name).toString()));
        }

        private Chip chip(String name, String value) {
            return new Chip(label(name, words), value, address.without(name).toString());
        }

        private <E extends Enum<E>> Select codes(String name, E[] codes, String prefix) {
            Function<E, Named> option = code -> named(code.name(), prefix + code);
            return select(name, Arrays.stream(codes).map(option).toList());
        }

        private Select select(String name, List<Named> options) {
            return new Select(name, label(name, words), List.of(new Group(null, options)), address.value(name));
        }

        private Named named(String code, String key) {
            return new Named(code, words.of(key));
        }
    }
}
