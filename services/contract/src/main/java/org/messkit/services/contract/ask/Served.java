// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.ask;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;

/**
 * One use case as a technology serves it.
 *
 * @param name {@code use-case} or {@code use-case+variant}, with {@code @pox} if on that binding alone
 * @param useCase where messages come from
 * @param handler the one handler for all tests, as in a service
 */
public record Served(String name, UseCase useCase, Handler handler) {
    public static Served by(Technology technology, String name) {
        String[] parts = name.replaceFirst("@.*", "").split("\\+", 2);
        String variant = parts.length == 1 ? "" : parts[1];
        return new Served(name, UseCases.named(parts[0]), technology.handler(parts[0], variant));
    }

    /** Whether a binding of this service uses that form. */
    public boolean arrivesAs(Form form) {
        boolean plain = !name.contains("@soap");
        boolean soap = !name.endsWith("@pox");
        return form == Form.STREAM ? plain : soap && form.servedBy(handler);
    }

    /** The corners of the payload axes. */
    public List<Payload> payloads() {
        return payloads(useCase.name());
    }

    public static List<Payload> payloads(String useCase) {
        List<Payload> payloads = new ArrayList<>(List.of(
                Payload.ofBytes(2_000),
                Payload.ofBytes(5_000),
                Payload.ofBytes(100_000),
                new Payload(20_000, 0, 90, -1, -1),
                new Payload(20_000, 0, 12, 1, 1),
                new Payload(20_000, 0, 0, 0, 0),
                new Payload(40_000, 1_000, 0, -1, 0.5)));
        if (answersInFull(useCase)) {
            payloads.add(Payload.ofBytes(5_000).answeredInFull());
            payloads.add(Payload.ofBytes(100_000).answeredInFull());
            payloads.add(new Payload(20_000, 0, 12, 1, 1).answeredInFull());
            payloads.add(new Payload(20_000, 0, 0, 0, 0).answeredInFull());
        }
        return payloads;
    }

    /** Whether its use case has a full answer. */
    public boolean answersInFull() {
        return answersInFull(useCase.name());
    }

    public static boolean answersInFull(String useCase) {
        return UseCases.named(useCase)
                .problems(Payload.ofBytes(5_000).answeredInFull())
                .isEmpty();
    }

    public List<Message> messages(Payload payload, long seed, int count) {
        return Stream.generate(useCase.generator(payload, seed)::next)
                .limit(count)
                .toList();
    }

    public void check(Form form, Message message) throws BadRequestException, IOException, XMLStreamException {
        CanonicalAnswer.assertSame(message.answer(), form.answer(handler, message.request()));
    }

    public void check(Form form, InputStream document, byte[] answer)
            throws BadRequestException, IOException, XMLStreamException {
        CanonicalAnswer.assertSame(answer, form.answer(handler, document));
    }
}
