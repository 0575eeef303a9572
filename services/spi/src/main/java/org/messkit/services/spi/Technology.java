// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.List;
import java.util.Optional;

/**
 * One XML technology, found by the host through {@link java.util.ServiceLoader}; one per room.
 *
 * @implSpec the class is public, with a public constructor without parameters that does no work
 */
public interface Technology {
    /** The name in service names, for example {@code jaxb}; the same as in the room's descriptor. */
    String name();

    /**
     * Makes the handler of one use case. Called once per service at start, never in a request: everything that is
     * expensive and thread-safe (contexts, factories, compiled queries) is made here.
     *
     * @param useCase name of the use case, for example {@code tv-dinner}
     * @param variant name of the variant, empty for the technology's best practice
     * @return a thread-safe handler
     * @throws IllegalArgumentException if this technology has no such use case or variant
     */
    Handler handler(String useCase, String variant);

    /**
     * The servlet that serves a binding which the host does not have. Its services get no handler: what answers is the
     * servlet, at the {@linkplain ServiceName#path() path} of each service.
     *
     * @param binding for example {@code restxq}
     * @param services at least one, all on that binding
     * @return empty if this technology has no binding of that name
     * @throws IllegalArgumentException if a service has a use case or variant that this technology does not serve so
     */
    default Optional<OwnServlet> servlet(String binding, List<ServiceName> services) {
        return Optional.empty();
    }

    /** What its services keep between requests, once their handlers are made; the host closes it. Empty for stateless ones. */
    default Optional<DataStore> store() {
        return Optional.empty();
    }
}
