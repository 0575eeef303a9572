// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** How a service is started and warmed up whose levels are looked for. */
final class ProbedService {
    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "15s",
            description = "Load on a fresh service before it counts (default: ${DEFAULT-VALUE}).")
    private String warmup;

    @Option(
            names = "--property",
            paramLabel = "NAME=VALUE",
            description = "System property messkit.… of the services; may stand many times.")
    private List<String> properties = List.of();

    String warmup() {
        return warmup;
    }

    List<String> properties() {
        return properties;
    }
}
