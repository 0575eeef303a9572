// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Weights of operations. Of so many requests as the weights sum up to, divided by what they have in common, each user sends exactly
 * the weighted number of each, in an order drawn anew each time.
 */
record Mix(Map<Operation, Integer> weights) {
    /** Read mostly. */
    static final String DEFAULT = "insert 10 get 60 find 10 range 5 update 10 delete 5";

    private static final int MOST = 1_000;

    /**
     * Reads {@code insert 10 get 90}; the default where the text is empty.
     *
     * @param orders that are there beforehand
     * @throws IllegalArgumentException with all that is wrong
     */
    static Mix of(String text, int orders) {
        List<String> problems = new ArrayList<>();
        Map<Operation, Integer> weights = new EnumMap<>(Operation.class);
        String[] words = (text.isBlank() ? DEFAULT : text.strip()).split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            String weight = i + 1 < words.length ? words[i + 1] : "";
            if (Operation.of(words[i]).isEmpty() || !weight.matches("[1-9][0-9]{0,3}")) {
                throw new IllegalArgumentException(
                        "mix must be operations, each with a weight of 1 to 9999, for example \"" + DEFAULT
                                + "\", got: " + text);
            }
            Operation operation = Operation.of(words[i]).get();
            if (weights.put(operation, Integer.parseInt(weight)) != null) {
                problems.add("mix must name each operation once, got twice: " + words[i]);
            }
        }
        Mix mix = new Mix(weights).reduced();
        if (mix.size() > MOST) {
            problems.add("the weights of mix must sum up to at most " + MOST
                    + ", when divided by what they have in common, got: " + mix.size());
        }
        if (mix.weight(Operation.DELETE) > mix.weight(Operation.INSERT)) {
            problems.add("mix must not delete more than it inserts, got: " + text);
        }
        if (orders == 0 && mix.weight(Operation.FIND) + mix.weight(Operation.RANGE) > 0) {
            problems.add("orders must be at least 1 for a mix that finds, got: 0");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return mix;
    }

    int weight(Operation operation) {
        return weights.getOrDefault(operation, 0);
    }

    /** All operations of one turn of the deck, unshuffled. */
    List<Operation> deck() {
        List<Operation> deck = new ArrayList<>();
        weights.forEach((operation, weight) -> {
            for (int i = 0; i < weight; i++) {
                deck.add(operation);
            }
        });
        return deck;
    }

    private int size() {
        return weights.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Mix reduced() {
        int common = weights.values().stream().reduce(0, Mix::common);
        Map<Operation, Integer> reduced = new EnumMap<>(Operation.class);
        weights.forEach((operation, weight) -> reduced.put(operation, weight / common));
        return new Mix(reduced);
    }

    private static int common(int a, int b) {
        return b == 0 ? a : common(b, a % b);
    }
}
