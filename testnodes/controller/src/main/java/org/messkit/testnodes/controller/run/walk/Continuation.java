// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.messkit.results.log.Problem;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunLock;
import org.messkit.testnodes.controller.run.cell.CellFactory;
import org.messkit.testnodes.controller.scenario.Plan;

/** Whether a run can go on: only what it wrote itself may stand beside what it will write. */
public final class Continuation {
    private static final int SHOWN = 3;

    private Continuation() {}

    /**
     * Checks the folder alone, before its scenario is read.
     *
     * @throws IllegalArgumentException if the run cannot go on, in one line for the user
     */
    public static void require(Run run) {
        if (isGoingOn(run)) {
            throw new IllegalArgumentException(run.folder() + " is going on in another process: wait for its end");
        }
        List<Problem> wrong =
                run.problems().stream().filter(problem -> !problem.mendable()).toList();
        if (!wrong.isEmpty()) {
            String more = wrong.size() > SHOWN ? "; and " + (wrong.size() - SHOWN) + " more" : "";
            throw new IllegalArgumentException(
                    run.folder() + " cannot go on: "
                            + wrong.stream().limit(SHOWN).map(Problem::text).collect(Collectors.joining("; "))
                            + more
                            + ". Take the files of such cells out of cells/, and these run again; where it is another file, begin anew");
        }
        if (run.end().filter("complete"::equals).isPresent()) {
            throw new IllegalArgumentException(run.folder() + " is complete: there is nothing to go on with");
        }
        if (run.plan().isEmpty()) {
            throw new IllegalArgumentException(
                    run.folder()
                            + " cannot go on: it has no plan to check its cells by, being of an older Mess Kit or killed as it began; begin anew");
        }
    }

    /** The same, with the plan that its scenario makes now. */
    static void require(Run run, Plan plan) {
        require(run);
        if (!run.plan().orElseThrow().equals(CellFactory.planned(plan))) {
            throw new IllegalArgumentException(
                    run.folder() + " has another plan than this kit would make of its scenario: "
                            + "it was begun by another version, or is the load of a profile");
        }
    }

    private static boolean isGoingOn(Run run) {
        try {
            return RunLock.isHeld(run.folder());
        } catch (IOException e) {
            throw new IllegalArgumentException(run.folder() + " cannot be looked at: " + e.getMessage(), e);
        }
    }
}
