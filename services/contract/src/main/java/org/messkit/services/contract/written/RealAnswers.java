// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answers that are due to documents of others. */
final class RealAnswers {
    /** In the compartments that the stylesheet asks for; that of the application area is not. */
    private static final String LINES =
            "//o:Extension[not(ancestor::o:Party) and not(ancestor::o:ApplicationArea)] | //o:Party//o:Extension";

    private static final String OF_INTEREST = "//a:entry[a:category/@term = 'Magnitude 2']";

    private RealAnswers() {}

    static String oagisSummary(Paths document) {
        return oagis(document, "");
    }

    static String oagisLines(Paths document) {
        StringBuilder lines = new StringBuilder();
        // Parts stand before labour.
        for (String compartment : LINES.split(" \\| ")) {
            for (Paths line : document.all(compartment)) {
                BigDecimal amount = line.number("o:Amount");
                lines.append("<Line>");
                leaf(lines, "ItemId", line.text("local-name(..)") + "-" + line.text("@sequenceNumber"));
                leaf(lines, "Quantity", line.number("o:Quantity").setScale(0).toPlainString());
                leaf(lines, "UnitPrice", money(amount));
                leaf(lines, "Description", line.text("."));
                leaf(
                        lines,
                        "Price",
                        money(amount.multiply(line.number("o:Quantity")).setScale(2)));
                lines.append("</Line>");
            }
        }
        return oagis(document, lines.toString());
    }

    private static String oagis(Paths document, String lines) {
        List<Paths> all = document.all(LINES);
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal price = BigDecimal.ZERO;
        for (Paths line : all) {
            quantity = quantity.add(line.number("o:Quantity"));
            price = price.add(line.number("o:Quantity").multiply(line.number("o:Amount")));
        }
        StringBuilder answer = new StringBuilder("<PurchaseOrderSummary xmlns=\"urn:messkit:tv-dinner:1\">");
        leaf(
                answer,
                "OrderId",
                String.format("PO%012d", document.number("//o:Get/@maxItems").intValueExact()));
        leaf(answer, "LineCount", Integer.toString(all.size()));
        leaf(answer, "TotalQuantity", quantity.setScale(0).toPlainString());
        leaf(answer, "TotalPrice", money(price.setScale(2)));
        return answer.append(lines).append("</PurchaseOrderSummary>").toString();
    }

    static String usgsIds(Paths document) {
        StringBuilder ids = new StringBuilder();
        document.all(OF_INTEREST).forEach(entry -> leaf(ids, "Id", entry.text("a:id")));
        return usgs(document, ids.toString());
    }

    static String usgsEntries(Paths document) {
        StringBuilder entries = new StringBuilder();
        for (Paths entry : document.all(OF_INTEREST)) {
            entries.append("<Entry>");
            leaf(entries, "Id", entry.text("a:id"));
            leaf(entries, "Title", entry.text("a:title"));
            leaf(entries, "Updated", entry.text("a:updated"));
            leaf(entries, "Author", document.text("/a:feed/a:author/a:name"));
            for (Paths category : entry.all("a:category")) {
                entries.append("<Category term=\"")
                        .append(category.text("@term"))
                        .append("\"/>");
            }
            leaf(entries, "Summary", entry.text("a:summary"));
            entries.append("<Content><P>Near ");
            leaf(entries, "Em", entry.text("g:featurename"));
            entries.append(" <Link href=\"")
                    .append(escaped(entry.text("a:link/@href")))
                    .append("\">");
            entries.append(entry.text("g:point")).append("</Link></P></Content></Entry>");
        }
        return usgs(document, entries.toString());
    }

    private static String usgs(Paths document, String entries) {
        StringBuilder answer = new StringBuilder("<NewsOfInterest xmlns=\"urn:messkit:sushi-boats:1\">");
        leaf(
                answer,
                "StreamId",
                "NS"
                        + document.text("//a:feed/a:updated")
                                .replaceAll("[^0-9]", "")
                                .substring(2));
        leaf(answer, "Count", Integer.toString(document.all(OF_INTEREST).size()));
        return answer.append(entries).append("</NewsOfInterest>").toString();
    }

    /** UBL gives allowances, charges and tax for the whole order, where Buffet's rules want them of the lines. */
    static String ubl(Paths document) {
        BigDecimal lines = document.number("//cac:AnticipatedMonetaryTotal/cbc:LineExtensionAmount");
        BigDecimal tax = document.number("//cac:TaxTotal/cbc:TaxAmount");
        BigDecimal sum = BigDecimal.ZERO;
        int wrongLines = 0;
        for (Paths line : document.all("//cac:LineItem")) {
            BigDecimal amount = line.number("cbc:LineExtensionAmount");
            BigDecimal price = line.number("cac:Price/cbc:PriceAmount");
            sum = sum.add(amount);
            wrongLines += amount.compareTo(price.multiply(line.number("cbc:Quantity"))) == 0 ? 0 : 1;
        }
        Map<String, Integer> broken = new TreeMap<>();
        broken.put(
                "ALLOWANCE_TOTAL", document.number("//cbc:AllowanceTotalAmount").signum());
        broken.put("CHARGE_TOTAL", document.number("//cbc:ChargeTotalAmount").signum());
        broken.put("LINE_AMOUNT", wrongLines);
        broken.put("LINE_TOTAL", sum.compareTo(lines) == 0 ? 0 : 1);
        broken.put("PAYABLE_TOTAL", document.number("//cbc:PayableAmount").compareTo(lines.add(tax)) == 0 ? 0 : 1);
        broken.put("TAX_AMOUNT", tax.signum());
        broken.put("TAX_BASE", sum.compareTo(lines) == 0 ? 0 : 1);
        broken.values().removeIf(count -> count == 0);
        StringBuilder answer = new StringBuilder("<OrderValidation xmlns=\"urn:messkit:buffet:1\">");
        leaf(
                answer,
                "OrderId",
                String.format("BO%012d", document.text("/*/cbc:ID").length()));
        leaf(answer, "Valid", Boolean.toString(broken.isEmpty()));
        broken.forEach((rule, count) -> {
            answer.append("<Violation>");
            leaf(answer, "Rule", rule);
            leaf(answer, "Count", count.toString());
            answer.append("</Violation>");
        });
        return answer.append("</OrderValidation>").toString();
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    private static void leaf(StringBuilder out, String name, String text) {
        out.append('<').append(name).append('>').append(escaped(text));
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
