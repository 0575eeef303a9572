// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import org.junit.jupiter.api.Test;
import org.messkit.consumers.cases.MessKitCase;
import org.messkit.consumers.cases.Request;
import org.messkit.consumers.cases.Requests;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;

/** A test case of a user's own: two requests, of which one has a name. */
@MessKitCase("tv-dinner")
public class TwoRequestsCase {
    @Test
    void lookAndOrder(Requests requests, Exchange exchange) throws ExchangeException {
        exchange.step("look");
        Request look = requests.next();
        look.check(exchange.send(look.wire()));
        Request order = requests.next();
        order.check(exchange.send(order.wire()));
    }
}
