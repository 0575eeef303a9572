// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.messkit.services.spi.Answer;

/**
 * A null service that takes longer the longer it is used, as one does that keeps something of every request and looks through
 * all of it. By the clock from the first request on and not by requests, so that it does so on a busy machine too.
 */
public final class LeakTechnology extends FixedTechnology {
    private static final double FIRST_NANOS = 2e6;
    private static final double DOUBLING_NANOS = 3e9;

    private final AtomicLong start = new AtomicLong();

    /** For the service loader. */
    public LeakTechnology() {
        super("leak", nothing(".".repeat(254)));
    }

    @Override
    public Answer answer(InputStream message) throws IOException {
        start.compareAndSet(0, System.nanoTime());
        double age = System.nanoTime() - start.get();
        LockSupport.parkNanos((long) (FIRST_NANOS * Math.pow(2, age / DOUBLING_NANOS)));
        return super.answer(message);
    }
}
