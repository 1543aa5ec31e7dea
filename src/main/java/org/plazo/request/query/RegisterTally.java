package org.plazo.request.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plazo.request.AgeClass;
import org.plazo.request.RegisterCounts;
import org.plazo.request.RegisterFilter;
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

    private record Line(AgeClass age, String counterpart, String crimeArea, Timeliness timeliness, long requests) {}

    RegisterCounts of(RegisterFilter filter) {
        Condition condition = conditions.of(filter);
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        List<Line> lines = jdbc.sql(
                        "select age, counterpart, crime_area, timeliness, count(*) as requests from (select "
                                + conditions.ageCase(parameters) + " as age, "
                                + RegisterConditions.COUNTERPART + " as counterpart, crime_area, "
                                + conditions.timelinessCase(parameters) + " as timeliness from cooperation_request"
                                + condition.where() + ") as counted group by age, counterpart, crime_area, timeliness")
                .params(parameters)
                .query((row, n) -> new Line(
                        AgeClass.valueOf(row.getString("age")),
                        row.getString("counterpart"),
                        row.getString("crime_area"),
                        Timeliness.valueOf(row.getString("timeliness")),
                        row.getLong("requests")))
                .list();
        return new RegisterCounts(
                lines.stream().mapToLong(Line::requests).sum(),
                every(AgeClass.class, sums(lines, Line::age)),
                largestFirst(sums(lines, Line::counterpart)),
                largestFirst(sums(lines, Line::crimeArea)),
                every(Timeliness.class, sums(lines, Line::timeliness)));
    }

    Map<Timeliness, Long> byTimeliness(RegisterFilter filter) {
        Condition condition = conditions.of(filter);
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        Map<Timeliness, Long> counts = new HashMap<>();
        jdbc.sql("select timeliness, count(*) as requests from (select " + conditions.timelinessCase(parameters)
                        + " as timeliness from cooperation_request" + condition.where()
                        + ") as counted group by timeliness")
                .params(parameters)
                .query((row, n) -> counts.put(Timeliness.valueOf(row.getString("timeliness")), row.getLong("requests")))
                .list();
        return every(Timeliness.class, counts);
    }

    private static <K> Map<K, Long> sums(Collection<Line> lines, Function<Line, K> key) {
        return lines.stream().collect(Collectors.groupingBy(key, Collectors.summingLong(Line::requests)));
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
