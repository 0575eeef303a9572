// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Script;
import org.messkit.usecases.writing.Fit;

/** The messages of one user, by what they ask. What is large is there a few times; keys differ from request to request. */
final class Stock {
    private static final int MOST_BODIES = 8;
    private static final int FINDS = 16;
    private static final int RANGE = 20;
    /** Copies of an order that one body brings: the insert, the fetches by status, the fetch from the base, each with its check. */
    private static final int COPIES = 1 + 2 * (Status.COUNT + 1);

    private final List<Message> messages = new ArrayList<>();
    private final List<Long> bodies = new ArrayList<>();
    private final int updates;
    private final int delete;
    private final int missing;
    private final List<Integer> gets = new ArrayList<>();
    private final List<Integer> finds = new ArrayList<>();
    private final List<Integer> ranges = new ArrayList<>();

    Stock(Payload payload, Fit fit, long seed, int orders, int users, SplittableRandom random) {
        int count =
                (int) Math.max(1, Math.min(MOST_BODIES, Script.MOST_BYTES / ((long) users * payload.bytes() * COPIES)));
        Head any = Head.ofUser(0);
        for (int i = 0; i < count; i++) {
            Order.Written order = new Order(random.split(), fit, payload.bytes(), any).write();
            bodies.add(order.body());
            messages.add(Messages.insert(order, any));
            for (Status status : Status.values()) {
                messages.add(Messages.get(order, status));
            }
        }
        updates = messages.size();
        for (Status status : Status.values()) {
            messages.add(Messages.update(status));
        }
        delete = add(Messages.delete());
        missing = add(Messages.getMissing());
        for (int i = 0; i < count && orders > 0; i++) {
            int index = random.nextInt(orders);
            Order.Written order = Pantry.baseOrder(payload, fit, seed, index, orders);
            gets.add(add(Messages.getBase(order, Head.ofBase(payload, index, orders))));
        }
        for (int i = 0; i < FINDS && orders > 0; i++) {
            finds.add(add(find(payload, random.nextInt(Head.dealers(orders)), orders)));
            ranges.add(add(range(payload, random.nextInt(orders), orders)));
        }
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** How many bodies there are to put in. */
    int bodies() {
        return bodies.size();
    }

    long digest(int body, String orderId, Status status) {
        return Digest.of(bodies.get(body), orderId, status);
    }

    int insert(int body) {
        return body * (1 + Status.COUNT);
    }

    int get(int body, Status status) {
        return insert(body) + 1 + status.ordinal();
    }

    int update(Status status) {
        return updates + status.ordinal();
    }

    int delete() {
        return delete;
    }

    int missing() {
        return missing;
    }

    /** Whether there is a base to read from. */
    boolean hasBase() {
        return !gets.isEmpty();
    }

    int getBase(long turn) {
        return inTurn(gets, turn);
    }

    int find(long turn) {
        return inTurn(finds, turn);
    }

    int range(long turn) {
        return inTurn(ranges, turn);
    }

    private int add(Message message) {
        messages.add(message);
        return messages.size() - 1;
    }

    private static int inTurn(List<Integer> indices, long turn) {
        return indices.get((int) (turn % indices.size()));
    }

    private static Message find(Payload payload, int dealer, int orders) {
        int dealers = Head.dealers(orders);
        return Messages.find(
                Head.dealer(payload, dealer),
                ids(payload, IntStream.range(0, orders).filter(index -> index % dealers == dealer), orders));
    }

    private static Message range(Payload payload, int from, int orders) {
        int to = from + RANGE - 1;
        return Messages.range(
                Head.contract(payload),
                from,
                to,
                ids(payload, IntStream.rangeClosed(from, Math.min(to, orders - 1)), orders));
    }

    /** Numbers have leading zeros, so keys are in the order of their numbers. */
    private static List<String> ids(Payload payload, IntStream indices, int orders) {
        return indices.mapToObj(index -> Head.ofBase(payload, index, orders).orderId())
                .toList();
    }
}
