// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.admin;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Looks at the threads that serve a request ten times a second and counts what they wait for, so that the share of requests that
 * wait for a lock or for a pool can be told over any span. Reads states without stacks.
 */
final class ThreadStates implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;

    /** Threads that served a request, summed over the looks. */
    final LongAdder serving = new LongAdder();
    /** Threads that waited for a monitor or a lock, summed over the looks. */
    final LongAdder locked = new LongAdder();
    /** Threads that waited for a permit or to be handed something, as pools make them, summed over the looks. */
    final LongAdder pooled = new LongAdder();

    private final ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    private final Set<Long> servingNow = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::watch, "thread-states");

    /** Makes one; {@link #start} begins to look. */
    ThreadStates() {
        thread.setDaemon(true);
    }

    /** The calling thread serves a request from now on. */
    void begin() {
        servingNow.add(Thread.currentThread().getId());
    }

    /** The calling thread does not any more. */
    void end() {
        servingNow.remove(Thread.currentThread().getId());
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        while (!thread.isInterrupted()) {
            look();
            try {
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void look() {
        long[] ids = servingNow.stream().mapToLong(Long::longValue).toArray();
        serving.add(ids.length);
        Arrays.stream(beans.getThreadInfo(ids, 0)).filter(Objects::nonNull).forEach(this::count);
    }

    private void count(ThreadInfo info) {
        switch (info.getThreadState()) {
            case BLOCKED -> locked.increment();
            case WAITING, TIMED_WAITING -> waiting(info.getLockInfo());
            default -> {
                // Runs, or would if a core were free.
            }
        }
    }

    /** Whoever waits for a condition waits for something to happen: bytes of the request, an answer. */
    private void waiting(LockInfo lock) {
        String type = lock == null ? "" : lock.getClassName();
        if (type.contains("Condition")) {
            return;
        }
        if (type.contains("Lock")) {
            locked.increment();
        } else if (type.contains("Semaphore") || type.contains("SynchronousQueue")) {
            pooled.increment();
        }
    }
}
