// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.io.IOException;
import java.io.InputStream;
import org.w3c.dom.Document;

/**
 * Parses a whole SOAP envelope into a tree. Thread-safe.
 *
 * @implNote of the payload the tree may have no more than the root element, if the handler that supplies the parser needs no
 *     more of it; see {@link SaxEnvelope}
 */
@FunctionalInterface
public interface EnvelopeParser {
    /**
     * Parses one envelope.
     *
     * @param envelope the whole request body, closed by the host
     * @return a namespace-aware tree, this request's alone
     * @throws BadRequestException if the envelope is not well-formed, has a DOCTYPE or passes a limit
     * @throws IOException if the connection fails
     */
    Document parse(InputStream envelope) throws BadRequestException, IOException;
}
