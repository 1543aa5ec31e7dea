package org.plazo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Milliseconds of each question, asked again and again. */
final class Timings {

    private static final Logger LOG = LoggerFactory.getLogger(Timings.class);

    private static final int WARM_UP = 5;
    private static final int TIMES = 20;

    private final Runnable change;

    /** @param change done before each question, not timed: a change, so that no answer is a repeated one */
    Timings(Runnable change) {
        this.change = change;
    }

    private record Line(String question, double median, double p95, double worst) {}

    private final List<Line> lines = new ArrayList<>();

    /** @param ask asks the question and returns the status of the answer */
    void measure(String question, IntSupplier ask) {
        for (int i = 0; i < WARM_UP; i++) {
            int status = ask.getAsInt();
            if (status != 200) {
                throw new IllegalStateException(question + " is answered with " + status);
            }
        }
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            change.run();
            long begin = System.nanoTime();
            ask.getAsInt();
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        Line line = new Line(question, at(times, 0.5), at(times, 0.95), times[TIMES - 1]);
        LOG.info("{}", text(line));
        lines.add(line);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** Those whose 95th percentile is above the limit in milliseconds. */
    List<String> slowerThan(double limit) {
        return lines.stream()
                .filter(line -> line.p95() > limit)
                .map(Timings::text)
                .toList();
    }

    void write(Path file) throws IOException {
        List<String> text = new ArrayList<>();
        text.add(" median    p95  worst  milliseconds, " + TIMES + " times each");
        lines.forEach(line -> text.add(text(line)));
        Files.createDirectories(file.getParent());
        Files.write(file, text);
    }

    private static String text(Line line) {
        return String.format(
                Locale.ROOT, "%7.0f %6.0f %6.0f  %s", line.median(), line.p95(), line.worst(), line.question());
    }
}
