// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgshredded;

import java.util.Optional;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.postgres.PostgresEngine;
import org.messkit.services.relational.ShreddedStore;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** PostgreSQL with a row for the head of an order, and one for each mark, assembly and line. */
public final class PgShreddedTechnology implements Technology {
    private ShreddedStore store;

    /** For the service loader. */
    public PgShreddedTechnology() {}

    @Override
    public String name() {
        return "pg-shredded";
    }

    /** All services of this technology have one store. */
    @Override
    public synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !variant.isEmpty()) {
            throw new IllegalArgumentException("pg-shredded has pantry alone, got: " + useCase + " " + variant);
        }
        if (store == null) {
            PostgresEngine engine = PostgresEngine.open(name(), PgShreddedTechnology.class);
            store = new ShreddedStore(engine.database(), engine);
        }
        return new PantryHandler<>(store);
    }

    @Override
    public synchronized Optional<DataStore> store() {
        return Optional.ofNullable(store);
    }
}
