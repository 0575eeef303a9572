// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.FullAnswer;
import org.messkit.services.spi.TreeHandler;
import org.messkit.services.spi.XmlLimits;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Makes a tree of a whole purchase order and looks at the compartments asked for. */
final class TvDinner implements TreeHandler {
    static final String NAMESPACE = "urn:messkit:tv-dinner:1";
    static final Fields FIELDS = new Fields(NAMESPACE);

    private static final Set<String> COMPARTMENTS = Set.of(
            "urn:messkit:tv-dinner:parts:1", "urn:messkit:tv-dinner:accessories:1", "urn:messkit:tv-dinner:labour:1");

    private final Parsers parsers = new Parsers(XmlLimits.fromSystemProperties(), Nodes.AT_ONCE);

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return answer(parsers.parse(message).getDocumentElement());
    }

    @Override
    public Answer answer(Element payload) throws BadRequestException {
        if (!FIELDS.is(payload, "GetPurchaseOrder")) {
            throw new BadRequestException("the payload must be a GetPurchaseOrder in " + NAMESPACE);
        }
        Element data = child(payload, "DataArea");
        Element get = child(data, "Get");
        Set<String> missing = asked(get);
        Element order = child(data, "PurchaseOrder");
        String orderId = FIELDS.text(order, "OrderId");
        LineWalk lines = new LineWalk(FullAnswer.isAskedFor(Fields.attribute(get, "answer")));
        for (Node node = order.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && missing.remove(element.getNamespaceURI())) {
                lines.add(element);
            }
        }
        if (!missing.isEmpty()) {
            throw new BadRequestException("a compartment asked for is missing");
        }
        return lines.summary(orderId);
    }

    @Override
    public EnvelopeParser envelopeParser() {
        return parsers;
    }

    private static Element child(Element parent, String name) throws BadRequestException {
        return FIELDS.child(parent, name)
                .orElseThrow(() -> new BadRequestException(parent.getLocalName() + " must have a " + name));
    }

    private static Set<String> asked(Element get) throws BadRequestException {
        Set<String> asked = new HashSet<>();
        for (Element compartment : FIELDS.children(get, "Compartment")) {
            asked.add(Fields.text(compartment));
        }
        if (!COMPARTMENTS.containsAll(asked)) {
            throw new BadRequestException("Get must ask for line compartments by their namespaces");
        }
        return asked;
    }

    @Override
    public Map<String, Object> engines() {
        return Engines.of(parsers);
    }
}
