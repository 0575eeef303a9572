// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.ScenarioException;
import org.messkit.testnodes.controller.scenario.ScenarioReader;
import org.messkit.usecases.UseCases;

/** A scenario from what a user says in options: written as a file and read as one, so it is checked as one. */
final class OptionScenario {
    private final StringBuilder file = new StringBuilder();

    OptionScenario(String name, List<String> services, List<String> payloads) {
        file.append("<scenario xmlns=\"urn:messkit:scenario:1\" name=\"")
                .append(name)
                .append("\"><services>")
                .append(escaped(String.join(" ", services)))
                .append("</services><closed concurrency=\"1\"/>");
        payloads.forEach(size -> element("payload", "bytes", size));
    }

    /** Levels of a service and size; what has none is driven by one user. */
    OptionScenario level(String service, int bytes, int level) {
        return element(
                "closed",
                "services",
                service,
                "bytes",
                Integer.toString(bytes),
                "concurrency",
                Integer.toString(level));
    }

    OptionScenario goal(String goal) {
        file.append("<goal>").append(escaped(goal)).append("</goal>");
        return this;
    }

    OptionScenario timing(String warmup, String window, String forks) {
        return element("timing", "warmup", warmup, "window", window, "forks", forks);
    }

    /** None for the kit's own. */
    OptionScenario jvms(List<String> jvms) {
        return jvms.isEmpty() ? this : element("service-jvm", "java", String.join(",", jvms));
    }

    OptionScenario properties(List<String> properties) {
        return element("service-jvm", "properties", String.join(" ", properties));
    }

    OptionScenario otherWork(String otherWork) {
        return element("limits", "other-work", otherWork, "ceiling", "none");
    }

    private OptionScenario element(String name, String... attributes) {
        file.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            file.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        file.append("/>");
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
            return ScenarioReader.read((file + "</scenario>").getBytes(StandardCharsets.UTF_8), "options", rooms);
        } catch (ScenarioException e) {
            throw UserError.usage(String.join(
                    System.lineSeparator(),
                    e.problems().stream().map(problem -> problem.message()).toList()));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
