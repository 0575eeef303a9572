// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.messkit.usecases.writing.Fit;
import org.messkit.usecases.writing.Outline.Size;
import org.messkit.usecases.writing.Words;
import org.messkit.usecases.writing.XmlBytes;

/** One order on its way into the store, written and digested at once. Used once. */
final class Order {
    static final String NAMESPACE = " xmlns=\"urn:messkit:pantry:1\"";
    static final int DEPTH = 5;
    static final Size LINE = new Size(200, 5);
    static final int LEAST_LINE_BYTES = 122;
    static final Size LEVEL = new Size("<Assembly></Assembly>".length(), 1);
    static final Size MARK = new Size("<Mark>K00</Mark>".length(), 1);

    private static final String ROOT = "InsertOrder";
    private static final String LINE_END = "</Description></Line>";
    private static final String END = "</Note></PurchaseOrder></" + ROOT + ">";

    private final SplittableRandom random;
    private final Fit fit;
    private final int bytes;
    private final Head head;
    private final XmlBytes out;
    private final Digest digest = new Digest();
    private int idOffset;
    private int statusOffset;
    private int lines;

    Order(SplittableRandom random, Fit fit, int bytes, Head head) {
        this.random = random;
        this.fit = fit;
        this.bytes = bytes;
        this.head = head;
        this.out = new XmlBytes(bytes);
    }

    /**
     * What came of it.
     *
     * @param insert the whole request
     * @param order where the order begins in it; it ends before the end tag of the root
     * @param id where the digits of its key stand
     * @param status where its status stands
     * @param body digest of all but key and status
     */
    record Written(byte[] insert, int order, int id, int status, long body, int elements, int depth) {
        /** The order alone. */
        byte[] orderAs(Status now) {
            XmlBytes order = new XmlBytes(insert.length);
            order.raw(slice(this.order, status)).ascii(now.text);
            order.raw(slice(status + Status.OPEN.text.length(), insert.length - ("</" + ROOT + ">").length()));
            return order.toByteArray();
        }

        private byte[] slice(int from, int to) {
            return java.util.Arrays.copyOfRange(insert, from, to);
        }
    }

    /** The order without lines and with an empty note, at its longest. */
    static Size frame() {
        Order order = new Order(new SplittableRandom(0), new Fit(0, 0, 0, 0), 0, Head.LONGEST);
        Written written = order.write();
        return new Size(written.insert.length, written.elements);
    }

    Written write() {
        out.open(ROOT, NAMESPACE);
        int order = out.size();
        open("PurchaseOrder").out.open("OrderId").ascii(head.prefix());
        idOffset = out.size();
        out.digits(head.number(), head.digits()).close("OrderId");
        leaf("Contract", head.contract()).leaf("CallOff", Integer.toString(head.callOff()));
        out.open("Status");
        statusOffset = out.size();
        out.ascii(Status.OPEN.text).close("Status");
        open("Party")
                .leaf("Dealer", head.dealer())
                .words("Name", 24)
                .leaf("City", "Kettering")
                .close("Party");
        for (int i = 0; i < fit.spares(); i++) {
            leaf("Mark", "K" + Head.padded(random.nextInt(100), 2));
        }
        writeLines();
        words("Note", bytes - out.size() - "<Note>".length() - END.length());
        close("PurchaseOrder").out.close(ROOT);
        return new Written(
                out.toByteArray(), order, idOffset, statusOffset, digest.value(), out.elements(), out.depth());
    }

    private void writeLines() {
        int levels = fit.levels() + 1;
        open("Lines");
        for (int level = 0; level < levels; level++) {
            if (level > 0) {
                open("Assembly");
            }
            // The innermost assembly gets the odd lines: one line alone must stand at the full depth.
            int each = fit.units() / levels;
            int here = level < levels - 1 ? each : fit.units() - each * (levels - 1);
            for (int i = 0; i < here; i++) {
                writeLine();
            }
        }
        for (int level = 1; level < levels; level++) {
            close("Assembly");
        }
        close("Lines");
    }

    private void writeLine() {
        int end = out.size() + fit.unitBytes();
        int cents = 5 + random.nextInt(99_995);
        open("Line").leaf("ItemId", "SP-" + Head.padded(++lines, 6));
        leaf("Quantity", Integer.toString(1 + random.nextInt(99)));
        leaf("UnitPrice", cents / 100 + "." + Head.padded(cents % 100, 2));
        words("Description", end - LINE_END.length() - "<Description>".length() - out.size());
        close("Line");
    }

    private Order open(String name) {
        out.open(name);
        digest.open(name);
        return this;
    }

    private Order close(String name) {
        out.close(name);
        digest.close();
        return this;
    }

    private Order leaf(String name, String text) {
        out.leaf(name, text);
        digest.open(name).text(text.getBytes(StandardCharsets.US_ASCII)).close();
        return this;
    }

    /** An element with text of a length as written. */
    private Order words(String name, int length) {
        out.open(name);
        int from = out.size();
        Words.write(out, random, length);
        digest.open(name).text(unescaped(out.since(from))).close();
        out.close(name);
        return this;
    }

    /** Words have these two references and no other. */
    private static byte[] unescaped(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .getBytes(StandardCharsets.UTF_8);
    }
}
