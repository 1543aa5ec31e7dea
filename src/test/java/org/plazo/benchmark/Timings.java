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
    private static final int TIMES_OF_A_JOB = 3;

    private final Runnable change;

    /** @param change done before each question, not timed: a change, so that no answer is a repeated one */
    Timings(Runnable change) {
        this.change = change;
    }

    private record Line(String question, int times, double limit, double median, double p95, double worst) {}

    private final List<Line> lines = new ArrayList<>();

    /**
     * A page, which somebody waits for.
     *
     * @param limit of the 95th percentile, in milliseconds
     * @param ask asks the question and returns the status of the answer
     */
    void page(String question, double limit, IntSupplier ask) {
        measure(question, WARM_UP, TIMES, limit, ask);
    }

    /** A job on all requests at once, which is asked for now and then; its limit holds for the longest. */
    void job(String question, double limit, IntSupplier ask) {
        measure(question, 1, TIMES_OF_A_JOB, limit, ask);
    }

    private void measure(String question, int warmUp, int count, double limit, IntSupplier ask) {
        for (int i = 0; i < warmUp; i++) {
            answered(question, ask);
        }
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            change.run();
            long begin = System.nanoTime();
            answered(question, ask);
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        taken(question, limit, times);
    }

    /** @param times of something that can be done once only to each of several things, in milliseconds */
    void taken(String question, double limit, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        Line line =
                new Line(question, sorted.length, limit, at(sorted, 0.5), at(sorted, 0.95), sorted[sorted.length - 1]);
        LOG.info("{}", text(line));
        lines.add(line);
    }

    private static void answered(String question, IntSupplier ask) {
        int status = ask.getAsInt();
        if (status != 200) {
            throw new IllegalStateException(question + " is answered with " + status);
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** Those whose 95th percentile is above their limit. */
    List<String> tooSlow() {
        return lines.stream()
                .filter(line -> line.p95() > line.limit())
                .map(Timings::text)
                .toList();
    }

    void write(Path file) throws IOException {
        List<String> text = new ArrayList<>();
        text.add(" median    p95  worst  limit  times  milliseconds");
        lines.forEach(line -> text.add(text(line)));
        Files.createDirectories(file.getParent());
        Files.write(file, text);
    }

    private static String text(Line line) {
        return String.format(
                Locale.ROOT,
                "%7.0f %6.0f %6.0f %6.0f %6d  %s",
                line.median(),
                line.p95(),
                line.worst(),
                line.limit(),
                line.times(),
                line.question());
    }
}
