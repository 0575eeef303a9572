// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import org.messkit.usecases.Message;
import org.messkit.usecases.Message.Identifier;
import org.messkit.usecases.writing.XmlBytes;

/** Requests and the answers to them. Those to one order are written for any key: its digits are patched in. */
final class Messages {
    private static final int SMALL = 256;

    private Messages() {}

    /** Puts an order in. */
    static Message insert(Order.Written order, Head head) {
        XmlBytes answer = new XmlBytes(SMALL);
        int id = acknowledge(answer, head, "inserted");
        Identifier identifier = new Identifier(head.digits(), order.id(), id);
        return new Message(
                order.insert(),
                answer.toByteArray(),
                identifier,
                order.elements(),
                order.depth(),
                Operation.INSERT.word());
    }

    /** Fetches a user's order that is there. */
    static Message get(Order.Written order, Status status) {
        return get(order, status, Head.ofUser(0), Head.USER_DIGITS);
    }

    /** Fetches an order that is there beforehand: that one alone. */
    static Message getBase(Order.Written order, Head head) {
        return get(order, Status.OPEN, head, 0);
    }

    /** Fetches a user's order that was taken out. */
    static Message getMissing() {
        return toOrder(Operation.GET, "GetOrder", "", "missing");
    }

    /** Takes a user's order out. */
    static Message delete() {
        return toOrder(Operation.DELETE, "DeleteOrder", "", "deleted");
    }

    /** Changes a user's order. */
    static Message update(Status status) {
        return toOrder(Operation.UPDATE, "SetStatus", status.text, "updated");
    }

    /** Finds the orders of a dealer. */
    static Message find(String dealer, Iterable<String> orderIds) {
        XmlBytes request = new XmlBytes(SMALL).open("FindByDealer", Order.NAMESPACE);
        return found(Operation.FIND, request.leaf("Dealer", dealer).close("FindByDealer"), orderIds);
    }

    /** Finds the orders in a range of call-offs. */
    static Message range(String contract, int from, int to, Iterable<String> orderIds) {
        XmlBytes request =
                new XmlBytes(SMALL).open("FindByCallOff", Order.NAMESPACE).leaf("Contract", contract);
        request.leaf("From", Integer.toString(from)).leaf("To", Integer.toString(to));
        return found(Operation.RANGE, request.close("FindByCallOff"), orderIds);
    }

    private static Message get(Order.Written order, Status status, Head head, int patched) {
        XmlBytes request = new XmlBytes(SMALL).open("GetOrder", Order.NAMESPACE);
        int asked = key(request, head);
        request.close("GetOrder");
        XmlBytes answer = new XmlBytes(order.insert().length + SMALL).open("FoundOrder", Order.NAMESPACE);
        int found = answer.size() + order.id() - order.order();
        answer.raw(order.orderAs(status)).close("FoundOrder");
        Identifier id = patched == 0 ? Identifier.NONE : new Identifier(patched, asked, found);
        return message(Operation.GET, request, answer, id);
    }

    private static Message toOrder(Operation operation, String request, String status, String outcome) {
        Head any = Head.ofUser(0);
        XmlBytes out = new XmlBytes(SMALL).open(request, Order.NAMESPACE);
        int asked = key(out, any);
        if (!status.isEmpty()) {
            out.leaf("Status", status);
        }
        out.close(request);
        XmlBytes answer = new XmlBytes(SMALL);
        int answered = acknowledge(answer, any, outcome);
        return message(operation, out, answer, new Identifier(any.digits(), asked, answered));
    }

    private static Message found(Operation operation, XmlBytes request, Iterable<String> orderIds) {
        int count = 0;
        XmlBytes ids = new XmlBytes(SMALL);
        for (String orderId : orderIds) {
            ids.leaf("OrderId", orderId);
            count++;
        }
        XmlBytes answer = new XmlBytes(SMALL).open("OrderIds", Order.NAMESPACE).leaf("Count", Integer.toString(count));
        return message(operation, request, answer.raw(ids.toByteArray()).close("OrderIds"), Identifier.NONE);
    }

    /** Writes an acknowledgement and returns where the digits of its key stand. */
    private static int acknowledge(XmlBytes out, Head head, String outcome) {
        out.open("Acknowledgement", Order.NAMESPACE);
        int id = key(out, head);
        out.leaf("Outcome", outcome).close("Acknowledgement");
        return id;
    }

    private static int key(XmlBytes out, Head head) {
        out.open("OrderId").ascii(head.prefix());
        int at = out.size();
        out.digits(head.number(), head.digits()).close("OrderId");
        return at;
    }

    private static Message message(Operation operation, XmlBytes request, XmlBytes answer, Identifier id) {
        return new Message(
                request.toByteArray(), answer.toByteArray(), id, request.elements(), request.depth(), operation.word());
    }
}
