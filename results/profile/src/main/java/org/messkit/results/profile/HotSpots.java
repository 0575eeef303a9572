// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations that something is spent in. An operation is the innermost method that is not the JDK's: what the JDK does is done
 * for it. Where a stack has no such method, it is the JVM's own work, named by its thread.
 *
 * @param kind of what is spent
 * @param total weight of all
 * @param operations the heaviest first
 */
public record HotSpots(Stack.Kind kind, long total, List<Operation> operations) {
    /** Copies. */
    public HotSpots {
        operations = List.copyOf(operations);
    }

    /**
     * One of them.
     *
     * @param name class and method, or a thread
     * @param what the class allocated or waited for, or of time the innermost frame that took most; may be empty
     * @param weight samples, bytes or nanoseconds
     */
    public record Operation(Layer layer, String name, String what, long weight) {}

    /** Those of the stacks of a kind. */
    public static HotSpots of(List<Stack> stacks, Stack.Kind kind) {
        Map<Place, Map<String, Long>> places = new LinkedHashMap<>();
        long total = 0;
        for (Stack stack : stacks) {
            if (stack.kind() == kind) {
                places.computeIfAbsent(place(stack), p -> new LinkedHashMap<>())
                        .merge(what(stack), stack.weight(), Long::sum);
                total += stack.weight();
            }
        }
        return new HotSpots(
                kind,
                total,
                places.entrySet().stream()
                        .map(e -> operation(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingLong(Operation::weight)
                                .reversed()
                                .thenComparing(Operation::name))
                        .toList());
    }

    /** What each layer has of it, the layers in their order, those without anything left out. */
    public Map<Layer, Long> layers() {
        Map<Layer, Long> layers = new java.util.EnumMap<>(Layer.class);
        operations.forEach(o -> layers.merge(o.layer(), o.weight(), Long::sum));
        return layers;
    }

    /** The heaviest of a layer. */
    public List<Operation> of(Layer layer) {
        return operations.stream().filter(o -> o.layer() == layer).toList();
    }

    private record Place(Layer layer, String name) {}

    private static Operation operation(Place place, Map<String, Long> whats) {
        String most = whats.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return new Operation(
                place.layer(),
                place.name(),
                most,
                whats.values().stream().mapToLong(Long::longValue).sum());
    }

    private static Place place(Stack stack) {
        for (int i = stack.frames().size() - 1; i >= 0; i--) {
            Frame frame = stack.frames().get(i);
            if (frame.layer() != null) {
                return new Place(frame.layer(), frame.name());
            }
        }
        // Threads of one kind are numbered.
        return new Place(Layer.ofThread(stack.thread()), stack.thread().replaceAll("[#\\s-]*\\d+$", ""));
    }

    private static String what(Stack stack) {
        if (stack.kind() != Stack.Kind.TIME || stack.frames().isEmpty()) {
            return stack.what();
        }
        return stack.frames().get(stack.frames().size() - 1).label();
    }
}
