// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens hardened StAX readers, within limits: a DOCTYPE ends the message. Thread-safe. */
@FunctionalInterface
public interface StaxParser {
    /**
     * Opens a reader on one document.
     *
     * @param document not read before, not closed by the reader
     * @return a reader at the start of the document, for one thread
     * @throws XMLStreamException if the document cannot even begin
     */
    XMLStreamReader open(InputStream document) throws XMLStreamException;
}
