// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Element;
import org.messkit.testnodes.controller.scenario.element.Expect;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.LoadReader;
import org.messkit.testnodes.controller.scenario.element.Loads;
import org.messkit.testnodes.controller.scenario.element.PayloadElement;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.Steady;
import org.messkit.testnodes.controller.scenario.element.StoreElement;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.testnodes.controller.scenario.xml.Node;
import org.messkit.testnodes.controller.scenario.xml.NodeReader;
import org.messkit.testnodes.controller.scenario.xml.Problem;
import org.messkit.testnodes.controller.scenario.xml.Values;
import org.messkit.usecases.Payload;

/** Reads scenario files. Everything that is wrong with a file is said at once, each with its place. */
public final class ScenarioReader {
    private final String file;
    private final Rooms rooms;
    private final List<Problem> problems = new ArrayList<>();

    private ScenarioReader(String file, Rooms rooms) {
        this.file = file;
        this.rooms = rooms;
    }

    /**
     * Reads a file.
     *
     * @param bytes the file
     * @param file its name, for messages
     * @param rooms from which its services are chosen
     * @throws ScenarioException with all problems
     */
    public static Scenario read(byte[] bytes, String file, Rooms rooms) throws ScenarioException {
        ScenarioReader reader = new ScenarioReader(file, rooms);
        return reader.checked(new NodeReader(file, reader.problems).read(bytes));
    }

    /** Reads what stands in no file, likewise. */
    public static Scenario read(Node root, String name, Rooms rooms) throws ScenarioException {
        return new ScenarioReader(name, rooms).checked(root);
    }

    private Scenario checked(Node root) throws ScenarioException {
        Scenario scenario = root == null ? null : scenario(root);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new ScenarioException(problems);
        }
        return scenario;
    }

    private Scenario scenario(Node root) {
        Values values = new Values(root, file, problems);
        if (!root.name().equals("scenario")) {
            values.problem("the root element must be <scenario>, got: <" + root.name() + ">");
            return null;
        }
        new Vocabulary(file, problems).check(root);
        String name = root.attributes().getOrDefault("name", "");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            values.problem("name must be 1 to 64 letters, digits, dots, dashes or underscores, got: " + name);
        }
        List<ServiceName> services = services(root);
        List<Payload> payloads = payloads(root, services);
        Node goal = one(root, "goal", false);
        Node steady = one(root, Steady.ELEMENT.name(), false);
        Timing timing = read(root, Timing.ELEMENT, Timing.DEFAULT)
                .with(steady == null ? Optional.empty() : Optional.of(Steady.ELEMENT.read(values(steady))));
        OptionalLong seed = seed(root, values);
        Loads loads = new LoadReader(services, payloads, file, problems).read(root, timing.window());
        List<Expect> expectations = new ArrayList<>();
        for (Node node : root.children(Expect.NAME)) {
            expectations.addAll(Expect.read(services, payloads, loads, values(node)));
        }
        return new Scenario(
                name,
                goal == null ? "" : goal.text().strip(),
                seed,
                services,
                payloads,
                loads,
                timing,
                read(root, Budget.ELEMENT, Budget.NONE),
                read(root, ServiceJvm.ELEMENT, ServiceJvm.DEFAULT),
                read(root, TestNodeJvm.ELEMENT, TestNodeJvm.DEFAULT),
                read(root, Limits.ELEMENT, Limits.STRICT),
                read(root, StoreElement.ELEMENT, StoreElement.DEFAULT),
                expectations);
    }

    private <T> T read(Node root, Element<T> element, T otherwise) {
        Node node = one(root, element.name(), false);
        return node == null ? otherwise : element.read(values(node));
    }

    private Values values(Node node) {
        return new Values(node, file, problems);
    }

    private OptionalLong seed(Node root, Values values) {
        String seed = root.attributes().get("seed");
        if (seed == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(seed.strip()));
        } catch (NumberFormatException e) {
            values.problem("seed must be a whole number, got: " + seed);
            return OptionalLong.empty();
        }
    }

    private List<ServiceName> services(Node root) {
        Set<ServiceName> chosen = new LinkedHashSet<>();
        Node services = one(root, "services", true);
        if (services == null) {
            return List.of();
        }
        for (String pattern : words(services)) {
            try {
                chosen.addAll(rooms.matching(pattern));
            } catch (IllegalArgumentException e) {
                problem(services, e.getMessage());
            }
        }
        if (words(services).isEmpty()) {
            problem(services, "<services> must name at least one service");
        }
        return List.copyOf(chosen);
    }

    private List<Payload> payloads(Node root, List<ServiceName> services) {
        List<String> useCases =
                services.stream().map(ServiceName::useCase).distinct().toList();
        List<Payload> payloads = new ArrayList<>();
        List<Node> nodes = root.children(PayloadElement.ELEMENT.name());
        for (Node node : nodes) {
            Values values = values(node);
            PayloadElement.given(values).ifPresent(payload -> {
                PayloadElement.check(payload, useCases, payloads, values);
                payloads.add(payload);
            });
        }
        if (nodes.isEmpty()) {
            problem(root, "a scenario needs at least one <payload bytes=\"…\"/>");
        }
        return payloads;
    }

    private Node one(Node root, String name, boolean needed) {
        List<Node> nodes = root.children(name);
        if (nodes.isEmpty() && needed) {
            problem(root, "a scenario needs <" + name + ">");
        }
        if (nodes.size() > 1) {
            problem(nodes.get(1), "<" + name + "> stands more than once");
        }
        return nodes.isEmpty() ? null : nodes.get(0);
    }

    private static List<String> words(Node node) {
        String text = node.text().strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    private void problem(Node node, String message) {
        values(node).problem(message);
    }
}
