// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.util.concurrent.locks.LockSupport;

/** The time that users live in. Thread-safe. */
public interface Clock {
    /** Nanoseconds since some fixed instant. */
    long nanos();

    /** Waits until an instant is reached or the thread is interrupted. */
    void awaitNanos(long instant);

    /** The machine's monotonic clock. */
    Clock SYSTEM = new Clock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void awaitNanos(long instant) {
            long left = instant - System.nanoTime();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = instant - System.nanoTime();
            }
        }
    };
}
