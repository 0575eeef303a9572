// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgshredded;

import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.pantry.PantryTechnology;
import org.messkit.services.postgres.PostgresEngine;
import org.messkit.services.relational.ShreddedStore;
import org.messkit.services.spi.Handler;

/** PostgreSQL with a row for the head of an order, and one for each mark, assembly and line. */
public final class PgShreddedTechnology extends PantryTechnology<ShreddedStore> {
    private ShreddedStore store;

    /** For the service loader. */
    public PgShreddedTechnology() {
        super("pg-shredded");
    }

    @Override
    protected ShreddedStore open() {
        PostgresEngine engine = PostgresEngine.open(name(), PgShreddedTechnology.class);
        return new ShreddedStore(engine.database(), engine);
    }

    @Override
    protected Handler on(ShreddedStore store) {
        return new PantryHandler<>(store);
    }
}
