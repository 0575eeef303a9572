// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.relational;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.relational.PurchaseOrder.Assembly;
import org.messkit.services.relational.PurchaseOrder.Line;
import org.messkit.services.spi.BadRequestException;

/**
 * Orders taken apart: a row for the head, and a row for each mark, assembly and line. Heads are found by indexes; the parts go by the key.
 * An order comes back by one statement, so that it is never half of one state and half of another.
 */
public final class ShreddedStore extends RelationalStore<PurchaseOrder> {
    private static final String INSERT = sql("insert-order.sql");
    private static final String INSERT_MARK = sql("insert-mark.sql");
    private static final String INSERT_ASSEMBLY = sql("insert-assembly.sql");
    private static final String INSERT_LINE = sql("insert-line.sql");
    private static final String GET = sql("get-order.sql");
    private static final Finding FINDING = new Finding(sql("find-by-dealer.sql"), sql("find-by-call-off.sql"));
    private static final String SET_STATUS = sql("set-status.sql");
    private static final String DELETE = sql("delete-order.sql");
    private static final String ALL = sql("all-orders.sql");

    /** Makes one on a database whose schema is there. */
    public ShreddedStore(Database database, Engine engine) {
        super(database, engine, FINDING);
    }

    @Override
    public PurchaseOrder read(XMLStreamReader order) throws BadRequestException, XMLStreamException {
        return PurchaseOrderXml.read(order);
    }

    @Override
    public void write(PurchaseOrder order, XMLStreamWriter out) throws XMLStreamException {
        PurchaseOrderXml.write(order, out);
    }

    @Override
    public String id(PurchaseOrder order) {
        return order.id();
    }

    @Override
    public boolean insert(PurchaseOrder order) {
        return database.write(connection -> {
            int rows = Statements.update(
                    connection,
                    INSERT,
                    order.id(),
                    order.contract(),
                    order.callOff(),
                    order.status(),
                    order.dealer(),
                    order.name(),
                    order.city(),
                    order.note());
            if (rows == 0) {
                return false;
            }
            insertParts(connection, order);
            engine.beforeCommit(connection);
            return true;
        });
    }

    private static void insertParts(Connection connection, PurchaseOrder order) throws SQLException {
        try (Batch marks = new Batch(connection, INSERT_MARK)) {
            for (String mark : order.marks()) {
                marks.add(order.id(), marks.next(), mark);
            }
        }
        try (Batch assemblies = new Batch(connection, INSERT_ASSEMBLY)) {
            for (Assembly assembly : order.assemblies()) {
                assemblies.add(order.id(), assemblies.next(), assembly.parent());
            }
        }
        try (Batch lines = new Batch(connection, INSERT_LINE)) {
            for (Line line : order.lines()) {
                lines.add(
                        order.id(),
                        lines.next(),
                        line.assembly(),
                        line.itemId(),
                        line.quantity(),
                        line.unitPrice(),
                        line.description());
            }
        }
    }

    @Override
    public Optional<PurchaseOrder> get(String id) {
        return database.read(connection -> get(connection, id));
    }

    private static Optional<PurchaseOrder> get(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GET)) {
            Statements.bind(statement, id, id, id, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(order(id, rows)) : Optional.empty();
            }
        }
    }

    /** The head comes first, then the parts, each kind in its order. */
    private static PurchaseOrder order(String id, ResultSet rows) throws SQLException {
        List<String> marks = new ArrayList<>();
        List<Assembly> assemblies = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        PurchaseOrder order = new PurchaseOrder(
                id,
                rows.getString("t1"),
                rows.getInt("n1"),
                rows.getString("t2"),
                rows.getString("t3"),
                rows.getString("t4"),
                rows.getString("t5"),
                marks,
                assemblies,
                lines,
                rows.getString("t6"));
        while (rows.next()) {
            switch (rows.getInt("kind")) {
                case 1 -> marks.add(rows.getString("t1"));
                case 2 -> assemblies.add(new Assembly(rows.getInt("n1")));
                default ->
                    lines.add(new Line(
                            rows.getInt("n1"),
                            rows.getString("t1"),
                            rows.getInt("n2"),
                            rows.getBigDecimal("price"),
                            rows.getString("t2")));
            }
        }
        return order;
    }

    @Override
    public boolean setStatus(String id, String status) {
        return changeOne(SET_STATUS, status, id);
    }

    @Override
    public boolean delete(String id) {
        return changeOne(DELETE, id);
    }

    private boolean changeOne(String sql, Object... values) {
        return database.write(connection -> {
            boolean changed = Statements.update(connection, sql, values) > 0;
            engine.beforeCommit(connection);
            return changed;
        });
    }

    @Override
    public void each(Consumer<PurchaseOrder> order) {
        database.read(connection -> {
            for (String id : Statements.texts(connection, ALL)) {
                get(connection, id).ifPresent(order);
            }
            return null;
        });
    }

    private static String sql(String name) {
        return Sql.statement(ShreddedStore.class, "shredded/" + name);
    }

    /** Rows of one table that go to the database together. */
    private static final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private int count;

        Batch(Connection connection, String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        /** Place of the row to be added, from 1. */
        int next() {
            return count + 1;
        }

        void add(Object... values) throws SQLException {
            Statements.bind(statement, values);
            statement.addBatch();
            count++;
        }

        /** Sends what there is. */
        @Override
        public void close() throws SQLException {
            try (statement) {
                if (count > 0) {
                    statement.executeBatch();
                }
            }
        }
    }
}
