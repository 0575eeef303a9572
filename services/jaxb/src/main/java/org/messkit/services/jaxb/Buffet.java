// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.business.answers.ValidationAnswer;
import org.messkit.services.business.orders.Rule;
import org.messkit.services.business.orders.Values;
import org.messkit.services.jaxb.types.order.Line;
import org.messkit.services.jaxb.types.order.Order;
import org.messkit.services.jaxb.types.order.TaxSubtotal;
import org.messkit.services.jaxb.types.order.Totals;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.PlainXml;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

/** Binds an order part by part and applies the rules to each. */
final class Buffet implements ReaderHandler {
    static final String NAMESPACE = "urn:messkit:buffet:1";

    private final XMLInputFactory input = Woodstox.input(XmlLimits.fromSystemProperties());
    private final XMLOutputFactory output = Woodstox.output();
    private final Binding<Order.Buyer> buyers = new Binding<>(Order.Buyer.class);
    private final Binding<Line> lines = new Binding<>(Line.class);
    private final Binding<TaxSubtotal> subtotals = new Binding<>(TaxSubtotal.class);
    private final Binding<Totals> sums = new Binding<>(Totals.class);

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return PlainXml.answer(input, message, this);
    }

    @Override
    public Answer answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        Reading reading = new Reading(payload);
        reading.root();
        return new ValidationAnswer(output, Values.text(reading.orderId, "OrderId"), reading.violations());
    }

    /** One request on its way through the reader. */
    private final class Reading {
        private final XMLStreamReader in;
        private final ElementWalk walk;
        private final OrderParts check = new OrderParts();
        private String orderId;
        private String issued;
        private String due;
        private String lineCount;
        private Totals totals;

        Reading(XMLStreamReader in) {
            this.in = in;
            this.walk = new ElementWalk(in);
        }

        void root() throws BadRequestException, XMLStreamException {
            if (!walk.at(NAMESPACE, "Order")) {
                throw new BadRequestException("the payload must be an Order in " + NAMESPACE);
            }
            while (walk.child()) {
                if (!NAMESPACE.equals(in.getNamespaceURI())) {
                    throw new BadRequestException("an Order has no elements of other namespaces");
                }
                part(in.getLocalName());
            }
        }

        private void part(String name) throws BadRequestException, XMLStreamException {
            switch (name) {
                case "Line" -> check.line(bound(lines));
                case "TaxSubtotal" -> check.subtotal(bound(subtotals));
                case "Totals" -> totals = bound(sums);
                case "Buyer" -> {
                    Order.Buyer buyer = bound(buyers);
                    check.leaf(buyer.getName());
                    check.leaf(buyer.getCity());
                }
                case "OrderId" -> orderId = text();
                case "IssueDate" -> issued = text();
                case "DueDate" -> due = text();
                case "LineCount" -> lineCount = text();
                default -> text();
            }
        }

        Map<Rule, Integer> violations() throws BadRequestException {
            check.dates(Values.date(issued, "IssueDate"), Values.date(due, "DueDate"));
            if (totals == null) {
                throw new BadRequestException("an Order must have Totals");
            }
            try {
                int count = WholeNumber.parse(Values.text(lineCount, "LineCount"));
                return check.violations(Given.whole(count, "LineCount", 0, Integer.MAX_VALUE), totals);
            } catch (NumberFormatException e) {
                throw new BadRequestException("LineCount must be a whole number", e);
            }
        }

        private <T> T bound(Binding<T> binding) throws BadRequestException, XMLStreamException {
            T part = binding.read(in);
            walk.movedPast();
            return part;
        }

        private String text() throws XMLStreamException {
            String text = walk.text();
            check.leaf(text);
            return text;
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
