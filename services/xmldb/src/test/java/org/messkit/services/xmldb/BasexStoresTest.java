// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.basex.api.client.LocalSession;
import org.basex.api.client.Session;
import org.basex.core.Context;
import org.junit.jupiter.api.Test;
import org.messkit.services.spi.StoreException;

class BasexStoresTest {
    @Test
    void ofSeveralFailuresTheFirstIsSaidAndAllIsClosed() {
        Failing installation = new Failing();
        BasexStores stores = new BasexStores(installation);
        var e = assertThrows(StoreException.class, () -> stores.handler(""));
        assertEquals("the database cannot be opened: there are no more sessions", e.getMessage());
        Throwable times = e.getSuppressed()[0];
        assertTrue(times.getMessage().startsWith("the times of the statements cannot be kept"), times.getMessage());
        assertEquals(
                List.of("it cannot be closed"),
                Arrays.stream(times.getSuppressed()).map(Throwable::getMessage).toList());
        assertTrue(installation.closed);
    }

    /** Has sessions for the pool alone, no folder for files, and does not close as it should. */
    private static final class Failing implements Installation {
        private final Context context = new Context(false);
        private int opened;
        private boolean closed;

        @Override
        public Session open() throws IOException {
            if (opened++ == Sessions.poolSize()) {
                throw new IOException("there are no more sessions");
            }
            return new LocalSession(context);
        }

        @Override
        public Path beside(String name) {
            return Path.of("/nowhere", name);
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public void close() {
            closed = true;
            context.close();
            throw new StoreException("it cannot be closed", null);
        }
    }
}
