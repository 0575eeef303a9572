// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.messkit.services.spi.Answer;

/**
 * A null service that keeps one of its users waiting for six seconds: the first that asks once the
 * file {@code now} lies beside the folder of its room's folder.
 */
public final class HangTechnology extends FixedTechnology {
    private final AtomicBoolean hung = new AtomicBoolean();
    private final File file = now();

    /** For the service loader. */
    public HangTechnology() {
        super("hang", nothing(".".repeat(254)));
    }

    private static File now() {
        URL jar = HangTechnology.class.getProtectionDomain().getCodeSource().getLocation();
        return new File(
                new File(jar.getPath())
                        .getParentFile()
                        .getParentFile()
                        .getParentFile()
                        .getParentFile(),
                "now");
    }

    @Override
    public Answer answer(InputStream message) throws IOException {
        if (!hung.get() && file.exists() && hung.compareAndSet(false, true)) {
            try {
                TimeUnit.SECONDS.sleep(6);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return super.answer(message);
    }
}
