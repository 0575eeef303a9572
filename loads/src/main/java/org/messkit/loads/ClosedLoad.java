// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closed load: so many users, each of which waits for its answer before it asks again, without think time.
 *
 * @param concurrency users, 1 or more
 */
public record ClosedLoad(int concurrency) implements Load {
    /** The element {@code <closed>}. */
    public static final Kind KIND = new Element();

    private static final String CONCURRENCY = "concurrency";

    /** Checks. */
    public ClosedLoad {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, got: " + concurrency);
        }
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String label() {
        return concurrency + " CR";
    }

    @Override
    public Map<String, Object> attributes() {
        return Map.of(CONCURRENCY, concurrency);
    }

    @Override
    public List<Load> shares(int nodes) {
        List<Load> shares = new ArrayList<>();
        for (int i = 0; i < Math.min(nodes, concurrency); i++) {
            shares.add(new ClosedLoad(concurrency / nodes + (i < concurrency % nodes ? 1 : 0)));
        }
        return shares;
    }

    @Override
    public Driver driver(Clock clock, List<? extends Transaction> transactions, long seed) {
        return new ClosedDriver(clock, transactions);
    }

    private static final class Element implements Kind {
        @Override
        public String model() {
            return "closed";
        }

        @Override
        public Class<ClosedLoad> type() {
            return ClosedLoad.class;
        }

        @Override
        public Set<String> attributes() {
            return Set.of(CONCURRENCY);
        }

        @Override
        public List<Load> read(Attributes attributes, Beside beside) {
            if (attributes.text(CONCURRENCY, "").isEmpty()) {
                attributes.problem("<closed> needs concurrency");
                return List.of();
            }
            return attributes.wholes(CONCURRENCY, 1).stream()
                    .map(level -> (Load) new ClosedLoad(level))
                    .toList();
        }

        @Override
        public Map<String, String> write(List<? extends Load> loads) {
            return Map.of(
                    CONCURRENCY,
                    loads.stream()
                            .map(load -> Integer.toString(load.concurrency()))
                            .collect(Collectors.joining(" ")));
        }

        @Override
        public String describe(List<? extends Load> loads) {
            return "one platform thread and one connection per concurrent request";
        }

        @Override
        public Load recorded(Attributes attributes) {
            return new ClosedLoad(attributes.whole(CONCURRENCY, 1, 1));
        }
    }
}
