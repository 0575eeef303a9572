// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.schemas;

import java.net.URL;
import java.util.List;

/** Finds the schemas, WSDLs and sample messages that this module carries. */
public final class Schemas {
    private static final List<String> USE_CASES = List.of("tv-dinner", "sushi-boats", "buffet", "pantry");

    private Schemas() {}

    /**
     * The place of a resource.
     *
     * @param name below this package, for example {@code tv-dinner/tv-dinner.wsdl}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static URL url(String name) {
        URL url = Schemas.class.getResource(name);
        if (url == null || name.startsWith("/")) {
            throw new IllegalArgumentException("there is no schema, WSDL or sample of the name '" + name + "'");
        }
        return url;
    }

    /** The use cases that have a contract, by name. */
    public static List<String> useCases() {
        return USE_CASES;
    }

    /**
     * The name of a use case's WSDL, with a SOAP 1.1 and a SOAP 1.2 port.
     *
     * @throws IllegalArgumentException if the use case has no contract
     */
    public static String wsdl(String useCase) {
        if (!USE_CASES.contains(useCase)) {
            throw new IllegalArgumentException(
                    "there is no WSDL of '" + useCase + "', only: " + String.join(", ", USE_CASES));
        }
        return useCase + "/" + useCase + ".wsdl";
    }

    /** The names of all WSDLs, in the order of the {@linkplain #useCases() use cases}. */
    public static List<String> wsdls() {
        return USE_CASES.stream().map(Schemas::wsdl).toList();
    }
}
