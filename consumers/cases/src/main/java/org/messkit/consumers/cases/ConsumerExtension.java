// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Exchange;
import org.messkit.consumers.http.ExchangeException;
import org.messkit.consumers.http.SocketExchange;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;

/**
 * Gives test methods their requests and their exchange when JUnit runs them. Where to send and what, it takes from JUnit's
 * configuration parameters {@value #URL}, {@value #BINDING}, {@value #BYTES} and {@value #SEED}. Requests of a stateful use case rest
 * on each other: they go on from test to test of a launcher session.
 */
public final class ConsumerExtension implements ParameterResolver {
    /** URL of the service. */
    public static final String URL = "messkit.url";
    /** Name of the binding. */
    public static final String BINDING = "messkit.binding";
    /** Bytes of the payload. */
    public static final String BYTES = "messkit.bytes";
    /** Seed of the generator; each test of a class gets the next message. */
    public static final String SEED = "messkit.seed";

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ConsumerExtension.class);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
    private static final int LARGEST_RESPONSE = 256 << 20;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Requests.class || type == Exchange.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        if (parameter.getParameter().getType() == Requests.class) {
            return UseCases.named(useCase(context)).isStateful()
                    ? going(context)
                    : store.getOrComputeIfAbsent(Requests.class, type -> requests(context));
        }
        // The store closes it when the test has ended.
        return store.getOrComputeIfAbsent(
                        OpenExchange.class, type -> new OpenExchange(exchange(target(context))), OpenExchange.class)
                .exchange();
    }

    /** An exchange as the kit opens it for one user. */
    public static Exchange exchange(Target target) {
        return new SocketExchange(target, READ_TIMEOUT, LARGEST_RESPONSE);
    }

    private static Requests requests(ExtensionContext context) {
        return RequestPool.single(
                UseCases.named(useCase(context)),
                payload(context),
                Long.parseLong(parameter(context, SEED)),
                Binding.named(parameter(context, BINDING)),
                target(context));
    }

    /** What a user asks of a stateful service rests on what it asked before: one user for all tests of it in a session. */
    private static Requests going(ExtensionContext context) {
        ExtensionContext.Store session = context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE);
        String user = parameter(context, URL) + " " + parameter(context, BYTES);
        Going going = session.get(Going.class, Going.class);
        if (going == null || !going.user.equals(user)) {
            // In place of the one before, whose messages may be large.
            going = new Going(user, begun(context));
            session.put(Going.class, going);
        }
        return going.requests;
    }

    private static Requests begun(ExtensionContext context) {
        UseCase useCase = UseCases.named(useCase(context)).with(BaseLoad.TEST_WORKLOAD);
        Binding binding = Binding.named(parameter(context, BINDING));
        Target target = target(context);
        Payload payload = payload(context);
        try {
            BaseLoad.send(useCase, payload, BaseLoad.TEST_SEED, binding, target);
        } catch (ExchangeException e) {
            throw new ParameterResolutionException("what the tests start from cannot be stored: " + e.getMessage(), e);
        }
        return RequestPool.going(useCase, payload, BaseLoad.freshId(), binding, target);
    }

    private static String useCase(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(MessKitCase.class).value();
    }

    private static Payload payload(ExtensionContext context) {
        return Payload.ofBytes(Integer.parseInt(parameter(context, BYTES)));
    }

    private static Target target(ExtensionContext context) {
        return Target.of(parameter(context, URL));
    }

    private static String parameter(ExtensionContext context, String name) {
        return context.getConfigurationParameter(name)
                .orElseThrow(() -> new ParameterResolutionException("configuration parameter " + name + " is not set"));
    }

    private record Going(String user, Requests requests) {}

    private record OpenExchange(Exchange exchange) implements AutoCloseable {
        @Override
        public void close() {
            exchange.close();
        }
    }
}
