// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.Technology;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

/** A service's handler, and the messages that it gets in the form that its binding has. Not thread-safe. */
final class Subject {
    private final Form form;
    private final Handler handler;
    private final Messages messages;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Subject(Form form, Handler handler, Messages messages) {
        this.form = form;
        this.handler = handler;
        this.messages = messages;
    }

    /**
     * Makes one.
     *
     * @param bytes of the payload
     * @throws IllegalArgumentException if the service is stateful, is no handler's, or not of the technology on this class path
     */
    static Subject of(ServiceName service, int bytes) {
        Handler handler = technology(service.technology()).handler(service.useCase(), service.variant());
        Form form = Form.of(service.binding(), handler);
        return new Subject(
                form, handler, Messages.of(UseCases.named(service.useCase()), Payload.ofBytes(bytes), form::document));
    }

    /**
     * Answers the next message.
     *
     * @return bytes of the answer
     */
    int answerNext() throws Exception {
        out.reset();
        form.answer(handler, messages.next(), out);
        return out.size();
    }

    /**
     * Answers each message once.
     *
     * @throws IllegalStateException if an answer is wrong
     */
    void check() throws Exception {
        for (Message message : messages.all()) {
            answerNext();
            String difference = Answers.difference(message.answer(), form.payload(out.toByteArray()));
            if (!difference.isEmpty()) {
                throw new IllegalStateException("a wrong answer: " + difference);
            }
        }
    }

    private static Technology technology(String name) {
        List<String> known = new ArrayList<>();
        for (Technology technology : ServiceLoader.load(Technology.class)) {
            if (technology.name().equals(name)) {
                return technology;
            }
            known.add(technology.name());
        }
        throw new IllegalArgumentException("technology '" + name + "' is not on this class path, only: " + known);
    }
}
