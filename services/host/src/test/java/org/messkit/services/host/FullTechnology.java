// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.StoreException;
import org.messkit.services.spi.Technology;

/** A technology whose store stands on a full disk. */
final class FullTechnology implements Technology {
    @Override
    public String name() {
        return "full";
    }

    @Override
    public PlainHandler handler(String useCase, String variant) {
        return message -> {
            throw new StoreException("cannot insert", null);
        };
    }

    @Override
    public Optional<DataStore> store() {
        return Optional.of(new Full());
    }

    private static final class Full implements DataStore {
        private static StoreException full() {
            return new StoreException("cannot write", new IOException("No space left on device"));
        }

        @Override
        public void snapshot() {
            throw full();
        }

        @Override
        public void reset() {
            throw full();
        }

        @Override
        public State state() {
            throw full();
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
