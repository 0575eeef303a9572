// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A computed answer that knows how to write itself. The host calls exactly one of the two methods, once, in the request's
 * thread.
 */
public interface Answer {
    /**
     * Writes the answer as a whole document.
     *
     * @param out buffered by the host, UTF-8, closed by the host
     * @throws IOException if the connection fails
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Writes the answer's root element at the writer's position, every namespace that it uses declared on it.
     *
     * @param out namespace-aware but not repairing; neither closed nor ended by this method
     * @throws XMLStreamException if the writer fails
     */
    void writeTo(XMLStreamWriter out) throws XMLStreamException;
}
