// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Expectation;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Workload;

/**
 * A scenario, read and free of problems.
 *
 * @param name for the run's folder
 * @param goal what it is to tell, may be empty
 * @param seed from which payloads and the order of cells are made; empty for a new one per run
 * @param services in display order, none twice
 * @param payloads at least one
 * @param loads how hard the services are driven
 * @param timing how long
 * @param budget where the run may end early
 * @param serviceJvm of every service process
 * @param testNodeJvm of the TestNode
 * @param limits what a cell may have and still be valid
 * @param workload of stateful services
 * @param expectations limits on the figures of valid cells
 */
public record Scenario(
        String name,
        String goal,
        OptionalLong seed,
        List<ServiceName> services,
        List<Payload> payloads,
        Loads loads,
        Timing timing,
        Budget budget,
        ServiceJvm serviceJvm,
        TestNodeJvm testNodeJvm,
        Limits limits,
        Workload workload,
        List<Expect> expectations) {
    /** What stateful services have beforehand where nothing else is asked for. */
    public static final Workload DEFAULT_WORKLOAD = new Workload(200, "");

    /** The default workload, nothing expected. */
    public Scenario(
            String name,
            String goal,
            OptionalLong seed,
            List<ServiceName> services,
            List<Payload> payloads,
            Loads loads,
            Timing timing,
            Budget budget,
            ServiceJvm serviceJvm,
            TestNodeJvm testNodeJvm,
            Limits limits) {
        this(
                name,
                goal,
                seed,
                services,
                payloads,
                loads,
                timing,
                budget,
                serviceJvm,
                testNodeJvm,
                limits,
                DEFAULT_WORKLOAD,
                List.of());
    }

    /** Copies. */
    public Scenario {
        services = List.copyOf(services);
        payloads = List.copyOf(payloads);
        expectations = List.copyOf(expectations);
    }

    /**
     * An expectation, or one that a baseline makes: then its limit is a share of the baseline's TPS, level by level.
     *
     * @param expectation as it is, but for the limit
     * @param baseline the folder of a run; empty where the limit is absolute
     */
    public record Expect(Expectation expectation, Optional<String> baseline) {}

    /** The same with expectations. */
    public Scenario expecting(List<Expect> wanted) {
        return new Scenario(
                name,
                goal,
                seed,
                services,
                payloads,
                loads,
                timing,
                budget,
                serviceJvm,
                testNodeJvm,
                limits,
                workload,
                wanted);
    }

    /** The same under other loads. */
    public Scenario under(Loads others) {
        return new Scenario(
                name,
                goal,
                seed,
                services,
                payloads,
                others,
                timing,
                budget,
                serviceJvm,
                testNodeJvm,
                limits,
                workload,
                expectations);
    }

    /** The levels of closed load that a service is driven at with a payload, ascending; may be empty where there is open load. */
    public List<Integer> levels(ServiceName service, Payload payload) {
        return loads.levels(service, payload);
    }

    /** What calibrations were not sure of whose levels are driven, a line for the user for each service and payload that it concerns. */
    public List<String> doubts() {
        return services.stream()
                .flatMap(service ->
                        payloads.stream().flatMap(payload -> loads.own(ClosedLoad.KIND, service, payload).stream()))
                .flatMap(element -> element.doubt().stream())
                .distinct()
                .toList();
    }

    /**
     * How long, and how often.
     *
     * @param warmup full load per fresh service process before its first cell, over all payloads
     * @param steady what follows it until the service has settled; empty where the warm-up alone must do
     * @param settle load per cell before its window
     * @param window what is measured
     * @param forks fresh service processes per service, 1 or more
     * @param anchored whether the first cell of each process is repeated as its last
     */
    public record Timing(
            Duration warmup, Optional<Steady> steady, Duration settle, Duration window, int forks, boolean anchored) {}

    /**
     * What a cell may have and still be valid.
     *
     * @param errors largest share of failed transactions, 0 to 1
     * @param otherWork whether other work may keep the TestNode's cores busy
     * @param ceiling whether the null service is measured beside services that do not have it among them, so that it is known how near
     *     they come to what the rig can do
     */
    public record Limits(double errors, boolean otherWork, boolean ceiling) {
        /** Nothing, and the ceiling is measured. */
        public static final Limits STRICT = new Limits(0, false, true);
    }

    /**
     * Where a run may end early. Forks are then the most that a service gets.
     *
     * @param time that the whole run may take; empty for as long as it takes
     * @param precision half width of the 95 % interval, as a share of TPS, that is good enough; empty for all forks
     */
    public record Budget(Optional<Duration> time, OptionalDouble precision) {
        /** All of the plan. */
        public static final Budget NONE = new Budget(Optional.empty(), OptionalDouble.empty());
    }

    /**
     * When a service counts as settled.
     *
     * @param tolerance share of the mean that its speed may still differ by
     * @param cap longest wait; a service that has not settled by then is not steady
     */
    public record Steady(double tolerance, Duration cap) {}

    /**
     * The JVM of a service process.
     *
     * @param heap smallest and largest, for example {@code 512m}
     * @param gc collector
     * @param cores processors, 0 for the default split
     * @param threads most request threads
     * @param properties system properties, as {@code name=value}
     * @param java releases or paths, as a user names a {@link Jvm}, each of another version: every service has processes on each; none
     *     for the kit's own
     */
    public record ServiceJvm(
            String heap, String gc, int cores, int threads, List<String> properties, List<String> java) {
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
    }

    /**
     * The JVM of the TestNode, and its way to the services.
     *
     * @param heap smallest and largest
     * @param cores processors, 0 for the default split
     * @param linkMegabits what the link carries in a direction, per second; 0 where nobody says
     */
    public record TestNodeJvm(String heap, int cores, int linkMegabits) {
        /** Of a link nothing is known. */
        public TestNodeJvm(String heap, int cores) {
            this(heap, cores, 0);
        }
    }
}
