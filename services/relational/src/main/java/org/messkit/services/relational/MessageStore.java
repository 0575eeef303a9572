// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.relational;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.messkit.services.pantry.OrderMessage;
import org.messkit.services.pantry.OrderMessageStore;
import org.messkit.services.pantry.OrderMessageXml;

/**
 * Orders as whole messages, one row each. A change of one element is a change of the message: it is read, rewritten as it streams by, and
 * put back, under a lock on its row.
 */
public final class MessageStore extends RelationalStore<OrderMessage> implements OrderMessageStore {
    private final Binding binding;
    private final String insert;
    private final String get;
    private final String lock;
    private final String update;
    private final String delete;
    private final String all;

    /** Which values a design's statements have. */
    public interface Binding {
        /** The values of {@code insert-order.sql}. */
        Object[] insert(OrderMessage order);

        /** The values of {@code update-order.sql}; the key is the last. */
        Object[] update(OrderMessage order);
    }

    /**
     * Makes one on a database whose schema is there.
     *
     * @param design beside it are the statements
     */
    public MessageStore(Database database, Engine engine, Class<?> design, Binding binding) {
        super(
                database,
                engine,
                new Finding(
                        Sql.statement(design, "find-by-dealer.sql"), Sql.statement(design, "find-by-call-off.sql")));
        this.binding = binding;
        insert = Sql.statement(design, "insert-order.sql");
        get = Sql.statement(design, "get-order.sql");
        lock = Sql.statement(design, "lock-order.sql");
        update = Sql.statement(design, "update-order.sql");
        delete = Sql.statement(design, "delete-order.sql");
        all = Sql.statement(design, "all-orders.sql");
    }

    @Override
    public boolean insert(OrderMessage order) {
        return database.read(connection -> Statements.update(connection, insert, binding.insert(order)) > 0);
    }

    @Override
    public Optional<OrderMessage> get(String id) {
        return database.read(connection -> Statements.texts(connection, get, id).stream()
                .findFirst()
                .map(xml -> new OrderMessage(id, "", 0, "", "", xml)));
    }

    @Override
    public boolean setStatus(String id, String status) {
        return database.write(connection -> {
            List<String> found = Statements.texts(connection, lock, id);
            if (found.isEmpty()) {
                return false;
            }
            OrderMessage changed = OrderMessageXml.withStatus(found.get(0), status);
            return Statements.update(connection, update, binding.update(changed)) > 0;
        });
    }

    @Override
    public boolean delete(String id) {
        return database.read(connection -> Statements.update(connection, delete, id) > 0);
    }

    @Override
    public void each(Consumer<OrderMessage> order) {
        for (String id : database.read(connection -> Statements.texts(connection, all))) {
            get(id).ifPresent(order);
        }
    }
}
