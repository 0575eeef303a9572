// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.messkit.services.spi.StoreException;

/** How long a store's statements took, for whoever looks for the slow ones: of a store whose database does not count that. Thread-safe. */
public final class StatementTimes {
    /** Name of the file in the store's folder; what ends so is kept with a run. */
    public static final String FILE = "statements.log";

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, LongSummaryStatistics> nanos = new ConcurrentHashMap<>();

    /**
     * What is known of one statement.
     *
     * @param statement its name or its text, without values
     * @param count how often it ran
     */
    public record Times(String statement, long count, double meanMillis, double maxMillis) {}

    /** Counts one run of a statement. */
    public void add(String statement, long took) {
        nanos.compute(statement, (name, known) -> {
            LongSummaryStatistics all = known == null ? new LongSummaryStatistics() : known;
            all.accept(took);
            return all;
        });
    }

    /** Writes what was counted; to be called when nothing is counted any more. */
    public void write(Path file) {
        write(
                file,
                nanos.entrySet().stream()
                        .map(known -> new Times(
                                known.getKey(),
                                known.getValue().getCount(),
                                known.getValue().getAverage() / NANOS_PER_MILLI,
                                known.getValue().getMax() / NANOS_PER_MILLI))
                        .toList());
    }

    /**
     * Writes a line for each statement, the slowest first, after one that says when: a run puts the files of several processes together.
     *
     * @throws StoreException if that fails
     */
    public static void write(Path file, Collection<Times> statements) {
        Stream<String> heading =
                Stream.of("# written at " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", the slowest first");
        Stream<String> lines = statements.stream()
                .sorted(Comparator.comparingDouble(Times::maxMillis).reversed())
                .map(times -> String.format(
                        Locale.ROOT,
                        "max %.3f ms, mean %.3f ms, %d times: %s",
                        times.maxMillis,
                        times.meanMillis,
                        times.count,
                        times.statement.replaceAll("\\s+", " ").strip()));
        try {
            Files.write(file, (Iterable<String>) Stream.concat(heading, lines)::iterator);
        } catch (IOException e) {
            throw new StoreException("the times of the statements cannot be kept: " + e.getMessage(), e);
        }
    }
}
