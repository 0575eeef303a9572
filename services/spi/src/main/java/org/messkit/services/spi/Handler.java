// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.Map;

/**
 * One use case in one technology. What it takes in is its type: a {@link PlainHandler} takes plain messages, a {@link SoapHandler}
 * what a SOAP binding has made of an envelope, in one of three forms. The host asks for the type when it starts. All forms read the
 * message to its end, also where the rest is of no interest.
 *
 * @implSpec thread-safe; called by many request threads at once
 */
public sealed interface Handler permits PlainHandler, SoapHandler {
    /**
     * The parsers and engines that this handler works with, so that a run can say what it measured: live objects, as requests
     * meet them. Of each the host tells the class and the archive that it came from.
     *
     * @return by the name of the API that each is known by, for example {@code javax.xml.stream.XMLInputFactory}; may be a new
     *     object where each request has its own
     */
    default Map<String, Object> engines() {
        return Map.of();
    }
}
