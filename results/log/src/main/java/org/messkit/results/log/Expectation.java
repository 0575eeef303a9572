// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Load;

/**
 * A limit that a scenario sets for a figure of some of its cells.
 *
 * @param services names of services, as in their cells
 * @param bytes of the payloads meant; empty for all
 * @param concurrency level of closed load meant; empty for all, unless a rate is meant
 * @param rate of open load meant, per second; empty for all, unless a level is meant
 * @param figure what is limited
 * @param limit in the figure's unit, 0 or more
 * @param because where the limit comes from, for the user; may be empty
 * @param abort whether the run ends where a cell breaks it
 */
public record Expectation(
        List<String> services,
        OptionalInt bytes,
        OptionalInt concurrency,
        OptionalDouble rate,
        Figure figure,
        double limit,
        String because,
        boolean abort) {
    /** Copies, and checks the limit. */
    public Expectation {
        services = List.copyOf(services);
        if (!(limit >= 0)) {
            throw new IllegalArgumentException("a limit must be 0 or more, got: " + limit);
        }
    }

    /** What can be limited. Times are response times in open load, service times in closed. */
    public enum Figure {
        /** Validated transactions per second; at least. */
        TPS("tps", "TPS", "", true, figures -> Optional.of(figures.tps())),
        /** Mean time; at most. */
        MEAN(
                "mean-ms",
                "mean",
                " ms",
                false,
                figures -> Optional.of(times(figures).meanMillis())),
        /** Median time; at most. */
        P50(
                "p50-ms",
                "p50",
                " ms",
                false,
                figures -> answered(figures, 50, times(figures).p50Millis())),
        /** 99th percentile; at most. */
        P99(
                "p99-ms",
                "p99",
                " ms",
                false,
                figures -> answered(figures, 99, times(figures).p99Millis())),
        /** 99.9th percentile; at most. */
        P999(
                "p999-ms",
                "p99.9",
                " ms",
                false,
                figures -> answered(figures, 99.9, times(figures).p999Millis())),
        /** Longest time; at most. */
        MAX(
                "max-ms",
                "maximum",
                " ms",
                false,
                figures -> answered(figures, 100, Optional.of(times(figures).maxMillis()))),
        /** Share of a window's transactions that failed; at most. */
        ERRORS("errors", "share of errors", "", false, Figure::errors);

        private final String key;
        private final String label;
        private final String unit;
        private final boolean atLeast;
        private final Function<Cell.Figures, Optional<Double>> value;

        Figure(String key, String label, String unit, boolean atLeast, Function<Cell.Figures, Optional<Double>> value) {
            this.key = key;
            this.label = label;
            this.unit = unit;
            this.atLeast = atLeast;
            this.value = value;
        }

        /** Its name in files. */
        public String key() {
            return key;
        }

        /** The figure of that name. */
        public static Figure of(String key) {
            for (Figure figure : values()) {
                if (figure.key.equals(key)) {
                    return figure;
                }
            }
            throw new IllegalArgumentException("there is no figure " + key);
        }

        /** A cell's value; empty where it had too few transactions for it. */
        public Optional<Double> in(Cell.Figures figures) {
            return value.apply(figures);
        }

        /** Whether a value keeps a limit. */
        public boolean holds(double value, double limit) {
            return atLeast ? value >= limit : value <= limit;
        }

        /** A value as text, with its unit. */
        public String text(double value) {
            return String.format(Locale.ROOT, this == TPS ? "%.1f" : "%.4g", value) + unit;
        }

        /** A lower bound keeps no limit. */
        private static Optional<Double> answered(Cell.Figures figures, double percentile, Optional<Double> millis) {
            return millis.filter(known -> !times(figures).isAtLeast(percentile));
        }

        private static Cell.Times times(Cell.Figures figures) {
            return figures.arrivals().map(Cell.Arrivals::responseTime).orElse(figures.serviceTime());
        }

        private static Optional<Double> errors(Cell.Figures figures) {
            double all = figures.transactions() + figures.errors();
            return all == 0 ? Optional.empty() : Optional.of(figures.errors() / all);
        }
    }

    /** Whether it is meant for a cell; not for one that is there to show drift. */
    public boolean concerns(Cell cell) {
        Load load = cell.load();
        boolean anyLevel = concurrency.isEmpty() && rate.isEmpty();
        boolean level = load instanceof ClosedLoad
                ? concurrency.isPresent() && concurrency.getAsInt() == load.concurrency()
                : rate.isPresent()
                        && load.rate().filter(r -> r == rate.getAsDouble()).isPresent();
        return cell.outcome() != Outcome.REPEATED
                && (services.contains(cell.service().name())
                        || services.contains(cell.service().onAnyJvm()))
                && (bytes.isEmpty() || bytes.getAsInt() == cell.payload().bytes())
                && (anyLevel || level);
    }

    /** For example {@code p99 at most 50 ms}. */
    public String label() {
        String number = BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
        return figure.label
                + (figure.atLeast ? " at least " : " at most ")
                + number
                + figure.unit
                + (because.isEmpty() ? "" : " (" + because + ")");
    }
}
