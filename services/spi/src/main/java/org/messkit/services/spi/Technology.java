// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

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
}
