// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.BadRequestException;

/** What a request asks for, read to its end. */
sealed interface Operation<T> {
    record Insert<T>(T order) implements Operation<T> {}

    record Get<T>(String id) implements Operation<T> {}

    record ByDealer<T>(String dealer) implements Operation<T> {}

    record ByCallOff<T>(String contract, int from, int to) implements Operation<T> {}

    record SetStatus<T>(String id, String status) implements Operation<T> {}

    record Delete<T>(String id) implements Operation<T> {}

    /** Reads from the start tag of the root to the end tag. */
    static <T> Operation<T> read(XMLStreamReader in, OrderStore<T> store)
            throws BadRequestException, XMLStreamException {
        String root = Pantry.NAMESPACE.equals(in.getNamespaceURI()) ? in.getLocalName() : "";
        Operation<T> operation =
                switch (root) {
                    case "InsertOrder" -> insert(in, store);
                    case "GetOrder" -> new Get<>(Pantry.code(in, "OrderId"));
                    case "FindByDealer" -> new ByDealer<>(Pantry.code(in, "Dealer"));
                    case "FindByCallOff" ->
                        new ByCallOff<>(
                                Pantry.code(in, "Contract"), Pantry.callOff(in, "From"), Pantry.callOff(in, "To"));
                    case "SetStatus" -> new SetStatus<>(Pantry.code(in, "OrderId"), Pantry.code(in, "Status"));
                    case "DeleteOrder" -> new Delete<>(Pantry.code(in, "OrderId"));
                    default -> throw new BadRequestException("the payload must be a request in " + Pantry.NAMESPACE);
                };
        Pantry.end(in);
        return operation;
    }

    private static <T> Operation<T> insert(XMLStreamReader in, OrderStore<T> store)
            throws BadRequestException, XMLStreamException {
        if (!Pantry.child(in) || !in.getLocalName().equals("PurchaseOrder")) {
            throw new BadRequestException("there must be a PurchaseOrder to insert");
        }
        return new Insert<>(store.read(in));
    }
}
