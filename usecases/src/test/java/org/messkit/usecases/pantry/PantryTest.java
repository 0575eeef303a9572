// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.schemas.Schemas;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Script;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.Workload;
import org.messkit.usecases.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class PantryTest {
    private static final Payload PAYLOAD = Payload.ofBytes(3_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "insert 1",
                "get 1",
                "update 1",
                "find 1",
                "range 1",
                "insert 50 delete 50",
                "insert 3 get 5 update 4 delete 3 find 2 range 2"
            })
    void everyExpectedAnswerIsWhatAStoreWouldGive(String mix) throws Exception {
        UseCase pantry = new Pantry().with(new Workload(37, mix));
        ModelStore store = new ModelStore();
        UseCase.Base base = pantry.base(PAYLOAD, 7).orElseThrow();
        for (int i = 0; i < base.count(); i++) {
            Message message = base.next();
            assertEquals(PAYLOAD.bytes(), message.request().length);
            assertEquals(
                    text(message.answer()),
                    store.answer(Xml.tree(message.request()).getDocumentElement()));
        }
        List<Script> users = pantry.scripts(PAYLOAD, 7, Script.Users.ofRound(3, 2));
        for (int i = 0; i < 200; i++) {
            for (Script user : users) {
                Script.Turn turn = user.next();
                Message message = user.messages().get(turn.message());
                String request = patched(message.request(), message.id().requestOffset(), message, turn);
                String expected = patched(message.answer(), message.id().answerOffset(), message, turn);
                Element root =
                        Xml.tree(request.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
                assertEquals(text(expected.getBytes(StandardCharsets.UTF_8)), store.answer(root), request);
            }
        }
        Changes all = users.stream().map(Script::changes).reduce(base.changes(), Changes::plus);
        assertEquals(store.orders.size(), all.rows());
        long checksum = 0;
        for (Element order : store.orders.values()) {
            checksum += digest(order);
        }
        assertEquals(checksum, all.checksum());
    }

    @Test
    void theWeightsOfAMixAreKeptExactly() {
        Script user = new Pantry()
                .with(new Workload(10, ""))
                .scripts(PAYLOAD, 1, Script.Users.ofRound(1, 1))
                .get(0);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 4 + 20 * 30; i++) {
            Message message = user.messages().get(user.next().message());
            String request = new String(message.request(), StandardCharsets.UTF_8);
            counts.merge(request.substring(1, request.indexOf(' ')), 1, Integer::sum);
        }
        assertEquals(
                Map.of(
                        "InsertOrder",
                        64,
                        "GetOrder",
                        360,
                        "FindByDealer",
                        60,
                        "FindByCallOff",
                        30,
                        "SetStatus",
                        60,
                        "DeleteOrder",
                        30),
                counts);
    }

    @Test
    void allMessagesHoldToTheSchema() throws Exception {
        var validator = SchemaFactory.newDefaultInstance()
                .newSchema(Schemas.url("pantry/pantry.xsd"))
                .newValidator();
        UseCase pantry = new Pantry().with(new Workload(25, "insert 1 get 1 find 1 range 1 update 1 delete 1"));
        for (Message message : pantry.scripts(new Payload(9_000, 0, 12, -1, -1), 3, Script.Users.ofRound(1, 1))
                .get(0)
                .messages()) {
            validator.validate(new StreamSource(new ByteArrayInputStream(message.request())));
            validator.validate(new StreamSource(new ByteArrayInputStream(message.answer())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert", "insert 0", "fetch 3", "insert 1 insert 2", "delete 1", "insert 9999 get 1003"})
    void aMixThatCannotBeIsRefused(String mix) {
        var problem = assertThrows(IllegalArgumentException.class, () -> new Pantry().with(new Workload(10, mix)));
        assertTrue(
                problem.getMessage().startsWith("mix") || problem.getMessage().startsWith("the weights of mix"));
        assertThrows(IllegalArgumentException.class, () -> new Pantry().with(new Workload(0, "find 1")));
    }

    /** Holds orders as trees and answers as text: names and texts in document order. */
    private static final class ModelStore {
        private final Map<String, Element> orders = new TreeMap<>();

        String answer(Element request) {
            String id = first(request, "OrderId");
            Element stored = orders.get(id);
            return switch (request.getLocalName()) {
                case "InsertOrder" -> {
                    orders.put(id, child(request, "PurchaseOrder"));
                    yield acknowledged(id, stored == null ? "inserted" : "exists");
                }
                case "GetOrder" -> stored == null ? acknowledged(id, "missing") : "FoundOrder(" + text(stored) + ")";
                case "FindByDealer" -> ids("Dealer", first(request, "Dealer"), 0, Integer.MAX_VALUE);
                case "FindByCallOff" ->
                    ids(
                            "Contract",
                            first(request, "Contract"),
                            Integer.parseInt(first(request, "From")),
                            Integer.parseInt(first(request, "To")));
                case "SetStatus" -> {
                    if (stored != null) {
                        child(stored, "Status").setTextContent(first(request, "Status"));
                    }
                    yield acknowledged(id, stored == null ? "missing" : "updated");
                }
                default -> acknowledged(id, orders.remove(id) == null ? "missing" : "deleted");
            };
        }

        private String ids(String element, String value, int from, int to) {
            List<String> found = new ArrayList<>();
            orders.forEach((id, order) -> {
                int callOff = Integer.parseInt(first(order, "CallOff"));
                if (first(order, element).equals(value) && callOff >= from && callOff <= to) {
                    found.add("OrderId(" + id + ")");
                }
            });
            return "OrderIds(Count(" + found.size() + ")" + String.join("", found) + ")";
        }

        private static String acknowledged(String id, String outcome) {
            return "Acknowledgement(OrderId(" + id + ")Outcome(" + outcome + "))";
        }
    }

    private static long digest(Element order) {
        Digest digest = new Digest();
        String id = first(order, "OrderId");
        String status = first(order, "Status");
        digest(order, digest);
        Status now = List.of(Status.values()).stream()
                .filter(s -> s.text.equals(status))
                .findFirst()
                .orElseThrow();
        return Digest.of(digest.value(), id, now);
    }

    private static void digest(Element element, Digest digest) {
        if (element.getLocalName().equals("OrderId") || element.getLocalName().equals("Status")) {
            return;
        }
        digest.open(element.getLocalName());
        boolean leaf = true;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                digest(child, digest);
                leaf = false;
            }
        }
        if (leaf) {
            digest.text(element.getTextContent().getBytes(StandardCharsets.UTF_8));
        }
        digest.close();
    }

    private static String patched(byte[] bytes, int offset, Message message, Script.Turn turn) {
        byte[] patched = bytes.clone();
        int digits = message.id().digits();
        if (digits > 0) {
            byte[] number = Head.padded(turn.number(), digits).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(number, 0, patched, offset, digits);
        }
        return new String(patched, StandardCharsets.UTF_8);
    }

    private static String text(byte[] xml) throws Exception {
        return text(Xml.tree(xml).getDocumentElement());
    }

    private static String text(Element element) {
        StringBuilder out = new StringBuilder(element.getLocalName()).append('(');
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            out.append(node instanceof Element child ? text(child) : node.getNodeValue());
        }
        return out.append(')').toString();
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.getElementsByTagNameNS("*", name).item(0);
    }

    private static String first(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent();
    }
}
