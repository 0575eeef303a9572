// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgtext;

import java.util.Optional;
import org.messkit.services.pantry.OrderMessage;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.postgres.PostgresEngine;
import org.messkit.services.relational.MessageStore;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** PostgreSQL with an order in a row: its message as text, and beside it the columns by which it is found. */
public final class PgTextTechnology implements Technology {
    private MessageStore store;

    /** For the service loader. */
    public PgTextTechnology() {}

    @Override
    public String name() {
        return "pg-text";
    }

    /** All services of this technology have one store. */
    @Override
    public synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !variant.isEmpty()) {
            throw new IllegalArgumentException("pg-text has pantry alone, got: " + useCase + " " + variant);
        }
        if (store == null) {
            PostgresEngine engine = PostgresEngine.open(name(), PgTextTechnology.class);
            store = new MessageStore(engine.database(), engine, PgTextTechnology.class, new Values());
        }
        return new PantryHandler<>(store);
    }

    @Override
    public synchronized Optional<DataStore> store() {
        return Optional.ofNullable(store);
    }

    /** Keys and message. */
    private static final class Values implements MessageStore.Binding {
        @Override
        public Object[] insert(OrderMessage order) {
            return new Object[] {order.id(), order.contract(), order.callOff(), order.dealer(), order.xml()};
        }

        @Override
        public Object[] update(OrderMessage order) {
            return new Object[] {order.xml(), order.id()};
        }
    }
}
