// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.jaxb.types.Lines;
import org.messkit.services.jaxb.types.PurchaseOrderSummary;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.FullAnswer;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

/** Binds the compartments asked for and counts its way over the others. */
final class TvDinner implements ReaderHandler {
    static final String NAMESPACE = "urn:messkit:tv-dinner:1";
    /** The line compartments, by namespace. */
    static final Set<String> COMPARTMENTS = Set.of(
            "urn:messkit:tv-dinner:parts:1", "urn:messkit:tv-dinner:accessories:1", "urn:messkit:tv-dinner:labour:1");

    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final XMLOutputFactory output = Woodstox.output();
    private final Binding<Lines> lines = new Binding<>(Lines.class);
    private final Binding<PurchaseOrderSummary> answers = new Binding<>(PurchaseOrderSummary.class);

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        Reading reading = new Reading(payload);
        reading.root();
        return reading.answer();
    }

    /** As {@link #answer(XMLStreamReader)}, but leaves the reader where all that was asked for is bound. */
    Answer answerEarly(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        Reading reading = new Reading(payload);
        reading.early = true;
        reading.root();
        return reading.answer();
    }

    /** One request on its way through the reader. */
    private final class Reading {
        private final XMLStreamReader in;
        private final ElementWalk walk;
        private BoundLines tally;
        private Set<String> asked;
        private final Set<String> missing = new HashSet<>();
        private String orderId = "";
        private boolean early;

        Reading(XMLStreamReader in) {
            this.in = in;
            this.walk = new ElementWalk(in);
        }

        void root() throws BadRequestException, XMLStreamException {
            if (!walk.at(NAMESPACE, "GetPurchaseOrder")) {
                throw new BadRequestException("the payload must be a GetPurchaseOrder in " + NAMESPACE);
            }
            while (!done() && walk.child()) {
                if (walk.at(NAMESPACE, "DataArea")) {
                    dataArea();
                } else {
                    walk.skip();
                }
            }
        }

        private void dataArea() throws BadRequestException, XMLStreamException {
            while (!done() && walk.child()) {
                if (walk.at(NAMESPACE, "Get")) {
                    get();
                } else if (walk.at(NAMESPACE, "PurchaseOrder")) {
                    purchaseOrder();
                } else {
                    walk.skip();
                }
            }
        }

        private void get() throws BadRequestException, XMLStreamException {
            asked = new HashSet<>();
            tally = new BoundLines(FullAnswer.isAskedFor(in.getAttributeValue(null, "answer")));
            while (walk.child()) {
                if (walk.at(NAMESPACE, "Compartment")) {
                    asked.add(walk.text());
                } else {
                    walk.skip();
                }
            }
            if (!COMPARTMENTS.containsAll(asked)) {
                throw new BadRequestException("Get must ask for line compartments by their namespaces");
            }
            missing.addAll(asked);
        }

        private void purchaseOrder() throws BadRequestException, XMLStreamException {
            if (asked == null) {
                throw new BadRequestException("Get must stand before PurchaseOrder");
            }
            while (!done() && walk.child()) {
                if (walk.at(NAMESPACE, "OrderId")) {
                    orderId = walk.text();
                } else if (missing.remove(in.getNamespaceURI())) {
                    tally.add(lines.read(in));
                    walk.movedPast();
                } else {
                    walk.skip();
                }
            }
        }

        private boolean done() {
            return early && asked != null && missing.isEmpty() && !orderId.isEmpty();
        }

        Answer answer() throws BadRequestException {
            if (asked == null || orderId.isEmpty()) {
                throw new BadRequestException("a Get and a PurchaseOrder with an OrderId must be there");
            }
            if (!missing.isEmpty()) {
                throw new BadRequestException("a compartment asked for is missing");
            }
            return tally.answer(orderId, output, answers);
        }
    }

    @Override
    public Map<String, Object> engines() {
        return Map.of(
                "javax.xml.stream.XMLInputFactory", input,
                "javax.xml.stream.XMLOutputFactory", output,
                "jakarta.xml.bind.JAXBContext", lines.context());
    }
}
