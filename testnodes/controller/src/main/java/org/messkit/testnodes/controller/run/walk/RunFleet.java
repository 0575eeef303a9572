// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.LocalTestNode;
import org.messkit.testnodes.controller.run.conditions.EnvironmentFacts;
import org.messkit.testnodes.controller.run.conditions.EnvironmentRecorder;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.fleet.Node;

/** The TestNodes of a run: a fleet of one local process, started anew where it was lost. Of the run's thread. */
final class RunFleet {
    private final Home home;
    private final JvmSettings jvm;
    private final Path log;
    private final EnvironmentRecorder environment;
    private final OpenRun open;
    private Optional<Fleet> fleet = Optional.empty();

    RunFleet(Home home, JvmSettings jvm, Path log, EnvironmentRecorder environment, OpenRun open) {
        this.home = home;
        this.jvm = jvm;
        this.log = log;
        this.environment = environment;
        this.open = open;
    }

    /** The fleet, alive. */
    Fleet get() throws IOException {
        if (fleet.filter(Fleet::isAlive).isEmpty()) {
            Node node = LocalTestNode.start(home.testNodeClassPath(), jvm, log);
            Fleet started = Fleet.of(node);
            open.started(started::kill);
            environment.add(EnvironmentFacts.testNode(jvm, node.hello()));
            fleet = Optional.of(started);
        }
        return fleet.get();
    }

    /** A node that was lost may still be alive but not to be understood; the next visit gets a fresh one. */
    void lost() {
        fleet.ifPresent(Fleet::kill);
        fleet = Optional.empty();
    }
}
