// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.Workload;

/** Puts into a stateful service what must be there beforehand, through the service itself, on a few connections. */
public final class BaseLoad {
    /** Of functional tests: all operations, on few orders. */
    static final Workload TEST_WORKLOAD = new Workload(12, "insert 2 get 3 find 1 range 1 update 2 delete 2");
    /** Of functional tests: what is there beforehand is always the same. */
    static final long TEST_SEED = 1;

    private static final int CONNECTIONS = 4;
    private static final long IDS = 1_000_000_000_000L;
    private static final long IDS_OF_A_TEST = 1_000;
    private static final AtomicLong LAST_ID = new AtomicLong();

    private final UseCase.Base base;
    private final Binding binding;
    private final Target target;
    private int left;

    private BaseLoad(UseCase.Base base, Binding binding, Target target) {
        this.base = base;
        this.binding = binding;
        this.target = target;
        this.left = base.count();
    }

    /**
     * Sends all of it; what is there already is not stored twice.
     *
     * @return what it does to an empty service
     * @throws ExchangeException if the service cannot be reached
     * @throws WrongAnswerError if it does not acknowledge
     */
    public static Changes send(UseCase useCase, Payload payload, long seed, Binding binding, Target target)
            throws ExchangeException {
        var base = useCase.base(payload, seed);
        if (base.isEmpty()) {
            return Changes.NONE;
        }
        new BaseLoad(base.get(), binding, target).send();
        return base.get().changes();
    }

    /** An identifier of which no other test has those that follow, neither in this process nor in one before. */
    static long freshId() {
        return LAST_ID.updateAndGet(last -> Math.max(last + IDS_OF_A_TEST, System.currentTimeMillis())) % IDS;
    }

    private void send() throws ExchangeException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> senders = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                senders.add(this::sendSome);
            }
            for (Future<Void> sender : threads.invokeAll(senders)) {
                sender.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExchangeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof WrongAnswerError wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while orders were loaded", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Void sendSome() throws ExchangeException {
        try (Exchange exchange = ConsumerExtension.exchange(target)) {
            for (Request next = take(); next != null; next = take()) {
                next.check(exchange.send(next.wire()));
            }
            return null;
        }
    }

    private synchronized Request take() {
        if (left == 0) {
            return null;
        }
        left--;
        return new Request(base.next(), binding, target, false);
    }
}
