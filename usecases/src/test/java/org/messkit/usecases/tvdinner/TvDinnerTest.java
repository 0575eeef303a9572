// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.tvdinner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TvDinnerTest {
    private static final String NAMESPACE = "urn:messkit:tv-dinner:1";

    @ParameterizedTest
    @CsvSource({"1400, 0, -1", "5000, 0, -1", "5000, 0, 0", "40000, 0, 0.67", "40000, 0, 1", "60000, 30, 0.33"})
    void expectedAnswerIsWhatTheTreeSays(int bytes, int depth, double share) throws Exception {
        var generator = new TvDinner().generator(new Payload(bytes, 0, depth, share, -1), 21);
        for (int k = 0; k < 10; k++) {
            Message message = generator.next();
            Document request = Xml.tree(message.request());
            Document answer = Xml.tree(message.answer());
            Set<String> asked = asked(request);
            int count = 0;
            long quantity = 0;
            BigDecimal price = new BigDecimal("0.00");
            NodeList lines = request.getElementsByTagNameNS(NAMESPACE, "Line");
            for (int i = 0; i < lines.getLength(); i++) {
                Element line = (Element) lines.item(i);
                if (asked.contains(compartment(line))) {
                    count++;
                    quantity += Long.parseLong(text(line, "Quantity"));
                    price = price.add(
                            new BigDecimal(text(line, "UnitPrice")).multiply(new BigDecimal(text(line, "Quantity"))));
                }
            }
            assertEquals(text(request.getDocumentElement(), "OrderId"), text(answer.getDocumentElement(), "OrderId"));
            assertEquals(Integer.toString(count), text(answer.getDocumentElement(), "LineCount"));
            assertEquals(Long.toString(quantity), text(answer.getDocumentElement(), "TotalQuantity"));
            assertEquals(price.toPlainString(), text(answer.getDocumentElement(), "TotalPrice"));
        }
    }

    @Test
    void aThirdOfTheLinesIsAskedForByDefault() throws Exception {
        var generator = new TvDinner().generator(Payload.ofBytes(100_000), 4);
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < 20; k++) {
            Message message = generator.next();
            seen.addAll(asked(Xml.tree(message.request())));
            Element answer = Xml.tree(message.answer()).getDocumentElement();
            int all = Xml.tree(message.request())
                    .getElementsByTagNameNS(NAMESPACE, "Line")
                    .getLength();
            assertEquals(all / 3.0, Integer.parseInt(text(answer, "LineCount")), 1);
        }
        assertEquals(3, seen.size(), "each compartment is asked for some time");
    }

    @Test
    void shareIsOfThreeCompartments() {
        var problems = new TvDinner().problems(new Payload(5_000, 0, 0, 0.5, -1));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).endsWith("got: 0.5"), problems.get(0));
    }

    @Test
    void fullAnswerHasTheLinesAskedForPriced() throws Exception {
        var generator = new TvDinner().generator(new Payload(9_000, 0, 9, 0.67, -1).answeredInFull(), 8);
        for (int k = 0; k < 5; k++) {
            Message message = generator.next();
            Document request = Xml.tree(message.request());
            Element answer = Xml.tree(message.answer()).getDocumentElement();
            assertEquals(9_000, message.request().length);
            List<Element> lines = new ArrayList<>();
            Set<String> asked = asked(request);
            NodeList all = request.getElementsByTagNameNS(NAMESPACE, "Line");
            for (int i = 0; i < all.getLength(); i++) {
                if (asked.contains(compartment((Element) all.item(i)))) {
                    lines.add((Element) all.item(i));
                }
            }
            NodeList priced = answer.getElementsByTagNameNS(NAMESPACE, "Line");
            assertEquals(lines.size(), priced.getLength());
            assertEquals(Integer.toString(lines.size()), text(answer, "LineCount"));
            for (int i = 0; i < lines.size(); i++) {
                Element line = lines.get(i);
                Element other = (Element) priced.item(i);
                for (String name : List.of("ItemId", "Quantity", "UnitPrice", "Description")) {
                    assertEquals(text(line, name), text(other, name));
                }
                BigDecimal price =
                        new BigDecimal(text(line, "UnitPrice")).multiply(new BigDecimal(text(line, "Quantity")));
                assertEquals(price.toPlainString(), text(other, "Price"));
            }
        }
    }

    private static Set<String> asked(Document request) {
        Set<String> asked = new HashSet<>();
        NodeList names = request.getElementsByTagNameNS(NAMESPACE, "Compartment");
        for (int i = 0; i < names.getLength(); i++) {
            asked.add(names.item(i).getTextContent());
        }
        return asked;
    }

    private static String compartment(Element line) {
        var node = line.getParentNode();
        while (node.getNamespaceURI().equals(NAMESPACE)) {
            node = node.getParentNode();
        }
        return node.getNamespaceURI();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
    }
}
