// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.messkit.services.spi.Answer;

/**
 * A null service that keeps one of its users waiting for six seconds: the first that asks when others have done so for 0.6 s without a break. A warm-up
 * that is shorter has no such user.
 */
public final class HangTechnology extends FixedTechnology {
    private static final long AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(600);
    private static final long BREAK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicBoolean hung = new AtomicBoolean();
    private volatile long began;
    private volatile long last;

    /** For the service loader. */
    public HangTechnology() {
        super("hang", nothing(".".repeat(254)));
    }

    @Override
    public Answer answer(InputStream message) throws IOException {
        long now = System.nanoTime();
        boolean again = now - last > BREAK_NANOS;
        last = now;
        if (again) {
            began = now;
        } else if (now - began > AFTER_NANOS && hung.compareAndSet(false, true)) {
            try {
                TimeUnit.SECONDS.sleep(6);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return super.answer(message);
    }
}
