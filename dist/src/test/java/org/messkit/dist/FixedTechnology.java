// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;

/** Answers every request with the same text, as the null service does. */
abstract class FixedTechnology implements Technology, PlainHandler, Answer {
    private final String name;
    private final String text;

    FixedTechnology(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static String nothing(String text) {
        return "<nothing xmlns=\"urn:messkit:null:1\">" + text + "</nothing>";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Handler handler(String useCase, String variant) {
        return this;
    }

    @Override
    public Answer answer(InputStream message) throws IOException {
        message.readAllBytes();
        return this;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void writeTo(XMLStreamWriter out) {
        throw new IllegalStateException("plain only");
    }
}
