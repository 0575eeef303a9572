// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.h2;

import java.util.Map;
import java.util.Optional;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;
import org.messkit.services.relational.ShreddedStore;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** H2 embedded in the service: the small baseline of the stores. */
public final class H2Technology implements Technology {
    private ShreddedStore store;

    /** For the service loader. */
    public H2Technology() {}

    @Override
    public String name() {
        return "h2";
    }

    /** All services of this technology have one store. */
    @Override
    public synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !variant.isEmpty()) {
            throw new IllegalArgumentException("h2 has pantry alone, got: " + useCase + " " + variant);
        }
        if (store == null) {
            store = open();
        }
        return new PantryHandler<>(store);
    }

    @Override
    public synchronized Optional<DataStore> store() {
        return Optional.ofNullable(store);
    }

    private static ShreddedStore open() {
        Durability durability = Durability.asked("h2", Map.of(Durability.DISK, "its commits do not wait for the disk"));
        H2Engine engine = new H2Engine(StoreFolder.open(), durability);
        Database database = Database.open(engine.address(), "public", "classpath:org/messkit/services/h2/migrations");
        return new ShreddedStore(database, engine);
    }
}
