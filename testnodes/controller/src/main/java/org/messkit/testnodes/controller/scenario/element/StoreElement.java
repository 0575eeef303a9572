// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.messkit.testnodes.controller.scenario.xml.Values;
import org.messkit.usecases.UseCases;
import org.messkit.usecases.Workload;

/** {@code <store>}: what stateful services have beforehand, and what is done to it. */
public final class StoreElement implements Element<Workload> {
    /** Without the element. */
    public static final Workload DEFAULT = new Workload(200, "");

    /** The element. */
    public static final Element<Workload> ELEMENT = new StoreElement();

    private StoreElement() {}

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Set<String> attributes() {
        return Set.of("orders", "mix");
    }

    @Override
    public Workload read(Values values) {
        Workload workload = new Workload(values.whole("orders", 0, DEFAULT.orders()), values.text("mix", ""));
        try {
            UseCases.all().forEach(useCase -> useCase.with(workload));
        } catch (IllegalArgumentException e) {
            values.problem(e.getMessage());
        }
        return workload;
    }

    @Override
    public Map<String, String> write(Workload workload) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!workload.equals(DEFAULT)) {
            attributes.put("orders", Integer.toString(workload.orders()));
            if (!workload.mix().isEmpty()) {
                attributes.put("mix", workload.mix());
            }
        }
        return attributes;
    }

    @Override
    public Map<String, String> facts(Workload workload, Placed placed) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("orders beforehand", workload.orders() + " of each payload");
        facts.put("mix", workload.mix().isEmpty() ? "the use case's own" : workload.mix());
        return facts;
    }
}
