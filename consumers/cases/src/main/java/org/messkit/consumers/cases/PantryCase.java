// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import org.junit.jupiter.api.Test;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;

/** Pantry: what was stored comes back, what is sought is found, what was taken out is gone. */
@MessKitCase("pantry")
public class PantryCase {
    /** Sends one request and compares the answer with the model of what this user has stored. */
    @Test
    void storeHoldsWhatItShould(Requests requests, Exchange exchange) throws ExchangeException {
        Request request = requests.next();
        request.check(exchange.send(request.wire()));
    }
}
