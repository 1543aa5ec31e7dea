package org.plazo.request.web.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plazo.request.Timeliness;
import org.plazo.request.web.filter.ListAddress;

class ChartTest {

    private static final ListAddress OPEN = ListAddress.of("/requests", Map.of("open", "true"));

    @Test
    void hasABarForEveryCodeAlsoWithoutRequests() {
        Map<Timeliness, Long> counts = new EnumMap<>(Timeliness.class);
        for (Timeliness each : Timeliness.values()) {
            counts.put(each, 0L);
        }
        counts.put(Timeliness.OVERDUE, 100_000L);
        counts.put(Timeliness.DUE_SOON, 1L);
        assertThat(Chart.ofAll("timeliness", counts, Enum::name, OPEN).bars())
                .extracting(Chart.Bar::code, Chart.Bar::count, Chart.Bar::width)
                .containsExactly(
                        tuple("NO_DEADLINE", 0L, 0L),
                        tuple("PAUSED", 0L, 0L),
                        tuple("ON_TIME", 0L, 0L),
                        tuple("DUE_SOON", 1L, 1L),
                        tuple("OVERDUE", 100_000L, 1000L),
                        tuple("LONG_OVERDUE", 0L, 0L),
                        tuple("PROMISE_BROKEN", 0L, 0L));
    }

    @Test
    void showsTheLargestAndTheRestAsOneBar() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < 13; i++) {
            counts.put("A" + i, 100L - i);
        }
        Chart chart = of(counts);
        assertThat(chart.bars()).hasSize(10);
        assertThat(chart.bars().get(9).label()).isEqualTo("4 others");
        assertThat(chart.bars().get(9).count()).isEqualTo(91 + 90 + 89 + 88);
        assertThat(chart.bars().get(9).address())
                .isEqualTo("/requests?open=true&authorityNot=A0%2CA1%2CA2%2CA3%2CA4%2CA5%2CA6%2CA7%2CA8");
        assertThat(chart.bars().stream().mapToLong(Chart.Bar::count).sum())
                .isEqualTo(counts.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void needsNoRestWhenAllFit() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            counts.put("A" + i, 5L);
        }
        assertThat(of(counts).bars()).hasSize(10).noneMatch(bar -> bar.code().isEmpty());
    }

    @Test
    void putsWhatTheConfigurationNoLongerKnowsIntoTheRest() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("GONE", 7L);
        counts.put("A1", 3L);
        assertThat(of(counts).bars())
                .extracting(Chart.Bar::label, Chart.Bar::count, Chart.Bar::address)
                .containsExactly(
                        tuple("A1", 3L, "/requests?open=true&authority=A1"),
                        tuple("1 others", 7L, "/requests?open=true&authorityNot=A1"));
        counts.remove("A1");
        assertThat(of(counts).bars()).extracting(Chart.Bar::address).containsExactly("/requests?open=true");
        assertThat(of(Map.of()).bars()).isEmpty();
    }

    private static Chart of(Map<String, Long> counts) {
        return Chart.ofLargest(
                "authority", counts, code -> code.startsWith("A"), code -> code, number -> number + " others", OPEN);
    }
}
