// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.storebasex;

import java.util.Optional;
import java.util.Set;
import org.messkit.services.pantry.Durability;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;
import org.messkit.services.xmldb.BasexStores;
import org.messkit.services.xmldb.Sessions;

/** BaseX embedded in the service: orders as documents of a native XML database, or of several. */
public final class StoreBasexTechnology implements Technology {
    private static final Set<String> VARIANTS = Set.of("", BasexStores.SHARDED);

    private BasexStores stores;

    /** For the service loader. */
    public StoreBasexTechnology() {}

    @Override
    public String name() {
        return "store-basex";
    }

    @Override
    public synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !VARIANTS.contains(variant)) {
            throw new IllegalArgumentException(
                    "store-basex has pantry alone, also sharded, got: " + useCase + " " + variant);
        }
        if (stores == null) {
            Durability.asked(name(), Sessions.UNREACHED);
            stores = new BasexStores(new Embedded());
        }
        return stores.handler(variant);
    }

    @Override
    public synchronized Optional<DataStore> store() {
        return Optional.ofNullable(stores);
    }
}
