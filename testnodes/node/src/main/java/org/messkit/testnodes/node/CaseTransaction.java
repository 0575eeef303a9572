// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.messkit.consumers.cases.ConsumerExtension;
import org.messkit.consumers.cases.Requests;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;
import org.messkit.consumers.http.Response;
import org.messkit.consumers.http.Target;
import org.messkit.testnodes.load.Observation;
import org.messkit.testnodes.load.Observation.Result;
import org.messkit.testnodes.load.Transaction;

/** One user that runs the methods of a test case in turn. */
final class CaseTransaction implements Transaction {
    private final WatchedExchange exchange;
    private final List<MethodHandle> steps = new ArrayList<>();
    private final List<MethodHandle> before = new ArrayList<>();
    private final List<MethodHandle> after = new ArrayList<>();
    private int next;

    private CaseTransaction(CaseMethods methods, WatchedExchange exchange, Requests requests) {
        this.exchange = exchange;
        Object instance = instance(methods);
        bind(methods.tests(), steps, instance, requests);
        bind(methods.before(), before, instance, requests);
        bind(methods.after(), after, instance, requests);
    }

    /** A user with an open connection. */
    static CaseTransaction connected(CaseMethods methods, Target target, Requests requests) throws ExchangeException {
        WatchedExchange exchange = new WatchedExchange(ConsumerExtension.exchange(target), requests);
        exchange.connect();
        return new CaseTransaction(methods, exchange, requests);
    }

    @Override
    public void run(Observation observation) {
        exchange.forget();
        try {
            test();
            observation.valid();
        } catch (ExchangeException e) {
            boolean unreached = e.stage() == ExchangeException.Stage.CONNECT;
            observation.failed(unreached ? Result.UNREACHED : Result.FAILED, e.getMessage());
        } catch (Throwable e) {
            observation.failed(Result.WRONG, String.valueOf(e.getMessage()));
        }
        next = next + 1 == steps.size() ? 0 : next + 1;
        exchange.report(observation);
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** As JUnit does it: what runs after a test runs also after one that failed. */
    private void test() throws Throwable {
        try {
            for (MethodHandle step : before) {
                step.invokeExact();
            }
            steps.get(next).invokeExact();
        } finally {
            for (MethodHandle step : after) {
                step.invokeExact();
            }
        }
    }

    private static Object instance(CaseMethods methods) {
        try {
            return methods.constructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(methods.constructor() + " failed", e);
        }
    }

    private void bind(List<Method> methods, List<MethodHandle> handles, Object instance, Requests requests) {
        methods.forEach(m -> handles.add(CaseMethods.bound(m, instance, requests, exchange)));
    }

    /** Remembers what the last exchange was like, whatever the test made of it. */
    private static final class WatchedExchange implements Exchange {
        private final Exchange watched;
        private final Requests requests;
        private int sentBytes;
        private int responseBytes;
        private int receivedBytes;

        WatchedExchange(Exchange watched, Requests requests) {
            this.watched = watched;
            this.requests = requests;
        }

        @Override
        public Response send(byte[] request) throws ExchangeException {
            sentBytes = request.length;
            Response response = watched.send(request);
            responseBytes = response.bodyLength();
            receivedBytes = response.wireBytes();
            return response;
        }

        void forget() {
            sentBytes = 0;
            responseBytes = 0;
            receivedBytes = 0;
        }

        void report(Observation observation) {
            observation.exchange(watched.startNanos(), watched.endNanos());
            observation.bytes(requests.bodyBytes(), responseBytes, sentBytes + receivedBytes);
            observation.operation(requests.operation());
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
}
