// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of load that {@code add-load} adds to see what that touches: so many users, each of whom begins a transaction at fixed times,
 * or as soon as the one before has ended.
 *
 * @param concurrency users, 1 or more
 * @param every from one beginning to the next
 */
public record PacedLoad(int concurrency, Duration every) implements Load {
    /** The element {@code <paced>}. */
    public static final Kind KIND = new Element();

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String label() {
        return concurrency + " paced";
    }

    @Override
    public Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("concurrency", concurrency);
        attributes.put("every-ms", every.toMillis());
        return attributes;
    }

    @Override
    public List<Load> shares(int nodes) {
        List<Load> shares = new ArrayList<>();
        for (Load share : new ClosedLoad(concurrency).shares(nodes)) {
            shares.add(new PacedLoad(share.concurrency(), every));
        }
        return shares;
    }

    @Override
    public Driver driver(Clock clock, List<? extends Transaction> transactions, long seed) {
        return new Driver(clock, transactions) {
            @Override
            void drive(int user, Transaction transaction, UserRecord record, Window window) {
                Observation seen = new Observation();
                long cycleStart = window.start();
                long due = window.start();
                while (due < window.to() && !aborted()) {
                    clock.awaitNanos(due);
                    long begun = clock.nanos();
                    seen.begin(begun);
                    transaction.run(seen);
                    long end = clock.nanos();
                    record.closed(seen, cycleStart, end, window);
                    cycleStart = end;
                    due = Math.max(end, due + every.toNanos());
                }
            }
        };
    }

    private static final class Element implements Kind {
        @Override
        public String model() {
            return "paced";
        }

        @Override
        public Class<PacedLoad> type() {
            return PacedLoad.class;
        }

        @Override
        public Set<String> attributes() {
            return Set.of("concurrency", "every");
        }

        @Override
        public List<Load> read(Attributes attributes, Beside beside) {
            Duration every = attributes.positiveDuration("every", Duration.ofSeconds(1));
            return attributes.wholes("concurrency", 1).stream()
                    .map(users -> (Load) new PacedLoad(users, every))
                    .toList();
        }

        @Override
        public Map<String, String> write(List<? extends Load> loads) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put(
                    "concurrency",
                    loads.stream().map(load -> Integer.toString(load.concurrency())).collect(Collectors.joining(" ")));
            attributes.put("every", ((PacedLoad) loads.get(0)).every.toMillis() + "ms");
            return attributes;
        }

        @Override
        public String describe(List<? extends Load> loads) {
            return "users who begin every " + ((PacedLoad) loads.get(0)).every.toMillis() + " ms";
        }

        @Override
        public Load recorded(Attributes attributes) {
            return new PacedLoad(
                    attributes.whole("concurrency", 1, 1), Duration.ofMillis(attributes.whole("every-ms", 1, 1)));
        }
    }
}
