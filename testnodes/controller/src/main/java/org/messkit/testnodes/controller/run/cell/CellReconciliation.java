// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.io.IOException;
import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.process.StoreState;
import org.messkit.testnodes.wire.CellReport;

/**
 * Holds what the consumers sent in one cell against what the service counted and keeps.
 *
 * @param service that is asked
 * @param store of a stateful service
 * @param countedBefore requests that the service had counted before the cell
 * @param keptBefore what its store held then
 */
record CellReconciliation(
        ServiceProcess service,
        Optional<StoreReconciliation> store,
        long countedBefore,
        Optional<StoreState> keptBefore) {
    private static final int REST_LOOKS = 20;
    private static final long REST_MILLIS = 50;

    /** Begins; the store is put back to its base where something else is there. */
    static CellReconciliation begin(ServiceProcess service, Optional<StoreReconciliation> store) throws IOException {
        Optional<StoreState> kept = store.isPresent() ? Optional.of(store.get().restored()) : Optional.empty();
        return new CellReconciliation(service, store, service.requests(), kept);
    }

    /** Requests that the service counted in the cell, once it stands still. */
    long counted(CellReport report) throws IOException {
        long expected = countedBefore + report.tally().sent() - report.tally().unreached();
        return atRest(expected) - countedBefore;
    }

    /** What is kept after the cell beside what should be; empty of a stateless service. */
    Optional<Cell.Stored> stored(CellReport report) throws IOException {
        return store.isPresent()
                ? Optional.of(store.get().after(keptBefore.orElseThrow(), report.changes()))
                : Optional.empty();
    }

    /** The service's count; it is awaited for a second where it is below what was sent. */
    private long atRest(long expected) throws IOException {
        long count = service.requests();
        for (int look = 0; look < REST_LOOKS && count < expected; look++) {
            try {
                Thread.sleep(REST_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return count;
            }
            count = service.requests();
        }
        return count;
    }
}
