// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.basex.api.client.Session;
import org.messkit.services.pantry.OrderMessage;
import org.messkit.services.pantry.OrderMessageStore;

/**
 * Orders as documents of BaseX. What an order is found by stands in the index of texts,
 * which is kept with every change; beside the order stands what it is found by in a range. BaseX locks a database as a whole: for any number
 * of readers, or one writer.
 */
final class BasexStore implements OrderMessageStore {
    private static final Comparator<String> BY_CODE_POINTS =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final Sessions sessions;
    private final Shards shards;
    private final LongSupplier bytes;

    /**
     * Makes one.
     *
     * @param bytes that it takes on the disk
     */
    BasexStore(Sessions sessions, Shards shards, LongSupplier bytes) {
        this.sessions = sessions;
        this.shards = shards;
        this.bytes = bytes;
    }

    @Override
    public boolean insert(OrderMessage order) {
        Map<String, String> values = Map.of(
                "id", order.id(), "range", range(order.contract(), order.callOff()), Sessions.ORDER, order.xml());
        return shards.of(order.id()).answers("insert-order", values, "inserted");
    }

    @Override
    public Optional<OrderMessage> get(String id) {
        return shards.of(id).ask("get-order", Map.of("id", id)).stream()
                .findFirst()
                .map(xml -> new OrderMessage(id, "", 0, "", "", xml));
    }

    @Override
    public List<String> ofDealer(String dealer) {
        return found("find-by-dealer", Map.of("dealer", dealer));
    }

    @Override
    public List<String> inRange(String contract, int from, int to) {
        return found(
                "find-by-call-off",
                Map.of("contract", contract, "from", range(contract, from), "to", range(contract, to)));
    }

    @Override
    public boolean setStatus(String id, String status) {
        return shards.of(id).answers("set-status", Map.of("id", id, "status", status), "updated");
    }

    @Override
    public boolean delete(String id) {
        return shards.of(id).answers("delete-order", Map.of("id", id), "deleted");
    }

    @Override
    public void each(Consumer<OrderMessage> order) {
        for (String id : found("all-orders", Map.of())) {
            get(id).ifPresent(order);
        }
    }

    @Override
    public void snapshot() {
        shards.each(Database::snapshot);
    }

    @Override
    public void reset() {
        shards.each(Database::reset);
    }

    @Override
    public Map<String, Object> engines() {
        return Map.of(Session.class.getName(), sessions.one());
    }

    @Override
    public long bytes() {
        return bytes.getAsLong();
    }

    int databases() {
        return shards.count();
    }

    /** As all stores on the same BaseX; they are closed together. */
    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public void close() {}

    private List<String> found(String query, Map<String, String> values) {
        return shards.ask(query, values).stream().sorted(BY_CODE_POINTS).toList();
    }

    private static String range(String contract, int callOff) {
        return contract + String.format(Locale.ROOT, " %09d", callOff);
    }
}
