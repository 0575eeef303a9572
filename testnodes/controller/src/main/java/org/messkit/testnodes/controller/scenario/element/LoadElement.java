// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Kind;
import org.messkit.loads.Load;
import org.messkit.services.spi.ServiceName;
import org.messkit.usecases.Payload;

/**
 * An element of a scenario that asks for loads, such as {@code <closed>}: of all services and payloads, or of some.
 *
 * @param loads of one kind, at least one
 * @param services names of the services meant; empty for all
 * @param bytes of the payloads meant; empty for all
 * @param doubt what a calibration that the loads come from was not sure of, for the user
 */
public record LoadElement(List<Load> loads, List<String> services, OptionalInt bytes, Optional<String> doubt) {
    /** Copies. */
    public LoadElement {
        loads = List.copyOf(loads);
        services = List.copyOf(services);
        if (loads.isEmpty()) {
            throw new IllegalArgumentException("an element has at least one load");
        }
    }

    /** Loads of all services and payloads. */
    public static LoadElement ofAll(List<? extends Load> loads) {
        return new LoadElement(List.copyOf(loads), List.of(), OptionalInt.empty(), Optional.empty());
    }

    /** Levels of closed load for a service and a payload. */
    public static LoadElement closed(List<Integer> levels, String service, int bytes) {
        return new LoadElement(closed(levels), List.of(service), OptionalInt.of(bytes), Optional.empty());
    }

    /** A closed load for each level. */
    public static List<Load> closed(List<Integer> levels) {
        return levels.stream().map(level -> (Load) new ClosedLoad(level)).toList();
    }

    /** The kind of its loads. */
    public Kind kind() {
        return loads.get(0).kind();
    }

    /** Whether it is for all services and payloads. */
    public boolean isGeneral() {
        return services.isEmpty();
    }

    /** Whether it is for a service with a payload. */
    public boolean concerns(ServiceName service, Payload payload) {
        return isGeneral()
                || services.contains(service.toString()) && (bytes.isEmpty() || bytes.getAsInt() == payload.bytes());
    }

    /** Its attributes. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!isGeneral()) {
            attributes.put("services", String.join(" ", services));
        }
        bytes.ifPresent(size -> attributes.put("bytes", Integer.toString(size)));
        attributes.putAll(kind().write(loads));
        return attributes;
    }
}
