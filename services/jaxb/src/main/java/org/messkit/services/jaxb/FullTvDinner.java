// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.jaxb.types.Get;
import org.messkit.services.jaxb.types.GetPurchaseOrder;
import org.messkit.services.jaxb.types.Lines;
import org.messkit.services.jaxb.types.PurchaseOrder;
import org.messkit.services.jaxb.types.PurchaseOrderSummary;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.FullAnswer;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

/** Binds the whole message and then looks at the compartments asked for. */
final class FullTvDinner implements ReaderHandler {
    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final XMLOutputFactory output = Woodstox.output();
    private final Binding<GetPurchaseOrder> messages = new Binding<>(GetPurchaseOrder.class);
    private final Binding<PurchaseOrderSummary> answers = new Binding<>(PurchaseOrderSummary.class);

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        if (!new ElementWalk(payload).at(TvDinner.NAMESPACE, "GetPurchaseOrder")) {
            throw new BadRequestException("the payload must be a GetPurchaseOrder in " + TvDinner.NAMESPACE);
        }
        GetPurchaseOrder message = messages.read(payload);
        var data = message.getDataArea();
        if (data == null || data.getGet() == null || data.getPurchaseOrder() == null) {
            throw new BadRequestException("a Get and a PurchaseOrder with an OrderId must be there");
        }
        return answer(data.getGet(), data.getPurchaseOrder());
    }

    private static Set<String> asked(Get get) {
        Set<String> asked = new HashSet<>();
        get.getCompartment().forEach(namespace -> asked.add(namespace.strip()));
        return asked;
    }

    private Answer answer(Get get, PurchaseOrder order) throws BadRequestException {
        Set<String> asked = asked(get);
        if (!TvDinner.COMPARTMENTS.containsAll(asked)) {
            throw new BadRequestException("Get must ask for line compartments by their namespaces");
        }
        if (order.getOrderId() == null || order.getOrderId().isEmpty()) {
            throw new BadRequestException("a Get and a PurchaseOrder with an OrderId must be there");
        }
        Map<String, Lines> compartments = new LinkedHashMap<>();
        compartments.put("urn:messkit:tv-dinner:parts:1", order.getParts());
        compartments.put("urn:messkit:tv-dinner:accessories:1", order.getAccessories());
        compartments.put("urn:messkit:tv-dinner:labour:1", order.getLabour());
        BoundLines tally = new BoundLines(FullAnswer.isAskedFor(get.getAnswer()));
        for (Map.Entry<String, Lines> compartment : compartments.entrySet()) {
            if (asked.contains(compartment.getKey())) {
                if (compartment.getValue() == null) {
                    throw new BadRequestException("a compartment asked for is missing");
                }
                tally.add(compartment.getValue());
            }
        }
        return tally.answer(order.getOrderId(), output, answers);
    }

    @Override
    public Map<String, Object> engines() {
        return Map.of(
                "javax.xml.stream.XMLInputFactory", input,
                "javax.xml.stream.XMLOutputFactory", output,
                "jakarta.xml.bind.JAXBContext", messages.context());
    }
}
