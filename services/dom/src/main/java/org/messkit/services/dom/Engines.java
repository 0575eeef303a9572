// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.woodstox.Woodstox;

/** What a handler of this room works with. */
final class Engines {
    /** Writes answers: Xerces parses only, and a tree for an answer of a few elements would be a detour. Thread-safe. */
    static final XMLOutputFactory OUTPUT = Woodstox.output();

    private static final byte[] SMALLEST = "<a/>".getBytes(StandardCharsets.US_ASCII);

    private Engines() {}

    /** Told by a tree that the parser makes, whether it was looked up or not. */
    static Map<String, Object> of(EnvelopeParser parser) {
        try {
            return Map.of(
                    "org.w3c.dom.Document",
                    parser.parse(new ByteArrayInputStream(SMALLEST)),
                    "javax.xml.stream.XMLOutputFactory",
                    OUTPUT);
        } catch (BadRequestException | IOException e) {
            throw new IllegalStateException("the smallest document cannot be read", e);
        }
    }
}
