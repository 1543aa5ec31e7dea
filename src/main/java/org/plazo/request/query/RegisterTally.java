package org.plazo.request.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AgeClass;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.RegisterCounts;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterOverview;
import org.plazo.request.Timeliness;
import org.plazo.request.query.RegisterConditions.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the register by several things at once. The database walks over the rows one time and answers with one line for
 * each combination that occurs; what is shown are sums of these.
 */
@Component
class RegisterTally {

    private final JdbcClient jdbc;
    private final RegisterConditions conditions;

    RegisterTally(JdbcClient jdbc, RegisterConditions conditions) {
        this.jdbc = jdbc;
        this.conditions = conditions;
    }

    private record Line(
            AgeClass age,
            String counterpart,
            String crimeArea,
            Timeliness timeliness,
            long requests,
            long own,
            long owed) {}

    RegisterCounts of(RegisterFilter filter) {
        Condition condition = conditions.of(filter);
        return counts(lines(condition, "", "0 as own, 0 as owed", Map.of()));
    }

    /** The open requests of a direction, or of both. */
    RegisterOverview overview(@Nullable Direction direction, String handler) {
        List<Line> lines = lines(
                conditions.of(RegisterFilter.open(direction)),
                ", case when handler = :own then 1 end as of_handler, case when running_kind = '" + DeadlineKind.SUPPLY
                        + "' then 1 end as of_us",
                "count(of_handler) as own, count(of_us) as owed",
                Map.of("own", handler));
        return new RegisterOverview(
                counts(lines),
                every(Timeliness.class, sums(lines, Line::timeliness, Line::own)),
                every(Timeliness.class, sums(lines, Line::timeliness, Line::owed)));
    }

    /**
     * @param marked expressions beside those that are grouped by, each after a comma
     * @param sums what is made of them, named own and owed
     */
    private List<Line> lines(Condition condition, String marked, String sums, Map<String, Object> with) {
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.putAll(with);
        return jdbc.sql("select age, counterpart, crime_area, timeliness, count(*) as requests, " + sums
                        + " from (select " + conditions.ageCase(parameters) + " as age, "
                        + RegisterConditions.COUNTERPART + " as counterpart, crime_area, "
                        + conditions.timelinessCase(parameters) + " as timeliness" + marked
                        + " from cooperation_request" + condition.where()
                        + ") as counted group by age, counterpart, crime_area, timeliness")
                .params(parameters)
                .query((row, n) -> new Line(
                        AgeClass.valueOf(row.getString("age")),
                        row.getString("counterpart"),
                        row.getString("crime_area"),
                        Timeliness.valueOf(row.getString("timeliness")),
                        row.getLong("requests"),
                        row.getLong("own"),
                        row.getLong("owed")))
                .list();
    }

    private static RegisterCounts counts(List<Line> lines) {
        return new RegisterCounts(
                lines.stream().mapToLong(Line::requests).sum(),
                every(AgeClass.class, sums(lines, Line::age, Line::requests)),
                largestFirst(sums(lines, Line::counterpart, Line::requests)),
                largestFirst(sums(lines, Line::crimeArea, Line::requests)),
                every(Timeliness.class, sums(lines, Line::timeliness, Line::requests)));
    }

    private static <K> Map<K, Long> sums(Collection<Line> lines, Function<Line, K> key, ToLongFunction<Line> number) {
        return lines.stream().collect(Collectors.groupingBy(key, Collectors.summingLong(number)));
    }

    private static <E extends Enum<E>> Map<E, Long> every(Class<E> codes, Map<E, Long> sums) {
        Map<E, Long> all = new EnumMap<>(codes);
        for (E code : codes.getEnumConstants()) {
            all.put(code, sums.getOrDefault(code, 0L));
        }
        return all;
    }

    private static Map<String, Long> largestFirst(Map<String, Long> sums) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }
}
