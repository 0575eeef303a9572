// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import org.messkit.consumers.cases.Requests;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;
import org.messkit.consumers.http.Response;
import org.messkit.loads.Observation;

/** Writes down each exchange of a transaction, whatever the test makes of it. One user's own. */
final class WatchedExchange implements Exchange {
    private final Exchange watched;
    private final Requests requests;
    private Observation observation = new Observation();
    private StepNames steps = new StepNames("step-");
    private String named = "";

    WatchedExchange(Exchange watched, Requests requests) {
        this.watched = watched;
        this.requests = requests;
    }

    /** A new transaction, with its observation and the names of its steps. */
    void begin(Observation of, StepNames names) {
        observation = of;
        steps = names;
        steps.begin();
        named = "";
    }

    @Override
    public Response send(byte[] request) throws ExchangeException {
        boolean reached = true;
        int responseBytes = 0;
        int receivedBytes = 0;
        try {
            Response response = watched.send(request);
            responseBytes = response.bodyLength();
            receivedBytes = response.wireBytes();
            return response;
        } catch (ExchangeException e) {
            reached = e.stage() != ExchangeException.Stage.CONNECT;
            throw e;
        } finally {
            String own = steps.next();
            observation.exchange(named.isEmpty() ? own : named, watched.startNanos(), watched.endNanos(), reached);
            observation.bytes(requests.bodyBytes(), responseBytes, request.length + receivedBytes);
            observation.operation(requests.operation());
            named = "";
        }
    }

    @Override
    public void step(String name) {
        StepNames.check(name);
        named = name;
    }

    @Override
    public void connect() throws ExchangeException {
        watched.connect();
    }

    @Override
    public long startNanos() {
        return watched.startNanos();
    }

    @Override
    public long endNanos() {
        return watched.endNanos();
    }

    @Override
    public void close() {
        watched.close();
    }
}
