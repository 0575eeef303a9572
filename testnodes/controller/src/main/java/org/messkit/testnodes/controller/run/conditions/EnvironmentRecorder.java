// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import java.io.IOException;
import java.util.Map;
import org.messkit.results.log.Environment;
import org.messkit.results.log.RunWriter;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.scenario.Plan;

/** What a run learns, on its way, of where it runs; each piece is written as it comes. Of one run and its thread. */
public final class EnvironmentRecorder {
    private final RunWriter writer;
    private Environment known;

    public EnvironmentRecorder(Environment known, RunWriter writer) throws IOException {
        this.writer = writer;
        this.known = known;
        writer.environment(known);
    }

    public void add(Environment.Group group) throws IOException {
        become(known.with(group));
    }

    public void addStore(ServiceName service, Map<String, String> settings) throws IOException {
        become(EnvironmentFacts.withStore(known, service, settings));
    }

    /** What a service works with: asked while it does nothing, and once for each service. */
    public void addEngines(Plan.Visit visit, ServiceProcess service) throws IOException {
        String group = "engines of " + visit.name();
        if (known.groups().stream().noneMatch(g -> g.name().equals(group))) {
            add(EnvironmentFacts.group(group, service.engines(visit.service())));
        }
    }

    private void become(Environment now) throws IOException {
        known = now;
        writer.environment(now);
    }
}
