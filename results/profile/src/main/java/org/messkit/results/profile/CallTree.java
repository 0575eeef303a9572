// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stacks merged from their outermost frames on: what a flame graph shows. Not thread-safe. */
public final class CallTree {
    private final String name;
    private final Map<String, CallTree> children = new LinkedHashMap<>();
    private long weight;

    private CallTree(String name) {
        this.name = name;
    }

    /** The tree of the stacks of a kind; its root has the weight of all. Under allocations and locks stands what for. */
    public static CallTree of(List<Stack> stacks, Stack.Kind kind) {
        CallTree root = new CallTree("all");
        for (Stack stack : stacks) {
            if (stack.kind() == kind) {
                root.add(stack);
            }
        }
        return root;
    }

    /** Name of the frame. */
    public String name() {
        return name;
    }

    /** Of this frame and those that it called. */
    public long weight() {
        return weight;
    }

    /** Those that it called, the heaviest first. */
    public List<CallTree> children() {
        return children.values().stream()
                .sorted(Comparator.comparingLong(CallTree::weight).reversed().thenComparing(CallTree::name))
                .toList();
    }

    /** What it called by that name; null if it did not. */
    public CallTree child(String called) {
        return children.get(called);
    }

    private void add(Stack stack) {
        weight += stack.weight();
        CallTree at = this;
        if (stack.frames().isEmpty()) {
            at = at.down(stack.thread(), stack.weight());
        }
        for (Frame frame : stack.frames()) {
            at = at.down(frame.name(), stack.weight());
        }
        if (!stack.what().isEmpty()) {
            at.down(stack.what(), stack.weight());
        }
    }

    private CallTree down(String called, long more) {
        CallTree child = children.computeIfAbsent(called, CallTree::new);
        child.weight += more;
        return child;
    }
}
