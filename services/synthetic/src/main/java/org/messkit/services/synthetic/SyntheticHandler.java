// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.messkit.services.business.answers.NothingAnswer;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainHandler;

/** Drains the request, takes its time by the law, and answers 300 bytes that the consumer compares one by one. */
final class SyntheticHandler implements PlainHandler {
    private final Law law;
    private final Semaphore pool;
    private final Semaphore servers;
    private final Object lock = new Object();
    private final AtomicInteger inService = new AtomicInteger();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong nextSlot = new AtomicLong(System.nanoTime());
    private final AtomicLong cachedUntil = new AtomicLong(System.nanoTime());
    private volatile byte[] dropped;

    SyntheticHandler(Law law) {
        this.law = law;
        this.pool = law.pool() > 0 ? new Semaphore(law.pool()) : null;
        this.servers = law.parallelism() > 0 ? new Semaphore(law.parallelism(), true) : null;
    }

    @Override
    public Answer answer(InputStream message) throws IOException {
        byte[] sink = new byte[8 << 10];
        while (message.read(sink) >= 0) {
            // Only the reading counts.
        }
        if (pool != null) {
            pool.acquireUninterruptibly();
        }
        try {
            serve(law.nanos(inService.incrementAndGet(), served.getAndIncrement()));
        } finally {
            inService.decrementAndGet();
            if (pool != null) {
                pool.release();
            }
        }
        return NothingAnswer.ANSWER;
    }

    private void serve(double nanos) throws IOException {
        if (law.cacheMicros() > 0 && isCached(nanos)) {
            return;
        }
        if (law.cap() > 0) {
            awaitSlot();
        }
        if (law.garbage() > 0) {
            dropped = new byte[law.garbage()];
        }
        if (law.disk() > 0) {
            write();
        }
        if (servers != null) {
            servers.acquireUninterruptibly();
        }
        try {
            if (law.lock() > 0) {
                synchronized (lock) {
                    take(nanos * law.lock());
                }
            }
            take(nanos * (1 - law.lock()));
        } finally {
            if (servers != null) {
                servers.release();
            }
        }
    }

    /** Whether what another request computes is still good, once it is there; else it is this one that computes. */
    private boolean isCached(double nanos) {
        long good = (long) (law.cacheMicros() * 1000);
        long now = System.nanoTime();
        long until = cachedUntil.get();
        if (now >= until && cachedUntil.compareAndSet(until, now + good)) {
            return false;
        }
        await(cachedUntil.get() - good + (long) nanos);
        return true;
    }

    private void take(double nanos) {
        long start = System.nanoTime();
        long computed = start + (long) (nanos * law.cpu());
        while (System.nanoTime() < computed) {
            Thread.onSpinWait();
        }
        await(start + (long) nanos);
    }

    private static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Slots stand at equal distances, and one that nobody took is gone. */
    private void awaitSlot() {
        long gap = (long) (1e9 / law.cap());
        long now = System.nanoTime();
        await(nextSlot.accumulateAndGet(gap, (next, width) -> Math.max(next, now - width) + width));
    }

    private void write() throws IOException {
        Path file = Files.createTempFile("messkit-synthetic", ".bin");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(new byte[law.disk()]);
            out.getFD().sync();
        } finally {
            Files.delete(file);
        }
    }
}
