// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainHandler;

/** Drains the request, whatever it is, and answers 300 bytes that the consumer compares one by one. */
final class NullHandler implements PlainHandler {
    private static final String NAMESPACE = "urn:messkit:null:1";
    private static final String TEXT = ".".repeat(254);
    private static final Answer ANSWER = new FixedAnswer();

    @Override
    public Answer answer(InputStream message) throws IOException {
        byte[] sink = new byte[8 << 10];
        while (message.read(sink) >= 0) {
            // Only the reading counts.
        }
        return ANSWER;
    }

    private static final class FixedAnswer implements Answer {
        private static final byte[] BYTES =
                ("<nothing xmlns=\"" + NAMESPACE + "\">" + TEXT + "</nothing>").getBytes(StandardCharsets.US_ASCII);

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(BYTES);
        }

        @Override
        public void writeTo(XMLStreamWriter out) throws XMLStreamException {
            out.writeStartElement("", "nothing", NAMESPACE);
            out.writeDefaultNamespace(NAMESPACE);
            out.writeCharacters(TEXT);
            out.writeEndElement();
        }
    }
}
