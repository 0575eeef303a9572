// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.BadRequestException;

/** A store that keeps an order as its message. */
public interface OrderMessageStore extends OrderStore<OrderMessage> {
    @Override
    default OrderMessage read(XMLStreamReader order) throws BadRequestException, XMLStreamException {
        return OrderMessageXml.read(order);
    }

    @Override
    default void write(OrderMessage order, XMLStreamWriter out) throws XMLStreamException {
        OrderMessageXml.write(order.xml(), out);
    }

    @Override
    default String id(OrderMessage order) {
        return order.id();
    }
}
