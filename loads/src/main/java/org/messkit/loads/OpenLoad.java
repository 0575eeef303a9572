// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Open load: requests begin by a schedule, whatever became of those before. Its rate is known from the beginning, or it is a share
 * of the peak that the closed cells before it show.
 *
 * @param rate arrivals per second, above 0; empty where the peak is not known yet
 * @param peakShare share of the peak that was asked for; empty where a rate was
 * @param arrivals whether they know of each other
 * @param connections most requests in flight, 1 or more
 * @param backlog how many arrivals may wait beyond them; 0 where a result does not say it
 * @param ramp over which the rate climbs
 * @param window what is measured; empty where a result tells it elsewhere
 */
public record OpenLoad(
        Optional<Double> rate,
        Optional<Double> peakShare,
        Arrivals arrivals,
        int connections,
        int backlog,
        Duration ramp,
        Optional<Duration> window)
        implements Load {
    /** The element {@code <open>}. */
    public static final Kind KIND = new OpenElement();

    static final int DEFAULT_CONNECTIONS = 64;
    static final int DEFAULT_BACKLOG = 10_000;
    /** Far below what a service bears by default before it closes a silent connection; a ramp begins slowly. */
    private static final int SILENT_SECONDS = 5;

    /** Checks. */
    public OpenLoad {
        rate.ifPresent(given -> require(given > 0 && given < Double.POSITIVE_INFINITY, "rate must be above 0", given));
        peakShare.ifPresent(share -> require(share > 0, "peak-share must be above 0", share));
        require(connections >= 1, "connections must be at least 1", connections);
        require(backlog >= 0, "backlog must be at least 0", backlog);
        Objects.requireNonNull(arrivals, "arrivals");
    }

    /** How arrivals are spaced. */
    public enum Arrivals {
        /** They do not know of each other. */
        POISSON("Poisson"),
        /** Evenly spaced. */
        UNIFORM("evenly spaced");

        private final String words;

        Arrivals(String words) {
            this.words = words;
        }

        /** As in scenarios and results, for example {@code poisson}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For the user. */
        String words() {
            return words;
        }
    }

    /** At a rate, with the defaults of the scenario. */
    public static OpenLoad at(double rate, Arrivals arrivals, int connections) {
        return new OpenLoad(
                Optional.of(rate),
                Optional.empty(),
                arrivals,
                connections,
                DEFAULT_BACKLOG,
                Duration.ZERO,
                Optional.empty());
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public int concurrency() {
        return connections;
    }

    @Override
    public String label() {
        return rate.map(perSecond -> rounded(perSecond) + "/s")
                .or(() -> peakShare.map(share -> rounded(share * 100) + " % of peak"))
                .orElse("rate not known");
    }

    @Override
    public boolean needsPeak() {
        return rate.isEmpty();
    }

    @Override
    public Optional<Load> asDriven(OptionalDouble peak) {
        Optional<Double> known =
                rate.or(() -> peak.isPresent() ? peakShare.map(share -> share * peak.getAsDouble()) : Optional.empty());
        return known.map(perSecond -> {
            // No more than the rate uses: a service closes a connection that is silent for long.
            int used = (int) Math.max(1, Math.min(connections, Math.ceil(perSecond * SILENT_SECONDS)));
            return new OpenLoad(known, peakShare, arrivals, used, backlog, ramp, window);
        });
    }

    @Override
    public Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("concurrency", connections);
        rate.ifPresent(perSecond -> attributes.put("rate", perSecond));
        attributes.put("arrivals", arrivals.label());
        peakShare.ifPresent(share -> attributes.put("peak-share", share));
        if (backlog > 0) {
            // Files of format 1 do not say it.
            attributes.put("backlog", backlog);
        }
        if (!ramp.isZero()) {
            attributes.put("ramp-ms", ramp.toMillis());
        }
        return attributes;
    }

    @Override
    public List<Load> shares(int nodes) {
        int parts = Math.min(nodes, connections);
        List<Load> shares = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            shares.add(new OpenLoad(
                    rate.map(perSecond -> perSecond / parts),
                    peakShare,
                    arrivals,
                    connections / parts + (i < connections % parts ? 1 : 0),
                    backlog / parts + (i < backlog % parts ? 1 : 0),
                    ramp,
                    window));
        }
        return shares;
    }

    @Override
    public Driver driver(Clock clock, List<? extends Transaction> transactions, long seed) {
        double perSecond = rate.orElseThrow(() -> new IllegalArgumentException("the rate is not known"));
        long rampNanos = ramp.toNanos();
        Supplier<Schedule> schedule = arrivals == Arrivals.POISSON
                ? () -> Schedule.poisson(perSecond, rampNanos, seed)
                : () -> Schedule.uniform(perSecond, rampNanos);
        return new OpenDriver(clock, transactions, schedule, backlog);
    }

    private static String rounded(double number) {
        return BigDecimal.valueOf(Math.round(number * 100) / 100.0)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void require(boolean held, String rule, Object got) {
        if (!held) {
            throw new IllegalArgumentException(rule + ", got: " + got);
        }
    }
}
