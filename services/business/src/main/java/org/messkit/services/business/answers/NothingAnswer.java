// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.answers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;

/** The answer of the null service: 300 bytes, always the same, made once. Thread-safe. */
public final class NothingAnswer implements Answer {
    /** The one answer. */
    public static final Answer ANSWER = new NothingAnswer();

    private static final String NAMESPACE = "urn:messkit:null:1";
    private static final String TEXT = ".".repeat(254);
    private static final byte[] BYTES =
            ("<nothing xmlns=\"" + NAMESPACE + "\">" + TEXT + "</nothing>").getBytes(StandardCharsets.US_ASCII);

    private NothingAnswer() {}

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
