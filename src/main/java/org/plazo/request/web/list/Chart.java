package org.plazo.request.web.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plazo.request.web.filter.ListAddress;

/**
 * A table of numbers with a bar for each.
 *
 * @param name the parameter that each bar's list is narrowed by
 */
public record Chart(String name, List<Bar> bars) {

    private static final int MOST_BARS = 10;
    private static final int FULL = 1000;

    /**
     * @param code what the bar stands for; blank if for all others
     * @param width per mille of the longest bar; something that is there is never without a width
     * @param address the list of what was counted
     */
    public record Bar(String code, String label, long count, long width, String address) {}

    /** A bar for each code, in their order. */
    static <E extends Enum<E>> Chart ofAll(
            String name, Map<E, Long> counts, Function<E, String> label, ListAddress address) {
        long longest = longest(counts);
        List<Bar> bars = counts.entrySet().stream()
                .map(each -> bar(
                        each.getKey().name(),
                        label.apply(each.getKey()),
                        each.getValue(),
                        longest,
                        address.with(name, each.getKey().name())))
                .toList();
        return new Chart(name, bars);
    }

    /**
     * A bar for each of the largest; what is left, and what the configuration no longer knows, is one bar more.
     *
     * @param counts the largest first
     */
    static Chart ofLargest(
            String name,
            Map<String, Long> counts,
            Predicate<String> known,
            Function<String, String> label,
            Function<Integer, String> others,
            ListAddress address) {
        Map<String, Long> shown = new LinkedHashMap<>();
        Map<String, Long> rest = new LinkedHashMap<>(counts);
        long knownOnes = counts.keySet().stream().filter(known).count();
        long room = knownOnes == counts.size() && counts.size() <= MOST_BARS ? MOST_BARS : MOST_BARS - 1L;
        counts.keySet().stream().filter(known).limit(room).forEach(code -> shown.put(code, rest.remove(code)));
        long left = rest.values().stream().mapToLong(Long::longValue).sum();
        long longest = Math.max(longest(shown), left);
        List<Bar> bars = new ArrayList<>();
        shown.forEach(
                (code, count) -> bars.add(bar(code, label.apply(code), count, longest, address.with(name, code))));
        if (left > 0) {
            ListAddress list = address.with(name + "Not", String.join(",", shown.keySet()));
            bars.add(bar("", others.apply(rest.size()), left, longest, list));
        }
        return new Chart(name, bars);
    }

    private static Bar bar(String code, String label, long count, long longest, ListAddress list) {
        long width = count == 0 ? 0 : Math.max(1, count * FULL / longest);
        return new Bar(code, label, count, width, list.toString());
    }

    private static long longest(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
