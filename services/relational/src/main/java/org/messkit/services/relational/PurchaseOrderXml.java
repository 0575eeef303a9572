// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.relational;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.pantry.Pantry;
import org.messkit.services.relational.PurchaseOrder.Assembly;
import org.messkit.services.relational.PurchaseOrder.Line;
import org.messkit.services.spi.BadRequestException;

/** Takes an order apart and puts it together again. One order's alone. */
final class PurchaseOrderXml {
    private static final Pattern QUANTITY = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern PRICE = Pattern.compile("(0|[1-9][0-9]{0,9})\\.[0-9]{2}");

    private final List<Assembly> assemblies = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private PurchaseOrderXml() {}

    /** From the start tag of PurchaseOrder to its end tag. */
    static PurchaseOrder read(XMLStreamReader in) throws XMLStreamException, BadRequestException {
        return new PurchaseOrderXml().order(in);
    }

    private PurchaseOrder order(XMLStreamReader in) throws XMLStreamException, BadRequestException {
        String id = Pantry.code(in, "OrderId");
        String contract = Pantry.code(in, "Contract");
        int callOff = Pantry.callOff(in, "CallOff");
        String status = Pantry.code(in, "Status");
        open(Pantry.child(in), in, "Party");
        String dealer = Pantry.code(in, "Dealer");
        String name = Pantry.text(in, "Name");
        String city = Pantry.text(in, "City");
        Pantry.end(in);
        List<String> marks = new ArrayList<>();
        boolean more = Pantry.child(in);
        while (more && in.getLocalName().equals("Mark")) {
            marks.add(in.getElementText());
            more = Pantry.child(in);
        }
        open(more, in, "Lines");
        lines(in, 0);
        String note = Pantry.text(in, "Note");
        Pantry.end(in);
        return new PurchaseOrder(id, contract, callOff, status, dealer, name, city, marks, assemblies, lines, note);
    }

    /** The lines of an assembly, then its assemblies. The parser's bound on depth bounds the recursion. */
    private void lines(XMLStreamReader in, int assembly) throws XMLStreamException, BadRequestException {
        boolean more = Pantry.child(in);
        while (more && in.getLocalName().equals("Line")) {
            lines.add(line(in, assembly));
            more = Pantry.child(in);
        }
        while (more) {
            open(true, in, "Assembly");
            assemblies.add(new Assembly(assembly));
            lines(in, assemblies.size());
            more = Pantry.child(in);
        }
    }

    private static Line line(XMLStreamReader in, int assembly) throws XMLStreamException, BadRequestException {
        String itemId = Pantry.text(in, "ItemId");
        String quantity = number(in, "Quantity", QUANTITY);
        String price = number(in, "UnitPrice", PRICE);
        String description = Pantry.text(in, "Description");
        Pantry.end(in);
        return new Line(assembly, itemId, Integer.parseInt(quantity), new BigDecimal(price), description);
    }

    private static String number(XMLStreamReader in, String name, Pattern form)
            throws XMLStreamException, BadRequestException {
        String number = Pantry.text(in, name).strip();
        if (!form.matcher(number).matches()) {
            throw new BadRequestException(name + " is not as the schema has it");
        }
        return number;
    }

    private static void open(boolean there, XMLStreamReader in, String name) throws BadRequestException {
        if (!there || !in.getLocalName().equals(name)) {
            throw new BadRequestException("a " + name + " is missing, or something else stands in its place");
        }
    }

    /** From the start tag of PurchaseOrder to its end tag. */
    static void write(PurchaseOrder order, XMLStreamWriter out) throws XMLStreamException {
        open(out, "PurchaseOrder");
        Pantry.leaf(out, "OrderId", order.id());
        Pantry.leaf(out, "Contract", order.contract());
        Pantry.leaf(out, "CallOff", Integer.toString(order.callOff()));
        Pantry.leaf(out, "Status", order.status());
        open(out, "Party");
        Pantry.leaf(out, "Dealer", order.dealer());
        Pantry.leaf(out, "Name", order.name());
        Pantry.leaf(out, "City", order.city());
        out.writeEndElement();
        for (String mark : order.marks()) {
            Pantry.leaf(out, "Mark", mark);
        }
        new Writing(order, out).lines("Lines", 0);
        Pantry.leaf(out, "Note", order.note());
        out.writeEndElement();
    }

    private static void open(XMLStreamWriter out, String name) throws XMLStreamException {
        out.writeStartElement("", name, Pantry.NAMESPACE);
    }

    /** Lines and assemblies come in document order, so each is met once. */
    private static final class Writing {
        private final PurchaseOrder order;
        private final XMLStreamWriter out;
        private int line;
        private int assembly;

        Writing(PurchaseOrder order, XMLStreamWriter out) {
            this.order = order;
            this.out = out;
        }

        void lines(String name, int number) throws XMLStreamException {
            open(out, name);
            for (; line < order.lines().size() && order.lines().get(line).assembly() == number; line++) {
                write(order.lines().get(line));
            }
            while (assembly < order.assemblies().size()
                    && order.assemblies().get(assembly).parent() == number) {
                assembly++;
                lines("Assembly", assembly);
            }
            out.writeEndElement();
        }

        private void write(Line written) throws XMLStreamException {
            open(out, "Line");
            Pantry.leaf(out, "ItemId", written.itemId());
            Pantry.leaf(out, "Quantity", Integer.toString(written.quantity()));
            Pantry.leaf(out, "UnitPrice", written.unitPrice().toPlainString());
            Pantry.leaf(out, "Description", written.description());
            out.writeEndElement();
        }
    }
}
