// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Script;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.Workload;
import org.messkit.usecases.writing.Fit;
import org.messkit.usecases.writing.MessageRandom;
import org.messkit.usecases.writing.Outline;

/**
 * Data persistence: purchase orders in a store. The payload is the request that puts an order in. Every user writes orders of
 * its own alone, and reads those and what is there beforehand, so that each knows every answer.
 */
public final class Pantry implements UseCase {
    private static final int DEFAULT_ORDERS = 200;
    /** Apart from what users draw. */
    private static final long BASE = 0x7061_6e74_7279L;

    private final int orders;
    private final Mix mix;

    /** With the default workload. */
    public Pantry() {
        this(new Workload(DEFAULT_ORDERS, ""));
    }

    private Pantry(Workload workload) {
        orders = workload.orders();
        mix = Mix.of(workload.mix(), orders);
    }

    @Override
    public String name() {
        return "pantry";
    }

    @Override
    public String title() {
        return "data persistence: put purchase orders in, fetch, find, change them, take them out";
    }

    @Override
    public boolean isStateful() {
        return true;
    }

    @Override
    public UseCase with(Workload workload) {
        return new Pantry(workload);
    }

    @Override
    public List<String> problems(Payload payload) {
        List<String> problems = new ArrayList<>(outline().problems(payload));
        if (payload.answer() == AnswerSize.FULL) {
            problems.add("answer must be summary: an operation says itself what is answered, got: full");
        }
        return List.copyOf(problems);
    }

    /** Orders to put in, of any keys. */
    @Override
    public Generator generator(Payload payload, long seed) {
        Fit fit = fit(payload);
        // Orders of two payloads are two orders, so they have two keys.
        long own = seed + 1_000_003L * (payload.bytes() + 1_009L * (payload.elements() + 1_009L * payload.depth()));
        return new Generator() {
            private long k;

            @Override
            public Message next() {
                var random = MessageRandom.of(own, k++);
                Head head = Head.ofUser(random.nextLong(1_000_000_000_000L));
                return Messages.insert(new Order(random, fit, payload.bytes(), head).write(), head);
            }
        };
    }

    @Override
    public List<Script> scripts(Payload payload, long seed, Script.Users users) {
        Fit fit = fit(payload);
        return IntStream.range(0, users.count())
                .<Script>mapToObj(user -> {
                    SplittableRandom random = MessageRandom.of(seed + users.first(), user);
                    Stock stock = new Stock(payload, fit, seed, orders, users.count(), random);
                    return new UserScript(mix, stock, random, users.firstId(user));
                })
                .toList();
    }

    @Override
    public Optional<Base> base(Payload payload, long seed) {
        Fit fit = fit(payload);
        return Optional.of(new Base() {
            private int made;
            private long checksum;

            @Override
            public int count() {
                return orders;
            }

            @Override
            public Message next() {
                Head head = Head.ofBase(payload, made, orders);
                Order.Written order = baseOrder(payload, fit, seed, made, orders);
                made++;
                checksum += Digest.of(order.body(), head.orderId(), Status.OPEN);
                return Messages.insert(order, head);
            }

            @Override
            public Changes changes() {
                return new Changes(made, 0, 0, checksum);
            }
        });
    }

    static Order.Written baseOrder(Payload payload, Fit fit, long seed, int index, int orders) {
        var random = MessageRandom.of(seed ^ BASE, index);
        return new Order(random, fit, payload.bytes(), Head.ofBase(payload, index, orders)).write();
    }

    private Fit fit(Payload payload) {
        List<String> problems = problems(payload);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return outline().fit(payload);
    }

    private static Outline outline() {
        return new Outline(
                Order.frame(),
                Order.DEPTH,
                Order.LINE,
                Order.LEAST_LINE_BYTES,
                Outline.Nesting.by(Order.LEVEL),
                Order.MARK);
    }
}
