// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.messkit.consumers.http.Binding;
import org.messkit.services.contract.ask.Envelope;
import org.messkit.services.contract.ask.Served;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.contract.hostile.HostUnderAttack;
import org.messkit.services.contract.written.HandCarried;
import org.messkit.services.contract.written.RealDocument;
import org.messkit.services.contract.written.Sparse;
import org.messkit.services.spi.ServiceName;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;
import org.w3c.dom.Node;

/** The messages of the contract, as they come to a service over its binding. */
final class OverHttp {
    private static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";

    private static final long SEED = 11;

    private final HostUnderAttack host;
    private final ServiceName service;
    private final UseCase useCase;

    OverHttp(HostUnderAttack host, ServiceName service) {
        this.host = host;
        this.service = service;
        this.useCase = UseCases.named(service.useCase());
    }

    /** Sends all of them, and compares the answers. */
    void assertAnswered() throws IOException, XMLStreamException {
        // A variant's handler has met all of them; what is its own over HTTP is how it gets at them.
        List<Payload> payloads = service.variant().isEmpty()
                ? Served.payloads(service.useCase())
                : List.of(Payload.ofBytes(100_000), Payload.ofBytes(5_000));
        for (Payload payload : payloads) {
            named(payload.toString(), () -> host.assertAnswered(service, message(payload)));
        }
        List<HandCarried> all = new ArrayList<>(Sparse.of(service.useCase()));
        all.addAll(HandCarried.of(message(Payload.ofBytes(6_000))));
        if (Served.answersInFull(service.useCase())) {
            all.addAll(HandCarried.of(message(Payload.ofBytes(6_000).answeredInFull())));
        }
        for (HandCarried carried : all) {
            named(carried.name(), () -> assertAnswered(carried));
        }
        for (RealDocument document : RealDocument.of(service.useCase())) {
            byte[] body = Binding.named(service.binding()).body(document.request());
            byte[] answer = document.answer();
            named(
                    document.name(),
                    () -> CanonicalAnswer.assertSameToTheBlank(
                            answer, host.answer(service, HostUnderAttack.SENT, body)));
        }
    }

    private Message message(Payload payload) {
        return useCase.generator(payload, SEED).next();
    }

    private void assertAnswered(HandCarried carried) throws IOException {
        String document = carried.before() + enveloped(carried.text());
        boolean wide = !carried.charset().equals(StandardCharsets.UTF_8);
        String sent = wide ? "charset=utf-16" : HostUnderAttack.SENT;
        byte[] body = document.getBytes(carried.charset());
        if (wide && service.binding().equals("restxq")) {
            host.assertRefused(service, 415, body);
            return;
        }
        Node answer = host.answer(service, sent, body);
        if (carried.blanks()) {
            CanonicalAnswer.assertSameButForBlanks(carried.answer(), answer);
        } else {
            CanonicalAnswer.assertSame(carried.answer(), answer);
        }
    }

    /** In an envelope as another sender would write it. */
    private String enveloped(String payload) {
        if (Binding.named(service.binding()).payloadOffset() == 0) {
            return payload;
        }
        String start = new String(Envelope.START, StandardCharsets.US_ASCII);
        String end = new String(Envelope.END, StandardCharsets.US_ASCII);
        return (service.binding().equals("soap12") ? start.replace(Envelope.SOAP, SOAP12) : start) + payload + end;
    }

    private static void named(String name, Sending sending) throws IOException {
        try {
            sending.send();
        } catch (AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
        }
    }

    private interface Sending {
        void send() throws IOException;
    }
}
