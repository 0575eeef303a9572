// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.xml.Values;
import org.messkit.usecases.Payload;

/** Chooses among a scenario's own services and payloads. */
final class Names {
    private Names() {}

    /** Names of the services that an element's attribute {@code services} chooses; all without it. */
    static List<String> matching(List<ServiceName> services, Values values) {
        List<String> all = services.stream().map(ServiceName::toString).toList();
        if (!values.has("services")) {
            return all;
        }
        List<String> chosen = new ArrayList<>();
        for (String pattern : values.text("services", "").split("\\s+")) {
            // A star stands for any word, as in <services>; here also for a variant.
            String regex = "\\Q" + pattern.replace("*", "\\E[^/@]*\\Q") + "\\E";
            List<String> matching =
                    all.stream().filter(name -> name.matches(regex)).toList();
            if (matching.isEmpty()) {
                values.problem("no service of this scenario is " + pattern);
            }
            matching.stream().filter(name -> !chosen.contains(name)).forEach(chosen::add);
        }
        return chosen;
    }

    /** The size that an element's attribute {@code bytes} chooses; empty without it. */
    static OptionalInt bytes(List<Payload> payloads, Values values) {
        if (!values.has("bytes")) {
            return OptionalInt.empty();
        }
        int given = values.bytes("bytes");
        if (payloads.stream().noneMatch(payload -> payload.bytes() == given)) {
            values.problem("no payload of this scenario has bytes=\"" + values.text("bytes", "") + "\"");
        }
        return OptionalInt.of(given);
    }
}
