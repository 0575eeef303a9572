// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.List;

/** Whose work it is. The order is that of a message's way. */
public enum Layer {
    /** Jetty, servlets, and the host's own part of HTTP. */
    HTTP("HTTP"),
    /** CXF and SAAJ. */
    SOAP("SOAP binding"),
    /** What makes objects or trees of events, and queries them. */
    TREE("binding, tree or query"),
    /** What makes events of bytes, and bytes of events. */
    PARSER("parser"),
    /** Databases and their drivers, as far as they are in the process. */
    STORE("store"),
    /** JMH and the white box itself. */
    HARNESS("benchmark"),
    /** The technology's own code in the kit, and what a user brings. */
    APPLICATION("application"),
    /** The collector. */
    GC("GC"),
    /** The compilers. */
    JIT("JIT"),
    /** The rest of the virtual machine, and of the JDK where nobody else calls it. */
    JVM("JVM");

    private static final List<String> COMPILERS = List.of("C1 Comp", "C2 Comp", "Compil", "JVMCI");
    private static final List<String> COLLECTORS = List.of(
            "GC ", "G1 ", "ParGC", "Parallel", "ZWorker", "ZDirector", "ZDriver", "XWorker", "Shenandoah", "VM Thread");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /** In tables. */
    public String label() {
        return label;
    }

    /** Whose work a thread does that has no code of anybody's on its stack. */
    static Layer ofThread(String thread) {
        if (COMPILERS.stream().anyMatch(thread::startsWith)) {
            return JIT;
        }
        return COLLECTORS.stream().anyMatch(thread::startsWith) ? GC : JVM;
    }
}
