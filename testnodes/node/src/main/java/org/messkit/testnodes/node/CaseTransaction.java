// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.messkit.consumers.cases.ConsumerExtension;
import org.messkit.consumers.cases.Requests;
import org.messkit.consumers.http.ExchangeException;
import org.messkit.consumers.http.Target;
import org.messkit.loads.Observation;
import org.messkit.loads.Observation.Result;
import org.messkit.loads.Transaction;

/** One user that runs the methods of a test case in turn. */
final class CaseTransaction implements Transaction {
    private final WatchedExchange exchange;
    private final List<Test> tests = new ArrayList<>();
    private final List<MethodHandle> before = new ArrayList<>();
    private final List<MethodHandle> after = new ArrayList<>();
    private int next;

    private CaseTransaction(CaseMethods methods, WatchedExchange exchange, Requests requests) {
        this.exchange = exchange;
        Object instance = instance(methods);
        for (Method method : methods.tests()) {
            // Where the class has several tests, their numbers: a method's name may have letters that no file's tag can
            // carry.
            String prefix = methods.tests().size() == 1 ? "step-" : "test-" + (tests.size() + 1) + "-step-";
            tests.add(new Test(CaseMethods.bound(method, instance, requests, exchange), new StepNames(prefix)));
        }
        bind(methods.before(), before, instance, requests);
        bind(methods.after(), after, instance, requests);
    }

    /**
     * One test method.
     *
     * @param call bound to its instance and arguments
     * @param steps names of its exchanges
     */
    private record Test(MethodHandle call, StepNames steps) {}

    /** A user with an open connection. */
    static CaseTransaction connected(CaseMethods methods, Target target, Requests requests) throws ExchangeException {
        WatchedExchange exchange = new WatchedExchange(ConsumerExtension.exchange(target), requests);
        exchange.connect();
        return new CaseTransaction(methods, exchange, requests);
    }

    @Override
    public void run(Observation observation) {
        Test test = tests.get(next);
        next = next + 1 == tests.size() ? 0 : next + 1;
        exchange.begin(observation, test.steps());
        try {
            call(test);
            observation.valid();
        } catch (ExchangeException e) {
            boolean unreached = e.stage() == ExchangeException.Stage.CONNECT;
            observation.failed(unreached ? Result.UNREACHED : Result.FAILED, e.getMessage());
        } catch (Throwable e) {
            observation.failed(Result.WRONG, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** As JUnit does it: what runs after a test runs also after one that failed. */
    private void call(Test test) throws Throwable {
        try {
            for (MethodHandle method : before) {
                method.invokeExact();
            }
            test.call().invokeExact();
        } finally {
            for (MethodHandle method : after) {
                method.invokeExact();
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
}
