// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.List;
import java.util.OptionalLong;
import org.messkit.loads.ClosedLoad;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Expect;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.Loads;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.StoreElement;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
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
                StoreElement.DEFAULT,
                List.of());
    }

    /** Copies. */
    public Scenario {
        services = List.copyOf(services);
        payloads = List.copyOf(payloads);
        expectations = List.copyOf(expectations);
    }

    /** The same with a seed. */
    public Scenario seeded(long drawn) {
        return new Scenario(
                name,
                goal,
                OptionalLong.of(drawn),
                services,
                payloads,
                loads,
                timing,
                budget,
                serviceJvm,
                testNodeJvm,
                limits,
                workload,
                expectations);
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
}
