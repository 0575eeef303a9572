// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basexserver;

import java.util.Optional;
import org.messkit.services.pantry.Durability;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;
import org.messkit.services.xmldb.BasexStores;
import org.messkit.services.xmldb.Sessions;

/** A BaseX server behind its client: orders as documents of a native XML database. */
public final class BasexServerTechnology implements Technology {
    private BasexStores stores;

    /** For the service loader. */
    public BasexServerTechnology() {}

    @Override
    public String name() {
        return "basex-server";
    }

    @Override
    public synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !variant.isEmpty()) {
            throw new IllegalArgumentException("basex-server has pantry alone, got: " + useCase + " " + variant);
        }
        if (stores == null) {
            Durability.asked(name(), Sessions.UNREACHED);
            stores = new BasexStores(Server.start());
        }
        return stores.handler(variant);
    }

    @Override
    public synchronized Optional<DataStore> store() {
        return Optional.ofNullable(stores);
    }
}
