// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgxml;

import java.util.Optional;
import org.messkit.services.pantry.OrderMessage;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.postgres.PostgresEngine;
import org.messkit.services.relational.MessageStore;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** PostgreSQL with an order in a row of its xml type, found by indexes on expressions over the message. */
public final class PgXmlTechnology implements Technology {
    private MessageStore store;

    /** For the service loader. */
    public PgXmlTechnology() {}

    @Override
    public String name() {
        return "pg-xml";
    }

    /** All services of this technology have one store. */
    @Override
    public synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !variant.isEmpty()) {
            throw new IllegalArgumentException("pg-xml has pantry alone, got: " + useCase + " " + variant);
        }
        if (store == null) {
            PostgresEngine engine = PostgresEngine.open(name(), PgXmlTechnology.class);
            store = new MessageStore(engine.database(), engine, PgXmlTechnology.class, new Values());
        }
        return new PantryHandler<>(store);
    }

    @Override
    public synchronized Optional<DataStore> store() {
        return Optional.ofNullable(store);
    }

    /** The message has all. */
    private static final class Values implements MessageStore.Binding {
        @Override
        public Object[] insert(OrderMessage order) {
            return new Object[] {order.xml()};
        }

        @Override
        public Object[] update(OrderMessage order) {
            return new Object[] {order.xml(), order.id()};
        }
    }
}
