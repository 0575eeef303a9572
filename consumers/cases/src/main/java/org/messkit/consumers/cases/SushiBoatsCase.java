// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import org.junit.jupiter.api.Test;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;

/** Sushi Boats: the entries of interest are named. */
@MessKitCase("sushi-boats")
public class SushiBoatsCase {
    /** Sends one request and compares the answer with the generator's own. */
    @Test
    void entriesOfInterestAreNamed(Requests requests, Exchange exchange) throws ExchangeException {
        Request request = requests.next();
        request.check(exchange.send(request.wire()));
    }
}
