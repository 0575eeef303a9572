// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose code a class is, by the longest of the names that it begins with: those of the kit's host, of the benchmark and of the JDK, which
 * stand here, and those that the technologies' descriptors state. Immutable.
 */
public final class Layers {
    /** The layers that a descriptor may state names of, by what it calls them. */
    private static final Map<String, Layer> STATED =
            Map.of("binding", Layer.TREE, "parser", Layer.PARSER, "store", Layer.STORE);

    private static final Map<Layer, List<String>> OURS = Map.of(
            Layer.HTTP,
            List.of("org.eclipse.jetty", "jakarta.servlet", "org.messkit.services.host"),
            Layer.SOAP,
            List.of("org.apache.cxf", "com.sun.xml.messaging.saaj", "jakarta.xml.ws", "jakarta.xml.soap"),
            Layer.HARNESS,
            List.of("org.openjdk.jmh", "org.messkit.services.whitebox"),
            Layer.TREE,
            List.of("com.sun.org.apache.xerces.internal.dom"),
            // With Woodstox CXF reads envelopes and writes answers, whatever the technology.
            Layer.PARSER,
            List.of("com.ctc.wstx", "org.codehaus.stax2", "com.sun.org.apache.xerces.internal"));

    private static final List<String> NOBODYS =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.", "org.xml.");

    /** What the kit itself knew while descriptors stated none; profiles of that time are read by it. */
    private static final Map<String, List<String>> UNSTATED = Map.of(
            "binding",
            List.of(
                    "org.glassfish.jaxb",
                    "jakarta.xml.bind",
                    "org.apache.xerces.dom",
                    "org.apache.xerces.parsers.DOMParser",
                    "org.apache.xerces.parsers.AbstractDOMParser",
                    "net.sf.saxon",
                    "org.basex"),
            "parser",
            List.of("com.fasterxml.aalto", "org.apache.xerces"),
            "store",
            List.of("org.h2", "org.postgresql", "com.zaxxer"));

    private final Map<String, Layer> names = new LinkedHashMap<>();

    private Layers(Map<String, List<String>> stated) {
        OURS.forEach((layer, prefixes) -> prefixes.forEach(prefix -> names.put(prefix, layer)));
        stated.forEach((layer, prefixes) -> prefixes.forEach(prefix -> names.put(prefix, named(layer))));
    }

    /**
     * Those of a profile.
     *
     * @param stated names of packages or classes by layer, {@code parser}, {@code binding} or {@code store}; null in profiles from before
     *     descriptors stated them
     * @throws IllegalArgumentException if there is no such layer
     */
    public static Layers of(Map<String, List<String>> stated) {
        return new Layers(stated == null ? UNSTATED : stated);
    }

    /**
     * Whose code a class is; null for the JDK's, whose work is done for the caller.
     *
     * @param type name of a class, empty for native code
     */
    Layer layerOf(String type) {
        if (type.isEmpty()) {
            return null;
        }
        for (int end = type.length(); end > 0; end = boundary(type, end)) {
            Layer layer = names.get(type.substring(0, end));
            if (layer != null) {
                return layer;
            }
        }
        return NOBODYS.stream().anyMatch(type::startsWith) ? null : Layer.APPLICATION;
    }

    /** A frame with whose code it is. */
    Frame frame(String type, String method) {
        return new Frame(type, method, layerOf(type));
    }

    private static int boundary(String type, int end) {
        return Math.max(type.lastIndexOf('.', end - 1), type.lastIndexOf('$', end - 1));
    }

    private static Layer named(String layer) {
        Layer known = STATED.get(layer);
        if (known == null) {
            throw new IllegalArgumentException(
                    "a layer must be one of " + new TreeMap<>(STATED).keySet() + ", got: " + layer);
        }
        return known;
    }
}
