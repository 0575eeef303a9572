// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The fixed workload that a machine's Performance Index is of: one thread reads a document of some 100 kB and writes it anew, again and
 * again. It must never change, or indices of different kits are not of the same thing: hence the document is made here, and the
 * checksum of what is written is held. Prints documents per second of five windows, in one line.
 */
public final class PerformanceIndexMain {
    /** CRC-32 of the document as it is written anew. */
    static final long CHECKSUM = 4_266_669_833L;

    private static final int ENTRIES = 500;
    private static final int WARM_UP_MILLIS = 2500;
    private static final int WINDOWS = 5;
    private static final int WINDOW_MILLIS = 400;
    private static final double NANOS = 1e9;

    private final XMLInputFactory input = new WstxInputFactory();
    private final XMLOutputFactory output = new WstxOutputFactory();
    private final byte[] document = document();

    PerformanceIndexMain() {
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) throws XMLStreamException {
        PerformanceIndexMain workload = new PerformanceIndexMain();
        workload.perSecond(WARM_UP_MILLIS);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < WINDOWS; i++) {
            line.append(String.format(Locale.ROOT, "%.3f ", workload.perSecond(WINDOW_MILLIS)));
        }
        System.out.println(line.toString().strip());
    }

    private double perSecond(int millis) throws XMLStreamException {
        long start = System.nanoTime();
        long end = start + millis * 1_000_000L;
        long now = start;
        for (int documents = 1; ; documents++) {
            if (checksum() != CHECKSUM) {
                throw new IllegalStateException("the reference workload is not what it was: " + checksum());
            }
            now = System.nanoTime();
            if (now >= end) {
                return documents * NANOS / (now - start);
            }
        }
    }

    /** Reads the document, writes it anew. */
    long checksum() throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(document.length);
        XMLStreamReader in = input.createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
        XMLStreamWriter out = output.createXMLStreamWriter(bytes, "UTF-8");
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    out.writeStartElement(in.getLocalName());
                    for (int i = 0; i < in.getAttributeCount(); i++) {
                        out.writeAttribute(in.getAttributeLocalName(i), in.getAttributeValue(i));
                    }
                }
                case XMLStreamConstants.CHARACTERS -> out.writeCharacters(in.getText());
                case XMLStreamConstants.END_ELEMENT -> out.writeEndElement();
                default -> {
                    // The document has no more.
                }
            }
        }
        out.close();
        in.close();
        CRC32 crc = new CRC32();
        crc.update(bytes.toByteArray());
        return crc.getValue();
    }

    /** Entries of six elements; every text is drawn by a generator of its own, the same on every machine. */
    static byte[] document() {
        StringBuilder xml = new StringBuilder("<entries>");
        int state = 42;
        for (int i = 0; i < ENTRIES; i++) {
            xml.append("<entry id=\"e").append(i).append("\">");
            for (String name : new String[] {"title", "author", "summary", "amount"}) {
                xml.append('<').append(name).append('>');
                for (int word = 0; word < 5; word++) {
                    // Numerical Recipes' generator: good enough for words.
                    state = state * 1664525 + 1013904223;
                    xml.append(Integer.toString(state >>> 8, Character.MAX_RADIX))
                            .append(word < 4 ? " " : "");
                }
                xml.append("</").append(name).append('>');
            }
            xml.append("</entry>");
        }
        return xml.append("</entries>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
