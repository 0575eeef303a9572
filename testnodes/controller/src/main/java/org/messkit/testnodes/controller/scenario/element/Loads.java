// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Kind;
import org.messkit.loads.Load;
import org.messkit.services.spi.ServiceName;
import org.messkit.usecases.Payload;

/**
 * All loads of a scenario. Of each kind, the first element that concerns a service and a payload counts; those for some services and
 * payloads come before the one for all.
 *
 * @param elements in the order of their kinds
 * @param rising whether levels of closed load run in ascending order, each only if the one before held; else in an order drawn by
 *     chance
 */
public record Loads(List<LoadElement> elements, boolean rising) {
    /** Copies and sorts. */
    public Loads {
        elements = elements.stream()
                .sorted(Comparator.<LoadElement>comparingInt(
                                element -> Load.kinds().indexOf(element.kind()))
                        .thenComparing(LoadElement::isGeneral))
                .toList();
    }

    /** Levels of closed load for all services and payloads, in an order drawn by chance. */
    public static Loads closed(List<Integer> levels) {
        return new Loads(List.of(LoadElement.ofAll(LoadElement.closed(levels))), false);
    }

    /** Whether anything is driven by a kind of load. */
    public boolean has(Kind kind) {
        return elements.stream().anyMatch(element -> element.kind() == kind);
    }

    /** What a service is driven by with a payload, kind by kind, rising. */
    public List<Load> of(ServiceName service, Payload payload) {
        List<Load> loads = new ArrayList<>();
        for (Kind kind : Load.kinds()) {
            own(kind, service, payload).ifPresent(element -> loads.addAll(element.loads()));
        }
        return loads;
    }

    /** The levels of closed load that a service is driven at with a payload, ascending; may be empty. */
    public List<Integer> levels(ServiceName service, Payload payload) {
        return own(ClosedLoad.KIND, service, payload).stream()
                .flatMap(element -> element.loads().stream())
                .map(Load::concurrency)
                .toList();
    }

    /** The first element of each kind, which tells what all of that kind have in common. */
    public Stream<LoadElement> kinds() {
        return Load.kinds().stream().flatMap(kind -> elements.stream()
                .filter(element -> element.kind() == kind)
                .limit(1));
    }

    /** The element that counts. */
    public Optional<LoadElement> own(Kind kind, ServiceName service, Payload payload) {
        return elements.stream()
                .filter(element -> element.kind() == kind && element.concerns(service, payload))
                .findFirst();
    }
}
