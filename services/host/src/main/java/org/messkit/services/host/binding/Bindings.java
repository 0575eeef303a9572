// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.server.Handler;
import org.messkit.services.spi.OwnServlet;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.Technology;

/** The bindings of a service port with the services behind them. */
public final class Bindings {
    private final List<ServiceName> services;
    private final Iterable<Technology> technologies;
    private final Engines engines = new Engines();
    private final Handler handler;

    /**
     * Makes the handlers of services and binds them.
     *
     * @throws IllegalArgumentException if a service is unknown to the technologies, or not to be had on its binding
     */
    public Bindings(List<ServiceName> services, Iterable<Technology> technologies) {
        this.services = services;
        this.technologies = technologies;
        this.handler = new Handler.Sequence(handlers());
    }

    /** What answers requests. */
    public Handler handler() {
        return handler;
    }

    /** Tells of an object that all services work with. */
    public void tell(String api, Object engine) {
        services.forEach(name -> engines.add(name.toString(), api, engine));
    }

    /** What the services work with: service, API, class and archive on a line, tabs between. */
    public String engines() {
        return engines.text();
    }

    private List<Handler> handlers() {
        Map<String, List<ServiceName>> byBinding = new TreeMap<>();
        for (ServiceName name : services) {
            byBinding.computeIfAbsent(name.binding(), b -> new ArrayList<>()).add(name);
        }
        List<Handler> handlers = new ArrayList<>();
        byBinding.forEach((label, names) -> Binding.named(label)
                .ifPresentOrElse(
                        binding -> handlers.add(binding.handler(served(names))),
                        () -> handlers.addAll(servlets(label, names))));
        return handlers;
    }

    /** The servlets of the technologies that bring that binding themselves. */
    private List<Handler> servlets(String binding, List<ServiceName> names) {
        Map<Technology, List<ServiceName>> byTechnology = new LinkedHashMap<>();
        for (ServiceName name : names) {
            byTechnology
                    .computeIfAbsent(technology(name.technology()), t -> new ArrayList<>())
                    .add(name);
        }
        List<Handler> handlers = new ArrayList<>();
        byTechnology.forEach((technology, served) -> handlers.add(technology
                .servlet(binding, served)
                .map(servlet -> {
                    Handler handler = ServletBinding.handler(binding, servlet, served);
                    for (ServiceName name : served) {
                        engines.add(name.toString(), "jakarta.servlet.Servlet", servlet(servlet));
                        servlet.engines().forEach((api, engine) -> engines.add(name.toString(), api, engine));
                    }
                    return handler;
                })
                .orElseThrow(() -> new IllegalArgumentException("there is no binding '" + binding + "'"))));
        return handlers;
    }

    private static Class<?> servlet(OwnServlet servlet) {
        try {
            return Class.forName(servlet.className());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no servlet " + servlet.className() + " in this room", e);
        }
    }

    private List<Service> served(List<ServiceName> names) {
        List<Service> served = names.stream()
                .map(name -> new Service(name, technology(name.technology()).handler(name.useCase(), name.variant())))
                .toList();
        served.forEach(engines::add);
        return served;
    }

    private Technology technology(String name) {
        List<String> known = new ArrayList<>();
        for (Technology technology : technologies) {
            if (technology.name().equals(name)) {
                return technology;
            }
            known.add(technology.name());
        }
        throw new IllegalArgumentException("technology '" + name + "' is not on this class path, only: " + known);
    }
}
