// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.io.IOException;
import java.io.InputStream;

/** A handler of plain messages (binding {@code pox}); it may take those of SOAP bindings as well. */
@FunctionalInterface
public non-sealed interface PlainHandler extends Handler {
    /**
     * Answers a plain message.
     *
     * @param message the whole request body, not buffered, closed by the host
     * @return the answer, computed: writing it needs no further input
     * @throws BadRequestException if the sender is at fault: not well-formed, a DOCTYPE, a part missing, a limit passed
     * @throws IOException if the connection fails; never for what the message says
     */
    Answer answer(InputStream message) throws BadRequestException, IOException;
}
