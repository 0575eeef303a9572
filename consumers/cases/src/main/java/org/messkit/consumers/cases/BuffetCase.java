// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import org.junit.jupiter.api.Test;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;

/** Buffet: the order is valid or its violated rules are listed. */
@MessKitCase("buffet")
public class BuffetCase {
    /** Sends one request and compares the answer with the generator's own. */
    @Test
    void orderIsValidated(Requests requests, Exchange exchange) throws ExchangeException {
        Request request = requests.next();
        request.check(exchange.send(request.wire()));
    }
}
