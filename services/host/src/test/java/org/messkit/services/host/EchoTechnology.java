// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;

/** A technology whose use cases are what can happen in a service: echo, refuse, fail, fail while it answers. */
final class EchoTechnology implements Technology {
    static final String SECRET = "jdbc:secret";

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public PlainHandler handler(String useCase, String variant) {
        return switch (useCase) {
            case "echo" -> message -> new Echo(message.readAllBytes(), 1 << 20);
            case "echo-bytes" -> message -> new Echo(message.readAllBytes(), 1);
            case "refuse" ->
                message -> {
                    throw new BadRequestException("the <order> of\n5 & more has no lines");
                };
            case "fail" ->
                message -> {
                    throw new IllegalStateException(SECRET);
                };
            case "fail-late" -> message -> new Failing();
            default -> throw new IllegalArgumentException("echo has no use case '" + useCase + "'");
        };
    }

    /** Answers what was asked, in pieces of a size. */
    private record Echo(byte[] bytes, int piece) implements Answer {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (int from = 0; from < bytes.length; from += piece) {
                if (piece == 1) {
                    out.write(bytes[from]);
                } else {
                    out.write(bytes, from, Math.min(piece, bytes.length - from));
                }
            }
        }

        @Override
        public void writeTo(XMLStreamWriter out) throws XMLStreamException {
            throw new XMLStreamException("echoes bytes alone");
        }
    }

    private record Failing() implements Answer {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write("<begun>".getBytes(StandardCharsets.US_ASCII));
            throw new IllegalStateException(SECRET);
        }

        @Override
        public void writeTo(XMLStreamWriter out) throws XMLStreamException {
            throw new XMLStreamException(SECRET);
        }
    }
}
