// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The digest of an order's content, 64 bits: FNV-1a over the names and texts of its elements in document order, blanks around texts, key and status apart,
 * then over key and status. Whoever sends orders knows the same digests from what it sent.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc9923">The FNV non-cryptographic hash algorithm</a>
 */
final class OrderDigest {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = BASIS;
    private String id = "";
    private String status = "";

    private OrderDigest() {}

    /** How many digests, and what they sum up to. */
    static final class Sum {
        private long count;
        private long value;

        void add(long digest) {
            count++;
            value += digest;
        }

        long count() {
            return count;
        }

        long value() {
            return value;
        }
    }

    /** The digest of an order as its store writes it. */
    static <T> long of(OrderStore<T> store, T order) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter out = Stax.OUTPUT.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartElement("", "FoundOrder", Pantry.NAMESPACE);
            out.writeDefaultNamespace(Pantry.NAMESPACE);
            store.write(order, out);
            out.writeEndElement();
            out.close();
            XMLStreamReader in = Stax.INPUT.createXMLStreamReader(new ByteArrayInputStream(bytes.toByteArray()));
            in.nextTag();
            in.nextTag();
            OrderDigest digest = new OrderDigest();
            digest.element(in);
            return digest.add("#").add(digest.id).add("#").add(digest.status).hash;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a stored order is not well-formed", e);
        }
    }

    /** From a start tag to its end tag. The parser's bound on depth bounds the recursion. */
    private void element(XMLStreamReader in) throws XMLStreamException {
        String name = in.getLocalName();
        if (name.equals("OrderId")) {
            id = in.getElementText().strip();
            return;
        }
        if (name.equals("Status")) {
            status = in.getElementText();
            return;
        }
        add("<").add(name);
        StringBuilder text = new StringBuilder();
        boolean leaf = true;
        for (int event = in.next(); event != XMLStreamReader.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamReader.START_ELEMENT) {
                leaf = false;
                element(in);
            } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
            }
        }
        if (leaf) {
            add(text.toString().strip());
        }
        add(">");
    }

    private OrderDigest add(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return this;
    }
}
