// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgtext;

import org.messkit.services.pantry.OrderMessage;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.pantry.PantryTechnology;
import org.messkit.services.postgres.PostgresEngine;
import org.messkit.services.relational.MessageStore;
import org.messkit.services.spi.Handler;

/** PostgreSQL with an order in a row: its message as text, and beside it the columns by which it is found. */
public final class PgTextTechnology extends PantryTechnology<MessageStore> {
    private MessageStore store;

    /** For the service loader. */
    public PgTextTechnology() {
        super("pg-text");
    }

    @Override
    protected MessageStore open() {
        PostgresEngine engine = PostgresEngine.open(name(), PgTextTechnology.class);
        return new MessageStore(engine.database(), engine, PgTextTechnology.class, new Values());
    }

    @Override
    protected Handler on(MessageStore store) {
        return new PantryHandler<>(store);
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
