// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.scenario.xml.Values;

/**
 * {@code <service-jvm>}: the JVM of a service process.
 *
 * @param heap smallest and largest, for example {@code 512m}
 * @param gc collector
 * @param cores processors, 0 for the default split
 * @param threads most request threads
 * @param properties system properties, as {@code name=value}
 * @param java releases or paths, as a user names a {@link Jvm}, each of another version: every service has processes on each; none
 *     for the kit's own
 */
public record ServiceJvm(String heap, String gc, int cores, int threads, List<String> properties, List<String> java) {
    /** Without the element. */
    public static final ServiceJvm DEFAULT = new ServiceJvm("512m", "Parallel", 0, 200, List.of());

    /** The element. */
    public static final Element<ServiceJvm> ELEMENT = new InScenario();

    private static final int LEAST_THREADS = 8;

    /** Copies. */
    public ServiceJvm {
        properties = List.copyOf(properties);
        java = List.copyOf(java);
    }

    /** On the kit's own JVM. */
    public ServiceJvm(String heap, String gc, int cores, int threads, List<String> properties) {
        this(heap, gc, cores, threads, properties, List.of());
    }

    /** What all its processes share, on the first of the JVMs. */
    public JvmSettings settings(Cores split) {
        return new JvmSettings(jvms().get(0).java(), heap, gc, split.service(), split.pinned());
    }

    /**
     * How a service's process is started.
     *
     * @param more system properties beside the scenario's, as {@code name=value}
     */
    public ServiceProcess.Options options(String... more) {
        return new ServiceProcess.Options(
                List.of("--threads", Integer.toString(threads)),
                Stream.concat(properties.stream(), Stream.of(more))
                        .map(property -> "-D" + property)
                        .toList());
    }

    /**
     * The JVMs themselves, one or more.
     *
     * @throws IllegalArgumentException if this machine has none of such a name
     */
    public List<Jvm> jvms() {
        return java.isEmpty()
                ? List.of(Jvm.own())
                : java.stream().map(Jvm::named).toList();
    }

    private static final class InScenario implements Element<ServiceJvm> {
        @Override
        public String name() {
            return "service-jvm";
        }

        @Override
        public Set<String> attributes() {
            return Set.of("heap", "gc", "cores", "threads", "properties", "java");
        }

        @Override
        public ServiceJvm read(Values values) {
            return new ServiceJvm(
                    JvmValues.heap(values, DEFAULT.heap),
                    values.oneOf("gc", JvmSettings.COLLECTORS, DEFAULT.gc),
                    values.whole("cores", 1, DEFAULT.cores),
                    values.whole("threads", LEAST_THREADS, DEFAULT.threads),
                    JvmValues.properties(values),
                    JvmValues.jvms(values));
        }

        @Override
        public Map<String, String> write(ServiceJvm jvm) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("heap", jvm.heap);
            attributes.put("gc", jvm.gc);
            attributes.put("threads", Integer.toString(jvm.threads));
            if (jvm.cores > 0) {
                // Without the attribute the machine's processors are split.
                attributes.put("cores", Integer.toString(jvm.cores));
            }
            if (!jvm.properties.isEmpty()) {
                attributes.put("properties", String.join(" ", jvm.properties));
            }
            if (!jvm.java.isEmpty()) {
                attributes.put("java", String.join(",", jvm.java));
            }
            return attributes;
        }

        @Override
        public Map<String, String> facts(ServiceJvm jvm, Placed placed) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("service cores", placed.service().facts().get("cores"));
            facts.put("service heap", placed.service().facts().get("heap"));
            facts.put("service collector", placed.service().gc());
            facts.put("service threads", jvm.threads + " at most");
            if (!jvm.properties.isEmpty()) {
                facts.put("service properties", String.join(" ", jvm.properties));
            }
            return facts;
        }
    }
}
