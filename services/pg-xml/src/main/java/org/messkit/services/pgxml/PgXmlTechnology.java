// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgxml;

import org.messkit.services.pantry.OrderMessage;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.pantry.PantryTechnology;
import org.messkit.services.postgres.PostgresEngine;
import org.messkit.services.relational.MessageStore;
import org.messkit.services.spi.Handler;

/** PostgreSQL with an order in a row of its xml type, found by indexes on expressions over the message. */
public final class PgXmlTechnology extends PantryTechnology<MessageStore> {
    private MessageStore store;

    /** For the service loader. */
    public PgXmlTechnology() {
        super("pg-xml");
    }

    @Override
    protected MessageStore open() {
        PostgresEngine engine = PostgresEngine.open(name(), PgXmlTechnology.class);
        return new MessageStore(engine.database(), engine, PgXmlTechnology.class, new Values());
    }

    @Override
    protected Handler on(MessageStore store) {
        return new PantryHandler<>(store);
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
