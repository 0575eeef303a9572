// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class BuffetTest {
    private static final String NAMESPACE = "urn:messkit:buffet:1";

    @ParameterizedTest
    @CsvSource({"1200, 0", "5000, 0", "5000, 3", "20000, 20", "40000, 0"})
    void expectedAnswerIsWhatTheTreeSays(int bytes, int depth) throws Exception {
        var generator = new Buffet().generator(new Payload(bytes, 0, depth, -1, 0.8), 13);
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < 60; k++) {
            Message message = generator.next();
            Document answer = Xml.tree(message.answer());
            Map<String, Integer> stated = new TreeMap<>();
            for (Element violation : all(answer, "Violation")) {
                stated.put(text(violation, "Rule"), Integer.valueOf(text(violation, "Count")));
            }
            Map<String, Integer> found = violations(Xml.tree(message.request()));
            assertEquals(found, stated);
            assertEquals(Boolean.toString(found.isEmpty()), text(answer.getDocumentElement(), "Valid"));
            seen.addAll(found.keySet());
        }
        assertEquals(bytes < 2_000 ? seen.size() : Rule.values().length, seen.size(), "every rule is broken: " + seen);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, 0", "1, 50", "0.5, 25", "0.33, 16.5"})
    void anyFiftyMessagesHaveTheirShare(double invalid, double expected) {
        for (long seed = 0; seed < 5; seed++) {
            var generator = new Buffet().generator(new Payload(2_000, 0, 0, -1, invalid), seed);
            for (int pool = 0; pool < 3; pool++) {
                int bad = 0;
                for (int k = 0; k < 50; k++) {
                    String answer = new String(generator.next().answer(), StandardCharsets.UTF_8);
                    bad += answer.contains("<Valid>false") ? 1 : 0;
                }
                assertEquals(expected, bad, 1);
            }
        }
    }

    @Test
    void depthTakesAsManyLines() {
        var problems = new Buffet().problems(new Payload(5_000, 0, 60, -1, -1));
        assertEquals(1, problems.size(), problems.toString());
    }

    private static Map<String, Integer> violations(Document order) {
        Map<String, Integer> found = new TreeMap<>();
        List<Element> lines = all(order, "Line");
        Set<String> ids = new HashSet<>();
        Map<String, BigDecimal> taxable = new TreeMap<>();
        for (Element line : lines) {
            count(found, "DUPLICATE_LINE", !ids.add(text(line, "LineId")));
            BigDecimal right = money(line, "Quantity")
                    .multiply(money(line, "UnitPrice"))
                    .subtract(money(line, "Allowance"))
                    .add(money(line, "Charge"));
            count(found, "LINE_AMOUNT", differ(right, money(line, "Amount")));
            taxable.merge(text(line, "TaxCategory"), money(line, "Amount"), BigDecimal::add);
        }
        for (Element subtotal : all(order, "TaxSubtotal")) {
            BigDecimal base = taxable.getOrDefault(text(subtotal, "Category"), BigDecimal.ZERO);
            count(found, "TAX_BASE", differ(base, money(subtotal, "Taxable")));
            BigDecimal tax = money(subtotal, "Taxable")
                    .multiply(money(subtotal, "Percent"))
                    .movePointLeft(2)
                    .setScale(2, RoundingMode.HALF_UP);
            count(found, "TAX_AMOUNT", differ(tax, money(subtotal, "Tax")));
        }
        List<String> rated =
                all(order, "Category").stream().map(Element::getTextContent).toList();
        lines.forEach(line -> count(found, "TAX_CATEGORY", !rated.contains(text(line, "TaxCategory"))));
        totals(found, order, lines.size());
        NodeList everything = order.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < everything.getLength(); i++) {
            Node node = everything.item(i);
            boolean leaf = ((Element) node).getElementsByTagNameNS("*", "*").getLength() == 0;
            count(found, "EMPTY_ELEMENT", leaf && node.getTextContent().isBlank());
        }
        return found;
    }

    private static void totals(Map<String, Integer> found, Document order, int lines) {
        Element root = order.getDocumentElement();
        Element totals = all(order, "Totals").get(0);
        count(found, "LINE_COUNT", Integer.parseInt(text(root, "LineCount")) != lines);
        count(found, "LINE_TOTAL", differ(sum(order, "Amount"), money(totals, "LineTotal")));
        count(found, "ALLOWANCE_TOTAL", differ(sum(order, "Allowance"), money(totals, "AllowanceTotal")));
        count(found, "CHARGE_TOTAL", differ(sum(order, "Charge"), money(totals, "ChargeTotal")));
        count(found, "TAX_TOTAL", differ(sum(order, "Tax"), money(totals, "TaxTotal")));
        BigDecimal payable = money(totals, "LineTotal").add(money(totals, "TaxTotal"));
        count(found, "PAYABLE_TOTAL", differ(payable, money(totals, "Payable")));
        count(found, "DATE_ORDER", text(root, "DueDate").compareTo(text(root, "IssueDate")) < 0);
    }

    private static void count(Map<String, Integer> found, String rule, boolean broken) {
        if (broken) {
            found.merge(rule, 1, Integer::sum);
        }
    }

    private static boolean differ(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }

    private static BigDecimal sum(Document order, String name) {
        return all(order, name).stream()
                .map(element -> new BigDecimal(element.getTextContent()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal money(Element parent, String name) {
        String text = text(parent, name);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static String text(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getLocalName())) {
                return node.getTextContent();
            }
        }
        return "";
    }

    private static List<Element> all(Document order, String name) {
        NodeList found = order.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }
}
