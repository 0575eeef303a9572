// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.BadRequestException;

/** Copies an order as it streams by, notes the values that a store needs, and changes one if it is told to. One order's alone. */
public final class OrderMessageXml {
    private static final int LONGEST_CODE = 200;
    private static final Pattern CALL_OFF = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final Map<String, String> noted = new HashMap<>();
    private final String newStatus;

    private OrderMessageXml(String newStatus) {
        this.newStatus = newStatus;
    }

    /** From the start tag of PurchaseOrder to its end tag. */
    public static OrderMessage read(XMLStreamReader in) throws XMLStreamException, BadRequestException {
        return new OrderMessageXml(null).message(in);
    }

    /** The same order with another status. */
    public static OrderMessage withStatus(String xml, String status) {
        try {
            XMLStreamReader in = Stax.INPUT.createXMLStreamReader(new StringReader(xml));
            in.nextTag();
            return new OrderMessageXml(status).message(in);
        } catch (XMLStreamException | BadRequestException e) {
            throw new IllegalStateException("a stored order cannot be read", e);
        }
    }

    /** Writes a stored order; its namespace is the default one already. */
    public static void write(String xml, XMLStreamWriter out) throws XMLStreamException {
        XMLStreamReader in = Stax.INPUT.createXMLStreamReader(new StringReader(xml));
        in.nextTag();
        try {
            new OrderMessageXml(null).copy(in, out);
        } catch (BadRequestException e) {
            throw new IllegalStateException("a stored order cannot be read", e);
        }
    }

    private OrderMessage message(XMLStreamReader in) throws XMLStreamException, BadRequestException {
        StringWriter text = new StringWriter();
        XMLStreamWriter out = Stax.OUTPUT.createXMLStreamWriter(text);
        out.setDefaultNamespace(Pantry.NAMESPACE);
        copy(in, out);
        out.close();
        // The declaration is the one thing that a part of a message lacks.
        String xml = text.toString().replaceFirst("<PurchaseOrder", "<PurchaseOrder xmlns=\"" + Pantry.NAMESPACE + '"');
        String callOff = code("PurchaseOrder/CallOff");
        if (!CALL_OFF.matcher(callOff).matches()) {
            throw new BadRequestException("CallOff must be a whole number from 0 to 999999999");
        }
        if (!noted.containsKey("PurchaseOrder/Lines")) {
            throw new BadRequestException("Lines are missing");
        }
        return new OrderMessage(
                code("PurchaseOrder/OrderId"),
                code("PurchaseOrder/Contract"),
                Integer.parseInt(callOff),
                code("PurchaseOrder/Status"),
                code("PurchaseOrder/Party/Dealer"),
                xml);
    }

    private String code(String path) throws BadRequestException {
        String code = noted.getOrDefault(path, "");
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new BadRequestException(path.substring(path.lastIndexOf('/') + 1) + " must be there once, with 1 to "
                    + LONGEST_CODE + " characters");
        }
        return code;
    }

    private void copy(XMLStreamReader in, XMLStreamWriter out) throws XMLStreamException, BadRequestException {
        element(in, out, "PurchaseOrder");
    }

    /** From a start tag to its end tag. The parser's bound on depth bounds the recursion. */
    private void element(XMLStreamReader in, XMLStreamWriter out, String path)
            throws XMLStreamException, BadRequestException {
        if (!Pantry.NAMESPACE.equals(in.getNamespaceURI())) {
            throw new BadRequestException("every element must be in " + Pantry.NAMESPACE);
        }
        out.writeStartElement("", in.getLocalName(), Pantry.NAMESPACE);
        boolean isNoted = path.length() <= "PurchaseOrder/Party/Dealer".length();
        if (isCode(path)) {
            String text = in.getElementText().strip();
            if (noted.put(path, text) != null) {
                throw new BadRequestException(path.substring(path.lastIndexOf('/') + 1) + " stands twice");
            }
            boolean changed = newStatus != null && path.equals("PurchaseOrder/Status");
            out.writeCharacters(changed ? newStatus : text);
            out.writeEndElement();
            return;
        }
        if (isNoted) {
            noted.put(path, "");
        }
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element(in, out, isNoted ? path + "/" + in.getLocalName() : path);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                Pantry.copyText(in, out);
            }
        }
        out.writeEndElement();
    }

    private static boolean isCode(String path) {
        return switch (path) {
            case "PurchaseOrder/OrderId",
                    "PurchaseOrder/Contract",
                    "PurchaseOrder/CallOff",
                    "PurchaseOrder/Status",
                    "PurchaseOrder/Party/Dealer" -> true;
            default -> false;
        };
    }
}
