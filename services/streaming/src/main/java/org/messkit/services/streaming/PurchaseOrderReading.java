// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.business.orders.Tally;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.FullAnswer;

/** One purchase order on its way through a reader. The reader's bound on depth bounds the recursion. */
final class PurchaseOrderReading {
    static final String NAMESPACE = "urn:messkit:tv-dinner:1";

    private static final Set<String> COMPARTMENTS = Set.of(
            "urn:messkit:tv-dinner:parts:1", "urn:messkit:tv-dinner:accessories:1", "urn:messkit:tv-dinner:labour:1");

    private final XMLStreamReader in;
    private final ElementWalk walk;
    private final Tally tally = new Tally();
    private final Set<String> missing = new HashSet<>();
    private boolean asked;
    private boolean full;
    private String orderId = "";

    /** Starts at the start tag of the root. */
    PurchaseOrderReading(XMLStreamReader in) {
        this.in = in;
        this.walk = new ElementWalk(in);
    }

    /** Reads to the end tag of the root. */
    void read() throws BadRequestException, XMLStreamException {
        if (!walk.at(NAMESPACE, "GetPurchaseOrder")) {
            throw new BadRequestException("the payload must be a GetPurchaseOrder in " + NAMESPACE);
        }
        while (walk.child()) {
            if (walk.at(NAMESPACE, "DataArea")) {
                dataArea();
            } else {
                walk.skip();
            }
        }
        if (!asked || orderId.isEmpty()) {
            throw new BadRequestException("a Get and a PurchaseOrder with an OrderId must be there");
        }
        if (!missing.isEmpty()) {
            throw new BadRequestException("a compartment asked for is missing");
        }
    }

    String orderId() {
        return orderId;
    }

    Tally tally() {
        return tally;
    }

    private void dataArea() throws BadRequestException, XMLStreamException {
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "Get" -> get();
                case "PurchaseOrder" -> purchaseOrder();
                default -> walk.skip();
            }
        }
    }

    private void get() throws BadRequestException, XMLStreamException {
        asked = true;
        full = FullAnswer.isAskedFor(in.getAttributeValue(null, "answer"));
        while (walk.child()) {
            if (walk.at(NAMESPACE, "Compartment")) {
                missing.add(walk.text());
            } else {
                walk.skip();
            }
        }
        if (!COMPARTMENTS.containsAll(missing)) {
            throw new BadRequestException("Get must ask for line compartments by their namespaces");
        }
    }

    private void purchaseOrder() throws BadRequestException, XMLStreamException {
        if (!asked) {
            throw new BadRequestException("Get must stand before PurchaseOrder");
        }
        while (walk.child()) {
            if (walk.at(NAMESPACE, "OrderId")) {
                orderId = walk.text();
            } else if (missing.remove(walk.namespace())) {
                lines();
            } else {
                walk.skip();
            }
        }
    }

    /** A compartment or an assembly. */
    private void lines() throws BadRequestException, XMLStreamException {
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "Line" -> {
                    if (full) {
                        wholeLine();
                    } else {
                        line();
                    }
                }
                case "Assembly" -> lines();
                default -> walk.skip();
            }
        }
    }

    private void line() throws BadRequestException, XMLStreamException {
        String quantity = null;
        String price = null;
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "Quantity" -> quantity = walk.text();
                case "UnitPrice" -> price = walk.text();
                default -> walk.skip();
            }
        }
        tally.add(quantity, price);
    }

    private void wholeLine() throws BadRequestException, XMLStreamException {
        String itemId = null;
        String quantity = null;
        String price = null;
        String description = null;
        while (walk.child()) {
            switch (walk.name(NAMESPACE)) {
                case "ItemId" -> itemId = walk.text();
                case "Quantity" -> quantity = walk.text();
                case "UnitPrice" -> price = walk.text();
                case "Description" -> description = walk.wholeText();
                default -> walk.skip();
            }
        }
        tally.addWhole(itemId, quantity, price, description);
    }
}
