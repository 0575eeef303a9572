// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import org.junit.jupiter.api.Test;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;

/** The null use case: bytes out, fixed bytes in. */
@MessKitCase("null")
public class NullCase {
    /** Sends one request and checks the fixed answer byte for byte. */
    @Test
    void answersTheFixedBody(Requests requests, Exchange exchange) throws ExchangeException {
        Request request = requests.next();
        request.check(exchange.send(request.wire()));
    }
}
