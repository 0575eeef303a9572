// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

/** The parser and writer of all that is Pantry's in this process. Thread-safe. */
final class Stax {
    /** Reads, within the limits of this process. */
    static final XMLInputFactory INPUT = Woodstox.input(XmlLimits.fromSystemProperties());
    /** Writes. */
    static final XMLOutputFactory OUTPUT = Woodstox.output();

    private Stax() {}
}
