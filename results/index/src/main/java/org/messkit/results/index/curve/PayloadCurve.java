// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.messkit.results.log.Rules;

/**
 * TPS over payload, of one service at one level of concurrency: it should fall in proportion to the bytes.
 *
 * @param concurrency the level
 * @param points of rising payload, 1 or more
 */
public record PayloadCurve(int concurrency, List<Point> points) {
    private static final double MARGIN = Rules.PAYLOAD.value();

    /** Copies, in the order of bytes. */
    public PayloadCurve {
        points = points.stream().sorted(Comparator.comparingInt(Point::bytes)).toList();
    }

    /**
     * One payload.
     *
     * @param elsewhere what the reader must see to before TPS say anything of the service, with what to do; empty where nothing
     */
    public record Point(int bytes, double tps, Optional<String> elsewhere) {
        /** Nothing but the service is the limit. */
        public Point(int bytes, double tps) {
            this(bytes, tps, Optional.empty());
        }
    }

    /** How TPS went from one payload to a larger one. */
    public enum Reading {
        /** TPS rose. */
        RISES("rises", "the level was too low, or the figures are not settled: measure at a higher one"),
        /** TPS is about the same, though there is more to do. */
        FLAT(
                "flat",
                "the level may be too high: measure at a lower one; else a fixed cost for each request is nearly all"),
        /** TPS fell by less than the data grew. */
        BELOW_PROPORTION(
                "less than in proportion", "a fixed cost for each request counts: look at what is not of the payload"),
        /** Within 5 % of proportion. */
        IN_PROPORTION("in proportion", "nothing"),
        /** TPS fell by more than the data grew. */
        BEYOND_PROPORTION(
                "beyond proportion", "profile the request processor: a buffer, list or tree that outgrows its size");

        private final String label;
        private final String next;

        Reading(String label, String next) {
            this.label = label;
            this.next = next;
        }

        /** The words in reports. */
        public String label() {
            return label;
        }

        /** What to do, in words. */
        public String next() {
            return next;
        }
    }

    /**
     * From one payload to a larger one.
     *
     * @param data how many times the bytes
     * @param drop how many times less TPS
     * @param elsewhere that of the larger payload, else of the smaller
     */
    public record Step(int fromBytes, int toBytes, double data, double drop, Optional<String> elsewhere) {
        /** The drop over what proportion asks for: 1 is in proportion. */
        public double excess() {
            return drop / data;
        }

        /** What to think of it. */
        public Reading reading() {
            if (drop < 1 - MARGIN) {
                return Reading.RISES;
            }
            if (excess() > 1 + MARGIN) {
                return Reading.BEYOND_PROPORTION;
            }
            if (excess() >= 1 - MARGIN) {
                return Reading.IN_PROPORTION;
            }
            return drop <= 1 + MARGIN ? Reading.FLAT : Reading.BELOW_PROPORTION;
        }

        /** What to do: a TestNode or a link that is full comes before the service. */
        public String next() {
            return elsewhere.orElseGet(() -> reading().next());
        }
    }

    /** From the smallest to the largest payload; empty for a single one. */
    public Optional<Step> whole() {
        return points.size() < 2 ? Optional.empty() : Optional.of(step(points.get(0), points.get(points.size() - 1)));
    }

    /** From each payload to the next. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            steps.add(step(points.get(i - 1), points.get(i)));
        }
        return steps;
    }

    /**
     * Where an extra drop sits: the step that goes furthest beyond proportion for its growth, as a power of it. Empty if no step
     * goes beyond proportion.
     */
    public Optional<Step> extraDrop() {
        return steps().stream()
                .filter(s -> s.reading() == Reading.BEYOND_PROPORTION)
                .max(Comparator.comparingDouble(s -> Math.log(s.drop()) / Math.log(s.data())));
    }

    private static Step step(Point from, Point to) {
        return new Step(
                from.bytes(),
                to.bytes(),
                (double) to.bytes() / from.bytes(),
                from.tps() / to.tps(),
                to.elsewhere().or(from::elsewhere));
    }
}
