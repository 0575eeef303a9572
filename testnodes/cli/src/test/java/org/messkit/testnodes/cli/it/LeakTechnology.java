// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli.it;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.messkit.services.spi.Answer;

/** A null service that keeps something of every request and looks through all of it for the next one: each takes longer. */
public final class LeakTechnology extends FixedTechnology {
    private static final long NANOS_PER_REQUEST = 4_000;

    private final AtomicLong kept = new AtomicLong();

    /** For the service loader. */
    public LeakTechnology() {
        super("leak", nothing(".".repeat(254)));
    }

    @Override
    public Answer answer(InputStream message) throws IOException {
        LockSupport.parkNanos(2_000_000 + kept.incrementAndGet() * NANOS_PER_REQUEST);
        return super.answer(message);
    }
}
