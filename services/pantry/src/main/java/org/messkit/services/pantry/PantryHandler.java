// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;

/**
 * Pantry on any store. A request is read whole before the store is asked, so that a message that breaks off changes nothing. An order that
 * is there already, with the same content, is acknowledged like a new one: a sender that missed the answer may send it again.
 */
public final class PantryHandler<T> implements ReaderHandler {
    private final OrderStore<T> store;

    /** Makes one. */
    public PantryHandler(OrderStore<T> store) {
        this.store = store;
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return ask(
                PlainXml.read(Stax.INPUT::createXMLStreamReader, message, payload -> Operation.read(payload, store)));
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        return ask(Operation.read(payload, store));
    }

    @Override
    public Map<String, Object> engines() {
        Map<String, Object> engines = new HashMap<>(store.engines());
        engines.put(XMLInputFactory.class.getName(), Stax.INPUT);
        engines.put(XMLOutputFactory.class.getName(), Stax.OUTPUT);
        return engines;
    }

    private Answer ask(Operation<T> operation) {
        if (operation instanceof Operation.Insert<T> insert) {
            return insert(insert.order());
        }
        if (operation instanceof Operation.Get<T> get) {
            Optional<T> order = store.get(get.id());
            return order.isPresent()
                    ? new PantryAnswer.FoundOrder<>(store, order.get())
                    : new PantryAnswer.Acknowledgement(get.id(), "missing");
        }
        if (operation instanceof Operation.ByDealer<T> find) {
            return new PantryAnswer.OrderIds(store.ofDealer(find.dealer()));
        }
        if (operation instanceof Operation.ByCallOff<T> find) {
            return new PantryAnswer.OrderIds(store.inRange(find.contract(), find.from(), find.to()));
        }
        if (operation instanceof Operation.SetStatus<T> update) {
            boolean done = store.setStatus(update.id(), update.status());
            return new PantryAnswer.Acknowledgement(update.id(), done ? "updated" : "missing");
        }
        String id = ((Operation.Delete<T>) operation).id();
        return new PantryAnswer.Acknowledgement(id, store.delete(id) ? "deleted" : "missing");
    }

    private Answer insert(T order) {
        String id = store.id(order);
        boolean stored = store.insert(order)
                || store.get(id)
                        .filter(there -> OrderDigest.of(store, there) == OrderDigest.of(store, order))
                        .isPresent();
        return new PantryAnswer.Acknowledgement(id, stored ? "inserted" : "exists");
    }
}
