// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;
import org.messkit.usecases.Workload;

/** Reads scenario files. Everything that is wrong with a file is said at once, each with its place. */
public final class ScenarioReader {
    private static final Scenario.Timing DEFAULT_TIMING = new Scenario.Timing(
            Duration.ofSeconds(15), Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(3), 1, false);
    private static final Scenario.Steady DEFAULT_STEADY = new Scenario.Steady(0.02, Duration.ofSeconds(60));
    private static final Scenario.ServiceJvm DEFAULT_SERVICE =
            new Scenario.ServiceJvm("512m", "Parallel", 0, 200, List.of());
    private static final Scenario.TestNodeJvm DEFAULT_NODE = new Scenario.TestNodeJvm("512m", 0);
    private static final int LEAST_THREADS = 8;
    private static final int LARGEST_PAYLOAD = 25_000_000;

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
        return new ScenarioReader(file, rooms).read(bytes);
    }

    private Scenario read(byte[] bytes) throws ScenarioException {
        Node root = new NodeReader(file, problems).read(bytes);
        Scenario scenario = root == null ? null : scenario(root);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new ScenarioException(problems);
        }
        return scenario;
    }

    private Scenario scenario(Node root) {
        Values values = new Values(root, file, problems);
        if (!root.name.equals("scenario")) {
            values.problem("the root element must be <scenario>, got: <" + root.name + ">");
            return null;
        }
        new Vocabulary(file, problems).check(root);
        String name = root.attributes.getOrDefault("name", "");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            values.problem("name must be 1 to 64 letters, digits, dots, dashes or underscores, got: " + name);
        }
        List<ServiceName> services = services(root);
        List<Payload> payloads = payloads(root, services);
        Node goal = one(root, "goal", false);
        Scenario.Timing timing = timing(root);
        Scenario scenario = new Scenario(
                name,
                goal == null ? "" : goal.text.toString().strip(),
                seed(root, values),
                services,
                payloads,
                new LoadReader(services, payloads, file, problems).read(root, timing.window()),
                timing,
                budget(root),
                serviceJvm(root),
                testNode(root),
                limits(root),
                workload(root),
                List.of());
        List<Scenario.Expect> expectations = new ArrayList<>();
        for (Node node : all(root, "expect")) {
            expectations.addAll(new ExpectReader(scenario, node, new Values(node, file, problems)).read());
        }
        return scenario.expecting(expectations);
    }

    private OptionalLong seed(Node root, Values values) {
        String seed = root.attributes.get("seed");
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
        List<Payload> payloads = new ArrayList<>();
        for (Node node : all(root, "payload")) {
            Values values = new Values(node, file, problems);
            int bytes = values.bytes("bytes");
            Payload payload = new Payload(
                    Math.max(0, bytes),
                    values.whole("elements", 1, 0),
                    values.whole("depth", 1, 0),
                    values.share("share", -1),
                    values.share("invalid", -1),
                    AnswerSize.labelled(values.oneOf("answer", Set.of("summary", "full"), "summary")));
            if (bytes < 0) {
                continue;
            }
            services.stream().map(ServiceName::useCase).distinct().forEach(useCase -> problems(useCase, payload)
                    .forEach(values::problem));
            if (bytes > LARGEST_PAYLOAD) {
                values.problem(
                        "bytes must be at most " + LARGEST_PAYLOAD + ", which services take by default, got: " + bytes);
            }
            if (payloads.stream().anyMatch(other -> alike(other, payload))) {
                values.problem(
                        "a payload of the same bytes, elements, depth and answer stands twice: results could not tell them"
                                + " apart");
            }
            payloads.add(payload);
        }
        if (all(root, "payload").isEmpty()) {
            problem(root, "a scenario needs at least one <payload bytes=\"…\"/>");
        }
        return payloads;
    }

    private static boolean alike(Payload one, Payload other) {
        return one.bytes() == other.bytes()
                && one.elements() == other.elements()
                && one.depth() == other.depth()
                && one.answer() == other.answer();
    }

    private static List<String> problems(String useCase, Payload payload) {
        try {
            return UseCases.named(useCase).problems(payload).stream()
                    .map(problem -> useCase + ": " + problem)
                    .toList();
        } catch (IllegalArgumentException e) {
            // A room may name a use case that this kit has no generator for.
            return List.of(e.getMessage());
        }
    }

    private Workload workload(Node root) {
        Node node = one(root, "store", false);
        if (node == null) {
            return Scenario.DEFAULT_WORKLOAD;
        }
        Values values = new Values(node, file, problems);
        Workload workload = new Workload(
                values.whole("orders", 0, Scenario.DEFAULT_WORKLOAD.orders()),
                node.attributes.getOrDefault("mix", "").strip());
        try {
            UseCases.all().forEach(useCase -> useCase.with(workload));
        } catch (IllegalArgumentException e) {
            values.problem(e.getMessage());
        }
        return workload;
    }

    private Scenario.Timing timing(Node root) {
        Optional<Scenario.Steady> steady = steady(root);
        Node node = one(root, "timing", false);
        if (node == null) {
            return new Scenario.Timing(
                    DEFAULT_TIMING.warmup(),
                    steady,
                    DEFAULT_TIMING.settle(),
                    DEFAULT_TIMING.window(),
                    DEFAULT_TIMING.forks(),
                    DEFAULT_TIMING.anchored());
        }
        Values values = new Values(node, file, problems);
        return new Scenario.Timing(
                values.duration("warmup", DEFAULT_TIMING.warmup()),
                steady,
                values.duration("settle", DEFAULT_TIMING.settle()),
                values.positiveDuration("window", DEFAULT_TIMING.window()),
                values.whole("forks", 1, DEFAULT_TIMING.forks()),
                values.oneOf("anchor", Set.of("none", "repeated"), "none").equals("repeated"));
    }

    private Optional<Scenario.Steady> steady(Node root) {
        Node node = one(root, "steady", false);
        if (node == null) {
            return Optional.empty();
        }
        Values values = new Values(node, file, problems);
        Scenario.Steady steady = new Scenario.Steady(
                values.share("tolerance", DEFAULT_STEADY.tolerance()),
                values.positiveDuration("cap", DEFAULT_STEADY.cap()));
        if (steady.tolerance() == 0) {
            values.problem("tolerance must be above 0");
        }
        return Optional.of(steady);
    }

    private Scenario.Budget budget(Node root) {
        Node node = one(root, "budget", false);
        if (node == null) {
            return Scenario.Budget.NONE;
        }
        Values values = new Values(node, file, problems);
        if (!node.attributes.containsKey("time") && !node.attributes.containsKey("precision")) {
            values.problem("<budget> needs time, precision or both");
        }
        double precision = values.share("precision", -1);
        if (precision == 0) {
            values.problem("precision must be above 0");
        }
        return new Scenario.Budget(
                node.attributes.containsKey("time")
                        ? Optional.of(values.positiveDuration("time", Duration.ofHours(1)))
                        : Optional.empty(),
                precision < 0 ? OptionalDouble.empty() : OptionalDouble.of(precision));
    }

    private Scenario.ServiceJvm serviceJvm(Node root) {
        Node node = one(root, "service-jvm", false);
        if (node == null) {
            return DEFAULT_SERVICE;
        }
        Values values = new Values(node, file, problems);
        return new Scenario.ServiceJvm(
                values.heap("heap", DEFAULT_SERVICE.heap()),
                values.oneOf("gc", JvmSettings.COLLECTORS, DEFAULT_SERVICE.gc()),
                values.whole("cores", 1, 0),
                values.whole("threads", LEAST_THREADS, DEFAULT_SERVICE.threads()),
                values.properties("properties"),
                values.jvms("java"));
    }

    private Scenario.TestNodeJvm testNode(Node root) {
        Node node = one(root, "testnode", false);
        if (node == null) {
            return DEFAULT_NODE;
        }
        Values values = new Values(node, file, problems);
        return new Scenario.TestNodeJvm(
                values.heap("heap", DEFAULT_NODE.heap()), values.whole("cores", 1, 0), values.whole("link-mbit", 1, 0));
    }

    private Scenario.Limits limits(Node root) {
        Node node = one(root, "limits", false);
        if (node == null) {
            return Scenario.Limits.STRICT;
        }
        Values values = new Values(node, file, problems);
        return new Scenario.Limits(
                values.share("errors", 0),
                values.oneOf("other-work", Set.of("accepted", "refused"), "refused")
                        .equals("accepted"),
                values.oneOf("ceiling", Set.of("measured", "none"), "measured").equals("measured"));
    }

    private Node one(Node root, String name, boolean needed) {
        List<Node> nodes = all(root, name);
        if (nodes.isEmpty() && needed) {
            problem(root, "a scenario needs <" + name + ">");
        }
        if (nodes.size() > 1) {
            problem(nodes.get(1), "<" + name + "> stands more than once");
        }
        return nodes.isEmpty() ? null : nodes.get(0);
    }

    private static List<Node> all(Node root, String name) {
        return root.children.stream().filter(child -> child.name.equals(name)).toList();
    }

    private static List<String> words(Node node) {
        String text = node.text.toString().strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    private void problem(Node node, String message) {
        problems.add(new Problem(message, file, node.line, node.column));
    }
}
