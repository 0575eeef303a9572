// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.Plan;

/** Cells that were planned and did not run. */
final class Cells {
    private Cells() {}

    static Cell.Service service(ServiceName name) {
        return new Cell.Service(name.toString(), name.useCase(), name.technology(), name.variant(), name.binding());
    }

    static Cell notRun(Plan.Visit visit, Plan.Step step, Outcome outcome, String reason) {
        return new Cell(
                step.id(),
                service(visit.service()),
                new Cell.Payload(
                        step.payload().bytes(),
                        step.payload().elements(),
                        step.payload().depth()),
                new Cell.Load("closed", step.concurrency()),
                visit.fork(),
                outcome,
                reason,
                Optional.empty());
    }
}
