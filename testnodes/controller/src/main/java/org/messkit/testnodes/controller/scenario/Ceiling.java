// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.messkit.loads.ClosedLoad;
import org.messkit.services.spi.ServiceName;
import org.messkit.usecases.Payload;

/** The null service beside others: what the rig can do at the most. */
public final class Ceiling {
    /** The service that is measured as the ceiling where a scenario has none. */
    public static final ServiceName SERVICE = ServiceName.parse("null/baseline@pox");

    private Ceiling() {}

    /** Whether a service is of the use case that asks nothing, with whatever technology. */
    public static boolean asksNothing(ServiceName service) {
        return service.useCase().equals(SERVICE.useCase());
    }

    /**
     * Each size at the highest level that any service has it at; none where the scenario has a null service itself, wants none, or has
     * no closed load.
     *
     * @param id the last one that was given
     */
    static List<Plan.Step> steps(Scenario scenario, int id) {
        List<Plan.Step> steps = new ArrayList<>();
        boolean there = scenario.services().stream().anyMatch(Ceiling::asksNothing);
        if (!scenario.limits().ceiling() || there) {
            return steps;
        }
        for (Payload payload : scenario.payloads()) {
            Payload size = Payload.ofBytes(payload.bytes());
            boolean planned = steps.stream().anyMatch(step -> step.payload().equals(size));
            Optional<Integer> level = scenario.services().stream()
                    .flatMap(service -> scenario.levels(service, payload).stream())
                    .max(Comparator.naturalOrder());
            if (!planned && level.isPresent()) {
                steps.add(new Plan.Step(id + steps.size() + 1, size, new ClosedLoad(level.get())));
            }
        }
        return steps;
    }
}
