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
import org.messkit.consumers.http.SocketExchange;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

/**
 * Gives test methods their requests and their exchange when JUnit runs them. Where to send and what, it takes from JUnit's
 * configuration parameters {@value #URL}, {@value #BINDING}, {@value #BYTES} and {@value #SEED}.
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
            return store.getOrComputeIfAbsent(Requests.class, type -> requests(context));
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
        String useCase =
                context.getRequiredTestClass().getAnnotation(MessKitCase.class).value();
        return RequestPool.single(
                UseCases.named(useCase),
                Payload.ofBytes(Integer.parseInt(parameter(context, BYTES))),
                Long.parseLong(parameter(context, SEED)),
                Binding.named(parameter(context, BINDING)),
                target(context));
    }

    private static Target target(ExtensionContext context) {
        return Target.of(parameter(context, URL));
    }

    private static String parameter(ExtensionContext context, String name) {
        return context.getConfigurationParameter(name)
                .orElseThrow(() -> new ParameterResolutionException("configuration parameter " + name + " is not set"));
    }

    private record OpenExchange(Exchange exchange) implements AutoCloseable {
        @Override
        public void close() {
            exchange.close();
        }
    }
}
