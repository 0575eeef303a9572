// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.DataStore;

/**
 * A store of purchase orders, each in a form of the store's own. Every method that writes has done so, as durably as the store is set
 * to, when it returns. What fails is thrown as a {@link org.messkit.services.spi.StoreException}.
 *
 * @param <T> what an order is on its way in and out
 * @implSpec thread-safe
 */
public interface OrderStore<T> extends DataStore {
    /**
     * Reads an order; nothing is stored yet.
     *
     * @param order stands on the start tag of a PurchaseOrder; at return on the matching end tag
     * @throws BadRequestException if it is not one that can be stored and given back whole
     */
    T read(XMLStreamReader order) throws BadRequestException, XMLStreamException;

    /** Writes an order, from the start tag of PurchaseOrder to its end tag; its namespace is the default one already. */
    void write(T order, XMLStreamWriter out) throws XMLStreamException;

    /** The key of an order. */
    String id(T order);

    /** Stores an order; false, and nothing is changed, if there is one of its key. */
    boolean insert(T order);

    /** The order of a key. */
    Optional<T> get(String id);

    /** The keys of a dealer's orders, in the order of their code points. */
    List<String> ofDealer(String dealer);

    /** The keys of the orders under a contract with call-offs from one to another, both included, in the order of their code points. */
    List<String> inRange(String contract, int from, int to);

    /** Changes the one element; false if there is no such order. */
    boolean setStatus(String id, String status);

    /** Takes an order out; false if there is none. */
    boolean delete(String id);

    /** Hands out all orders, one by one. */
    void each(Consumer<T> order);

    /** What the store is made of, as in {@link org.messkit.services.spi.Handler#engines}. */
    Map<String, Object> engines();

    /** Bytes that the store takes on the disk. */
    long bytes();

    @Override
    default State state() {
        OrderDigest.Sum sum = new OrderDigest.Sum();
        each(order -> sum.add(OrderDigest.of(this, order)));
        return new State(sum.count(), sum.value(), bytes());
    }
}
