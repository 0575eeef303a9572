// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.hostile;

import java.util.ArrayList;
import java.util.List;

/** Well-formed messages that lack what the use case needs: made of a generated payload in which all is asked for. */
public final class Malformed {
    private static final String NUMBERS_TOO_LONG = "1e999999999";

    private Malformed() {}

    public static List<Hostile> of(String useCase, String payload) {
        List<Hostile> all = new ArrayList<>();
        switch (useCase) {
            case "tv-dinner" -> {
                without(all, payload, "DataArea");
                without(all, payload, "Get");
                without(all, payload, "PurchaseOrder");
                without(all, payload, "OrderId");
                without(all, payload, "p:Parts");
                without(all, payload, "Quantity");
                without(all, payload, "UnitPrice");
                with(all, payload, "Quantity", "many", "0", "-1", "1.5", "4294967297", "99999999999999999999", "");
                with(all, payload, "UnitPrice", "free", "-1.00", "1.005", NUMBERS_TOO_LONG, "NaN", "");
                with(all, payload, "OrderId", "");
                with(all, payload, "Compartment", "urn:messkit:tv-dinner:party:1", "");
            }
            case "sushi-boats" -> {
                without(all, payload, "Header");
                without(all, payload, "StreamId");
                without(all, payload, "Interest");
                without(all, payload, "Id");
                with(all, payload, "StreamId", "", " ");
                with(all, payload, "Interest", "");
                with(all, payload, "Id", "", "<!-- none -->");
                all.add(Hostile.of("Category without term", payload.replaceFirst(" term=\"[^\"]*\"", "")));
            }
            case "buffet" -> {
                for (String element : List.of("OrderId", "IssueDate", "DueDate", "LineCount", "Totals", "TaxTotal")) {
                    without(all, payload, element);
                }
                for (String element : List.of("LineId", "Quantity", "UnitPrice", "Amount", "TaxCategory", "Category")) {
                    without(all, payload, element);
                }
                with(all, payload, "Quantity", "many", "0", "1.5", "4294967297", "");
                with(all, payload, "Amount", "free", "1.005", NUMBERS_TOO_LONG, "NaN", "");
                with(all, payload, "Percent", "101", "");
                with(all, payload, "DueDate", "tomorrow", "2026-02-30", "");
                with(all, payload, "OrderId", "");
            }
            case "pantry" -> {
                for (String element : List.of("OrderId", "Contract", "CallOff", "Status", "Party", "Dealer", "Lines")) {
                    without(all, payload, element);
                }
                without(all, payload, "PurchaseOrder");
                with(all, payload, "OrderId", "", " ");
                with(all, payload, "CallOff", "many", "-1", "1.5", "99999999999999999999", "");
            }
            default -> throw new IllegalArgumentException("no malformed messages of " + useCase);
        }
        return all;
    }

    /** Of a payload that asks for the full answer. */
    public static List<Hostile> inFull(String useCase, String payload) {
        List<Hostile> all = new ArrayList<>();
        for (String size : List.of("none", "", "FULL", "full summary")) {
            String other = payload.replace(" answer=\"full\"", " answer=\"" + size + "\"");
            all.add(Hostile.of("answer '" + size + "'", changed(payload, other)));
        }
        if (useCase.equals("tv-dinner")) {
            without(all, payload, "ItemId");
            without(all, payload, "Description");
            with(all, payload, "ItemId", "", " ");
        }
        return all;
    }

    private static void without(List<Hostile> all, String payload, String element) {
        String less = payload.replaceFirst("(?s)<" + element + "[ >].*?</" + element + ">", "");
        all.add(Hostile.of("without " + element, changed(payload, less)));
    }

    private static void with(List<Hostile> all, String payload, String element, String... values) {
        for (String value : values) {
            String other = payload.replaceFirst(
                    "(?s)(<" + element + "(?: [^>]*)?>).*?(</" + element + ">)", "$1" + value + "$2");
            all.add(Hostile.of(element + " '" + value + "'", changed(payload, other)));
        }
    }

    private static String changed(String before, String after) {
        if (before.equals(after)) {
            throw new AssertionError("nothing was changed in " + before);
        }
        return after;
    }
}
