// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.results.log.Cell;

/** What tables call the payloads of a run: the size, and shape and shares where the same service has another payload of that size. Thread-safe. */
public final class PayloadNames {
    private final Map<Cell.Service, Set<Cell.Payload>> payloads;

    private PayloadNames(Map<Cell.Service, Set<Cell.Payload>> payloads) {
        this.payloads = payloads;
    }

    /** Of all cells of a run. */
    public static PayloadNames of(Collection<Cell> cells) {
        return new PayloadNames(cells.stream()
                .collect(Collectors.groupingBy(
                        Cell::service, Collectors.mapping(Cell::payload, Collectors.toUnmodifiableSet()))));
    }

    /** For example {@code 5,000}, or {@code 5,000 (depth 8, 125 elements)}. A full answer stands with the service's name. */
    public String of(Cell.Service service, Cell.Payload payload) {
        return of(payload, payloads.getOrDefault(service, Set.of()).stream());
    }

    /** The payload's of a cell. */
    public String of(Cell cell) {
        return of(cell.service(), cell.payload());
    }

    /** Shape and shares alone, for example {@code depth 8, 125 elements, share 0.9}; empty where the size tells the payload. */
    public String shape(Cell cell) {
        return isShaped(cell.payload(), payloads.getOrDefault(cell.service(), Set.of()).stream())
                ? shape(cell.payload())
                : "";
    }

    /** Among others that stand beside it. */
    static String of(Cell.Payload payload, Stream<Cell.Payload> others) {
        String bytes = Numbers.whole(payload.bytes());
        return isShaped(payload, others) ? bytes + " (" + shape(payload) + ")" : bytes;
    }

    private static String shape(Cell.Payload payload) {
        return "depth " + payload.depth() + ", " + Numbers.whole(payload.elements()) + " elements"
                + (payload.shares().isEmpty() ? "" : ", " + payload.shares());
    }

    private static boolean isShaped(Cell.Payload payload, Stream<Cell.Payload> others) {
        return others.anyMatch(other ->
                other.bytes() == payload.bytes() && other.inFull() == payload.inFull() && !other.equals(payload));
    }
}
