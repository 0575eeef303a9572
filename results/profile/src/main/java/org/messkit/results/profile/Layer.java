// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.List;

/** Whose work it is. The order is that of a message's way. */
public enum Layer {
    /** Jetty, servlets, and the host's own part of HTTP. */
    HTTP("HTTP", "org.eclipse.jetty.", "jakarta.servlet.", "org.messkit.services.host."),
    /** CXF and SAAJ. */
    SOAP("SOAP binding", "org.apache.cxf.", "com.sun.xml.messaging.saaj.", "jakarta.xml.ws.", "jakarta.xml.soap."),
    /** What makes objects or trees of events, and queries them. */
    TREE(
            "binding, tree or query",
            "org.glassfish.jaxb.",
            "jakarta.xml.bind.",
            "org.apache.xerces.dom.",
            "org.apache.xerces.parsers.DOMParser",
            "org.apache.xerces.parsers.AbstractDOMParser",
            "com.sun.org.apache.xerces.internal.dom.",
            "net.sf.saxon.",
            "org.basex."),
    /** What makes events of bytes, and bytes of events. */
    PARSER(
            "parser",
            "com.ctc.wstx.",
            "com.fasterxml.aalto.",
            "org.codehaus.stax2.",
            "org.apache.xerces.",
            "com.sun.org.apache.xerces.internal."),
    /** Databases and their drivers, as far as they are in the process. */
    STORE("store", "org.h2.", "org.postgresql.", "com.zaxxer."),
    /** JMH and the white box itself. */
    HARNESS("benchmark", "org.openjdk.jmh.", "org.messkit.services.whitebox."),
    /** The technology's own code in the kit, and what a user brings. */
    APPLICATION("application"),
    /** The collector. */
    GC("GC"),
    /** The compilers. */
    JIT("JIT"),
    /** The rest of the virtual machine, and of the JDK where nobody else calls it. */
    JVM("JVM");

    private static final List<String> NOBODYS =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.", "org.xml.");
    private static final List<String> COMPILERS = List.of("C1 Comp", "C2 Comp", "Compil", "JVMCI");
    private static final List<String> COLLECTORS = List.of(
            "GC ", "G1 ", "ParGC", "Parallel", "ZWorker", "ZDirector", "ZDriver", "XWorker", "Shenandoah", "VM Thread");

    private final String label;
    private final List<String> prefixes;

    Layer(String label, String... prefixes) {
        this.label = label;
        this.prefixes = List.of(prefixes);
    }

    /** In tables. */
    public String label() {
        return label;
    }

    /**
     * Whose code a class is; null for the JDK's, whose work is done for the caller.
     *
     * @param type name of a class, empty for native code
     */
    static Layer of(String type) {
        if (type.isEmpty()) {
            return null;
        }
        for (Layer layer : values()) {
            if (layer.prefixes.stream().anyMatch(type::startsWith)) {
                return layer;
            }
        }
        return NOBODYS.stream().anyMatch(type::startsWith) ? null : APPLICATION;
    }

    /** Whose work a thread does that has no code of anybody's on its stack. */
    static Layer ofThread(String thread) {
        if (COMPILERS.stream().anyMatch(thread::startsWith)) {
            return JIT;
        }
        return COLLECTORS.stream().anyMatch(thread::startsWith) ? GC : JVM;
    }
}
