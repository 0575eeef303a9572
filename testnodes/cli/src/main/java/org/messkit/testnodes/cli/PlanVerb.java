// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.run.cell.CellFactory;
import org.messkit.testnodes.controller.run.walk.Baselines;
import org.messkit.testnodes.controller.scenario.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit plan}. */
@Command(
        name = "plan",
        description = "Lists every test case of a scenario in its order, and the time it will take. Starts nothing.",
        mixinStandardHelpOptions = true)
final class PlanVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, or the name of a shipped one.")
    private String scenario;

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        Plan plan = Scenarios.plan(home, home.rooms(), scenario);
        List<Expectation> expectations = expectations(plan);
        PrintWriter screen = spec.commandLine().getOut();
        Table table = new Table("cell", "fork", "service", "payload B", "load");
        for (Plan.Visit visit : plan.visits()) {
            for (Plan.Step step : visit.steps()) {
                table.row(
                        Integer.toString(step.id()),
                        Integer.toString(visit.fork()),
                        visit.name(),
                        asked(CellFactory.payload(step.payload())),
                        step.load().label());
            }
        }
        screen.print(table);
        screen.println();
        screen.println(plan.cells() + " test cases in " + plan.visits().size() + " service processes, about "
                + ScreenProgress.time(plan.duration())
                + plan.scenario()
                        .budget()
                        .time()
                        .map(time -> ", cut off at " + ScreenProgress.time(time))
                        .orElse("")
                + (plan.scenario().budget().precision().isPresent() ? ", less where it is precise enough before" : "")
                + (plan.scenario().seed().isPresent()
                        ? ", seed " + plan.seed()
                        : "; the order of cells is drawn anew for each run"));
        plan.scenario().doubts().forEach(screen::println);
        for (Expectation expectation : expectations) {
            screen.println("expected of " + String.join(" ", expectation.services()) + ": " + expectation.label());
        }
        screen.flush();
        return ExitCode.OK;
    }

    /** All that the scenario says of a payload, so that no two of its payloads read alike. */
    private static String asked(Cell.Payload payload) {
        return payload.bytes()
                + (payload.elements() > 0 ? ", " + payload.elements() + " elements" : "")
                + (payload.depth() > 0 ? ", depth " + payload.depth() : "")
                + (payload.shares().isEmpty() ? "" : ", " + payload.shares())
                + (payload.inFull() ? " full" : "");
    }

    private static List<Expectation> expectations(Plan plan) {
        try {
            return Baselines.resolve(plan);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }
}
