// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.util.HashSet;
import java.util.Set;
import org.messkit.services.business.answers.SummaryAnswer;
import org.messkit.services.business.orders.Tally;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.FullAnswer;
import org.xml.sax.Attributes;

/** Adds up the compartments asked for as they pass; hears nothing of what is in the others. */
final class PurchaseOrderReading extends PlacedReading<PurchaseOrderReading.Place> {
    static final String NAMESPACE = "urn:messkit:tv-dinner:1";

    private static final Set<String> COMPARTMENTS = Set.of(
            "urn:messkit:tv-dinner:parts:1", "urn:messkit:tv-dinner:accessories:1", "urn:messkit:tv-dinner:labour:1");

    private final Tally tally = new Tally();
    private final Set<String> missing = new HashSet<>();
    private boolean asked;
    private boolean full;
    private String orderId = "";
    private String itemId;
    private String quantity;
    private String price;
    private String description;

    /** Where an element of the contract stands. */
    enum Place {
        ROOT,
        DATA,
        GET,
        COMPARTMENT,
        ORDER,
        ORDER_ID,
        LINES,
        LINE,
        ITEM_ID,
        QUANTITY,
        PRICE,
        DESCRIPTION
    }

    @Override
    Place place(Place parent, String namespace, String name, Attributes attributes) throws BadRequestException {
        if (parent == Place.ORDER && missing.remove(namespace)) {
            return Place.LINES;
        }
        String own = namespace.equals(NAMESPACE) ? name : "";
        if (parent == null) {
            if (!own.equals("GetPurchaseOrder")) {
                throw new BadRequestException("the payload must be a GetPurchaseOrder in " + NAMESPACE);
            }
            return Place.ROOT;
        }
        return switch (parent) {
            case ROOT -> own.equals("DataArea") ? Place.DATA : null;
            case DATA -> part(own, attributes);
            case GET -> own.equals("Compartment") ? Place.COMPARTMENT : null;
            case ORDER -> own.equals("OrderId") ? Place.ORDER_ID : null;
            case LINES ->
                switch (own) {
                    case "Line" -> line();
                    case "Assembly" -> Place.LINES;
                    default -> null;
                };
            case LINE ->
                switch (own) {
                    case "Quantity" -> Place.QUANTITY;
                    case "UnitPrice" -> Place.PRICE;
                    case "ItemId" -> Place.ITEM_ID;
                    case "Description" -> Place.DESCRIPTION;
                    default -> null;
                };
            default -> null;
        };
    }

    @Override
    boolean hasText(Place place) {
        return switch (place) {
            case COMPARTMENT, ORDER_ID, QUANTITY, PRICE -> true;
            case ITEM_ID, DESCRIPTION -> full;
            default -> false;
        };
    }

    @Override
    void ended(Place place, String text) throws BadRequestException {
        switch (place) {
            case COMPARTMENT -> missing.add(text);
            case GET -> asked();
            case ORDER_ID -> orderId = text;
            case QUANTITY -> quantity = text;
            case PRICE -> price = text;
            case ITEM_ID -> itemId = text;
            case DESCRIPTION -> description = wholeText();
            case LINE -> addLine();
            default -> {
                // Nothing to note.
            }
        }
    }

    @Override
    Answer answer() throws BadRequestException {
        if (!asked || orderId.isEmpty()) {
            throw new BadRequestException("a Get and a PurchaseOrder with an OrderId must be there");
        }
        if (!missing.isEmpty()) {
            throw new BadRequestException("a compartment asked for is missing");
        }
        return new SummaryAnswer(ReadingHandler.OUTPUT, orderId, tally);
    }

    private Place part(String name, Attributes attributes) throws BadRequestException {
        if (name.equals("PurchaseOrder") && !asked) {
            throw new BadRequestException("Get must stand before PurchaseOrder");
        }
        if (name.equals("Get")) {
            full = FullAnswer.isAskedFor(attributes.getValue("", "answer"));
        }
        return switch (name) {
            case "Get" -> Place.GET;
            case "PurchaseOrder" -> Place.ORDER;
            default -> null;
        };
    }

    private Place line() {
        itemId = null;
        quantity = null;
        price = null;
        description = null;
        return Place.LINE;
    }

    private void addLine() throws BadRequestException {
        if (full) {
            tally.addWhole(itemId, quantity, price, description);
        } else {
            tally.add(quantity, price);
        }
    }

    private void asked() throws BadRequestException {
        asked = true;
        if (!COMPARTMENTS.containsAll(missing)) {
            throw new BadRequestException("Get must ask for line compartments by their namespaces");
        }
    }
}
