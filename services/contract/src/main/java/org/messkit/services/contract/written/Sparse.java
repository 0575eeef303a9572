// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.messkit.schemas.Schemas;

/** The samples of the schemas without what need not be there; the answers are written by hand. */
public final class Sparse {
    private static final String LINES = "(?s)<Assembly>.*?</Assembly>|<Line>.*?</Line>";

    private Sparse() {}

    public static List<HandCarried> of(String useCase) throws IOException {
        String sample = sample(useCase);
        return switch (useCase) {
            case "tv-dinner" ->
                List.of(
                        HandCarried.sparse(
                                "compartments without lines", sample.replaceAll(LINES, ""), order(0, 0, "0.00")),
                        HandCarried.sparse(
                                "no compartment asked for",
                                sample.replaceAll("<Compartment>.*?</Compartment>", ""),
                                order(0, 0, "0.00")),
                        HandCarried.sparse(
                                "lines in assemblies alone",
                                sample.replaceFirst("(?s)<Line>.*?</Line>", ""),
                                order(2, 9, "32.40")));
            case "sushi-boats" ->
                List.of(
                        HandCarried.sparse(
                                "no entries",
                                sample.replaceAll("(?s)<Section>.*?</Section>|<Entry>.*?</Entry>", ""),
                                news(0, "")),
                        HandCarried.sparse(
                                "a section without entries, no tags",
                                sample.replaceAll("(?s)(<Section>).*?(</Section>)", "$1$2")
                                        .replaceAll("<Tag>.*?</Tag>", ""),
                                news(1, "<Id>E00000101</Id>")),
                        HandCarried.sparse(
                                "an entry without categories",
                                sample.replace("<Category term=\"tides-table\"/>", ""),
                                news(1, "<Id>E00000101</Id>")));
            case "buffet" ->
                List.of(HandCarried.sparse(
                        "one line without allowance and charge",
                        sample.replaceAll("(?s)<Line>\\s*<LineId>L000002.*?</Line>", "")
                                .replaceAll("(?s)<TaxSubtotal>\\s*<Category>R.*?</TaxSubtotal>", "")
                                .replaceAll("<Allowance>.*?</Allowance>", "")
                                .replace(">29.00<", ">30.00<")
                                .replace("<Tax>5.80<", "<Tax>6.00<")
                                .replace("<LineCount>2<", "<LineCount>1<")
                                .replaceAll("(?<=<LineTotal>)[^<]*", "30.00")
                                .replaceAll("(?<=<(Allowance|Charge)Total>)[^<]*", "0.00")
                                .replaceAll("(?<=<TaxTotal>)[^<]*", "6.00")
                                .replaceAll("(?<=<Payable>)[^<]*", "36.00"),
                        "<OrderValidation xmlns='urn:messkit:buffet:1'><OrderId>BO000000001234</OrderId>"
                                + "<Valid>true</Valid></OrderValidation>"));
            case "pantry" ->
                List.of(HandCarried.sparse(
                        "no marks and no lines",
                        sample.replaceAll(LINES, "").replaceAll("<Mark>.*?</Mark>", ""),
                        "<Acknowledgement xmlns='urn:messkit:pantry:1'><OrderId>PO000000000417</OrderId>"
                                + "<Outcome>inserted</Outcome></Acknowledgement>"));
            default -> List.of();
        };
    }

    private static String order(int lines, int quantity, String price) {
        return "<PurchaseOrderSummary xmlns='urn:messkit:tv-dinner:1'><OrderId>PO000000004711</OrderId><LineCount>"
                + lines
                + "</LineCount><TotalQuantity>" + quantity + "</TotalQuantity><TotalPrice>" + price
                + "</TotalPrice></PurchaseOrderSummary>";
    }

    private static String news(int count, String ids) {
        return "<NewsOfInterest xmlns='urn:messkit:sushi-boats:1'><StreamId>NS000000000815</StreamId><Count>" + count
                + "</Count>" + ids + "</NewsOfInterest>";
    }

    private static String sample(String useCase) throws IOException {
        try (InputStream in = Schemas.url(useCase + "/samples/request.xml").openStream()) {
            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return whole.substring(whole.lastIndexOf("-->") + 3).strip();
        }
    }
}
