// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.baseline;

import java.io.IOException;
import java.io.InputStream;
import org.messkit.services.business.answers.NothingAnswer;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.PlainHandler;

/** Drains the request, whatever it is, and answers 300 bytes that the consumer compares one by one. */
final class NullHandler implements PlainHandler {
    @Override
    public Answer answer(InputStream message) throws IOException {
        byte[] sink = new byte[8 << 10];
        while (message.read(sink) >= 0) {
            // Only the reading counts.
        }
        return NothingAnswer.ANSWER;
    }
}
