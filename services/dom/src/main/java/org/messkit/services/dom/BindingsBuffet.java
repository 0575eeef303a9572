// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.io.InputStream;
import java.util.Map;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.SoapBody;
import org.w3c.dom.Element;

/** Reads every element of an order in a tree that the SOAP binding has made: Woodstox parses, and what it says is copied. */
final class BindingsBuffet implements Handler {
    private final Buffet buffet;
    private final SoapBody body;

    BindingsBuffet(Buffet buffet, SoapBody body) {
        this.buffet = buffet;
        this.body = body;
    }

    @Override
    public Answer answer(InputStream message) {
        throw new IllegalStateException("plain messages have no binding that would make a tree of them");
    }

    @Override
    public Answer answer(Element payload) throws BadRequestException {
        return buffet.answer(payload);
    }

    @Override
    public SoapBody soapBody() {
        return body;
    }

    @Override
    public Map<String, Object> engines() {
        // The tree is the binding's.
        return Map.of("javax.xml.stream.XMLOutputFactory", AnswerXml.OUTPUT);
    }
}
