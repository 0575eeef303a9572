// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;

/**
 * Pantry on the H2 of the same class path, with a fault that no answer shows: of some updates one is acknowledged and not done
 * ({@code lost}), of some inserts one is done twice, under another key ({@code twice}).
 */
public final class FaultyStore implements Technology, PlainHandler {
    private static final int EVERY = 3;

    private final Technology h2;
    private final AtomicLong count = new AtomicLong();
    private PlainHandler handler;

    /** For the service loader. */
    public FaultyStore() {
        h2 = ServiceLoader.load(Technology.class).stream()
                .filter(provider -> provider.type() != FaultyStore.class)
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        handler = (PlainHandler) h2.handler(useCase, variant);
        return this;
    }

    @Override
    public Optional<DataStore> store() {
        return h2.store();
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        String request = new String(message.readAllBytes(), StandardCharsets.UTF_8);
        boolean lost = System.getProperty("messkit.fault").equals("lost");
        if (request.contains("<OrderId>PO")
                && request.startsWith(lost ? "<SetStatus" : "<InsertOrder")
                && count.incrementAndGet() % EVERY == 0) {
            if (lost) {
                return new Acknowledged(request.replaceFirst("(?s).*<OrderId>(.*)</OrderId>.*", "$1"));
            }
            ask(request.replace("<OrderId>", "<OrderId>x"));
        }
        return ask(request);
    }

    private Answer ask(String request) throws BadRequestException, IOException {
        return handler.answer(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)));
    }

    private record Acknowledged(String id) implements Answer {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            String text = "<Acknowledgement xmlns=\"urn:messkit:pantry:1\"><OrderId>" + id
                    + "</OrderId><Outcome>updated</Outcome></Acknowledgement>";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void writeTo(XMLStreamWriter out) {
            throw new IllegalStateException("plain only");
        }
    }
}
