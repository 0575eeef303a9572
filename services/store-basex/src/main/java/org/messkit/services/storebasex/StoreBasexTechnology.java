// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.storebasex;

import java.util.Optional;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;
import org.messkit.services.xmldb.BasexStore;
import org.messkit.services.xmldb.Sessions;

/** BaseX embedded in the service: orders as documents of a native XML database. */
public final class StoreBasexTechnology implements Technology {
    private BasexStore store;

    /** For the service loader. */
    public StoreBasexTechnology() {}

    @Override
    public String name() {
        return "store-basex";
    }

    /** All services of this technology have one store. */
    @Override
    public synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !variant.isEmpty()) {
            throw new IllegalArgumentException("store-basex has pantry alone, got: " + useCase + " " + variant);
        }
        if (store == null) {
            Durability.asked(name(), Sessions.UNREACHED);
            store = new BasexStore(new Embedded());
        }
        return new PantryHandler<>(store);
    }

    @Override
    public synchronized Optional<DataStore> store() {
        return Optional.ofNullable(store);
    }
}
