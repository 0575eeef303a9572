// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.xml.sax.helpers.DefaultHandler;

/** One message as a parser tells of it. Used once. */
abstract class Reading extends DefaultHandler {
    /**
     * The answer, after the message has ended.
     *
     * @throws BadRequestException if something was not there
     */
    abstract Answer answer() throws BadRequestException;
}
