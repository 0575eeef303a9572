// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.util.List;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.ScenarioException;
import org.messkit.testnodes.controller.scenario.ScenarioReader;
import org.messkit.testnodes.controller.scenario.xml.Node;
import org.messkit.testnodes.controller.scenario.xml.Problem;
import org.messkit.usecases.UseCases;

/** A scenario from what a user says in options; its elements check themselves as those of a file do. */
final class OptionScenario {
    private final Node root;

    OptionScenario(String name, List<String> services, List<String> payloads) {
        root = new Node("scenario")
                .with("name", name)
                .with(new Node("services").text(String.join(" ", services)))
                .with(new Node("closed").with("concurrency", "1"));
        payloads.forEach(size -> root.with(new Node("payload").with("bytes", size)));
    }

    /** Levels of a service and size; what has none is driven by one user. */
    OptionScenario level(String service, int bytes, int level) {
        return with(new Node("closed")
                .with("services", service)
                .with("bytes", Integer.toString(bytes))
                .with("concurrency", Integer.toString(level)));
    }

    OptionScenario goal(String goal) {
        return with(new Node("goal").text(goal));
    }

    OptionScenario timing(String warmup, String window, String forks) {
        return with(
                new Node("timing").with("warmup", warmup).with("window", window).with("forks", forks));
    }

    /** None for the kit's own. */
    OptionScenario jvms(List<String> jvms) {
        return jvms.isEmpty() ? this : with(new Node("service-jvm").with("java", String.join(",", jvms)));
    }

    OptionScenario properties(List<String> properties) {
        return with(new Node("service-jvm").with("properties", String.join(" ", properties)));
    }

    OptionScenario otherWork(String otherWork) {
        return with(new Node("limits").with("other-work", otherWork).with("ceiling", "none"));
    }

    private OptionScenario with(Node element) {
        root.with(element);
        return this;
    }

    /** Without lines and columns: they would be those of a file that the user never saw. */
    Scenario read(Rooms rooms) {
        Scenario scenario = readAny(rooms);
        for (ServiceName service : scenario.services()) {
            if (UseCases.named(service.useCase()).isStateful()) {
                throw UserError.usage(
                        service + " is stateful: levels of such a service are not searched, name them in a scenario");
            }
        }
        return scenario;
    }

    /** As {@link #read}, stateful services too. */
    Scenario readAny(Rooms rooms) {
        try {
            return ScenarioReader.read(root, "options", rooms);
        } catch (ScenarioException e) {
            throw UserError.usage(String.join(
                    System.lineSeparator(),
                    e.problems().stream().map(Problem::message).toList()));
        }
    }
}
