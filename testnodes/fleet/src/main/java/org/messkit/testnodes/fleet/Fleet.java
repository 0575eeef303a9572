// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Workload;

/**
 * TestNodes that drive a cell together. One cell at a time; {@link #abort()} and {@link #kill()} may come from other threads.
 *
 * @param nodes one or more
 */
public record Fleet(List<Node> nodes) implements AutoCloseable {
    /** So long before its start a cell is told to begin: the word must have reached every node by then. */
    private static final Duration LEAD = Duration.ofMillis(100);
    /** Beyond the longest time that an exchange may wait for its answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Copies. */
    public Fleet {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a fleet has at least one TestNode");
        }
        nodes = List.copyOf(nodes);
    }

    /** A fleet of one. */
    public static Fleet of(Node node) {
        return new Fleet(List.of(node));
    }

    /**
     * Has each TestNode prepare its share of a cell.
     *
     * @return the cell, ready to be driven
     * @throws LostNodeException if a node is gone
     * @throws IOException if one refuses; the message is its reason
     */
    public ReadyCell prepare(CellOrder order) throws IOException {
        if (nodes.size() > 1 && !order.asked().workload().equals(Workload.NONE)) {
            // Its users would write under the same identifiers.
            throw new IOException("a stateful service is driven by one TestNode, not by " + nodes.size());
        }
        List<CellOrder> shares = order.shares(nodes.size());
        List<Node> driving = nodes.subList(0, shares.size());
        List<Frame.Ready> ready = new ArrayList<>();
        for (int i = 0; i < driving.size(); i++) {
            ready.add(driving.get(i).prepare(shares.get(i)));
        }
        return new ReadyCell(driving, ready.get(0));
    }

    /**
     * A cell that TestNodes are ready to drive.
     *
     * @param driving the nodes that have users in it
     * @param generated what the first of them made
     */
    public record ReadyCell(List<Node> driving, Frame.Ready generated) {
        /**
         * Drives it from now on, as {@link #drive(long, Intervals, Duration)}.
         *
         * @param length of the cell; a node that has not ended long after it is killed
         */
        public CellReport drive(Duration length, Intervals seen) throws IOException {
            long start = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().plus(LEAD));
            return drive(start, seen, length.plus(PATIENCE));
        }

        /**
         * Drives it from an instant of the wall clock on, and waits for its end.
         *
         * @param seen is given each interval, by one thread at a time
         * @param longest after which a node that has not ended is killed
         * @return what all nodes counted, added up
         * @throws LostNodeException if a node is gone
         * @throws IOException as what is given the intervals throws
         */
        public CellReport drive(long startEpochMicros, Intervals seen, Duration longest) throws IOException {
            IntervalSum sum = new IntervalSum(driving.size(), seen);
            if (driving.size() == 1) {
                return driving.get(0).drive(startEpochMicros, interval -> sum.add(1, interval), longest);
            }
            List<CompletableFuture<CellReport>> pending = new ArrayList<>();
            for (int i = 0; i < driving.size(); i++) {
                int number = i + 1;
                Node node = driving.get(i);
                pending.add(CompletableFuture.supplyAsync(
                        () -> driven(node, startEpochMicros, interval -> sum.add(number, interval), longest),
                        task -> new Thread(task, "node-" + number).start()));
            }
            return all(pending);
        }

        private static CellReport driven(Node node, long start, Intervals seen, Duration longest) {
            try {
                return node.drive(start, seen, longest);
            } catch (IOException e) {
                throw new NodeFailure(e);
            }
        }

        /** What a node threw; what is given the intervals throws of its own, and that stays what it is. */
        private static final class NodeFailure extends RuntimeException {
            private static final long serialVersionUID = 1L;

            private final IOException failure;

            NodeFailure(IOException failure) {
                super(failure);
                this.failure = failure;
            }
        }

        /** All have ended, well or not, before the first failure is told: none may still speak of this cell afterwards. */
        private static CellReport all(List<CompletableFuture<CellReport>> pending) throws IOException {
            try {
                CompletableFuture.allOf(pending.toArray(CompletableFuture<?>[]::new))
                        .join();
                return pending.stream()
                        .map(CompletableFuture::join)
                        .reduce(CellReport::plus)
                        .orElseThrow();
            } catch (CompletionException e) {
                if (e.getCause() instanceof NodeFailure node) {
                    throw node.failure;
                }
                throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
            }
        }
    }

    /**
     * Has the first TestNode store what must be there before the cells of an order.
     *
     * @return what that does to an empty service
     * @throws LostNodeException if the node is gone
     * @throws IOException if the service does not store it; the message is the reason
     */
    public Changes store(CellOrder order) throws IOException {
        return nodes.get(0).store(order);
    }

    /** Has all TestNodes end the cell that they drive; one that is gone has nothing to end. */
    public void abort() {
        for (Node node : nodes) {
            try {
                node.abort();
            } catch (IOException e) {
                // Who waits for its cell hears of it.
            }
        }
    }

    /** Whether every TestNode still runs. */
    public boolean isAlive() {
        return nodes.stream().allMatch(node -> node.process().isAlive());
    }

    /** The processes that run on this machine. */
    public List<ProcessHandle> local() {
        return nodes.stream().flatMap(node -> node.process().local().stream()).toList();
    }

    /** Kills all without asking. */
    public void kill() {
        nodes.forEach(Node::kill);
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process().close());
    }
}
