// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;

/** Answers every order as valid, whatever is in it. */
public final class WrongTechnology implements Technology {
    /** For the service loader. */
    public WrongTechnology() {}

    @Override
    public String name() {
        return "wrong";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        return new PlainHandler() {
            @Override
            public Answer answer(InputStream message) {
                return new Answer() {
                    @Override
                    public void writeTo(OutputStream out) throws IOException {
                        String xml = "<OrderValidation xmlns='urn:messkit:buffet:1'><OrderId>1</OrderId>"
                                + "<Valid>true</Valid></OrderValidation>";
                        out.write(xml.getBytes(StandardCharsets.US_ASCII));
                    }

                    @Override
                    public void writeTo(XMLStreamWriter out) {
                        throw new IllegalStateException("not asked for");
                    }
                };
            }
        };
    }
}
