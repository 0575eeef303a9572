// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.messkit.testnodes.controller.room.Rooms;

/** What is read and written is read again as the same, and drawn and planned as the same. */
class RoundTripTest {
    private static final int GENERATED = 1000;

    @ParameterizedTest
    @MethodSource("org.messkit.testnodes.controller.scenario.ScenarioSchemaTest#shipped")
    void aShippedScenarioStaysWhatItIs(Path file) throws Exception {
        roundTrip(Files.readAllBytes(file), ScenarioSchemaTest.roomsOfTheKit(file));
    }

    @Test
    void aThousandDrawnScenariosStayWhatTheyAre() throws Exception {
        for (int seed = 1; seed <= GENERATED; seed++) {
            String drawn = new Drawn(new Random(seed)).scenario();
            try {
                roundTrip(drawn.getBytes(StandardCharsets.UTF_8), SampleRooms.ALL);
            } catch (ScenarioException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + drawn, e);
            }
        }
    }

    private static void roundTrip(byte[] file, Rooms rooms) throws ScenarioException {
        Plan plan = Plan.of(ScenarioReader.read(file, "s.xml", rooms), 4711);
        Scenario again = ScenarioReader.read(ScenarioWriter.resolved(plan), "resolved.xml", rooms);
        // Without a seed a run draws its own, and records it.
        assertEquals(plan.scenario().seeded(plan.seed()), again);
        assertEquals(plan.visits(), Plan.of(again, 1).visits());
    }

    /** Draws elements and attributes that are valid together. */
    private record Drawn(Random random) {
        private static final List<String> SERVICES =
                List.of("tv-dinner/jaxb@soap11", "tv-dinner/jaxb@pox", "tv-dinner/jaxb+full@pox", "null/baseline@pox");

        String scenario() {
            List<String> services =
                    SERVICES.stream().filter(name -> random.nextBoolean()).toList();
            services = services.isEmpty() ? SERVICES.subList(0, 1) : services;
            List<Integer> sizes = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                    .mapToObj(i -> 5000 * i)
                    .toList();
            List<String> elements = new ArrayList<>();
            elements.add("<services>" + String.join(" ", services) + "</services>");
            sizes.forEach(bytes -> elements.add(element("payload", Map.of("bytes", "" + bytes), payload())));
            elements.add(element(
                    "closed", Map.of("concurrency", levels()), some(Map.of("order", oneOf("drawn", "rising")))));
            if (random.nextBoolean()) {
                elements.add(element(
                        "closed",
                        Map.of(
                                "concurrency", levels(),
                                "services", services.get(0),
                                "bytes", "" + sizes.get(0)),
                        Map.of()));
            }
            if (random.nextBoolean()) {
                elements.add(element("open", some(Map.of("peak-share", "0.5 0.8")), open()));
            }
            elements.addAll(settings());
            elements.addAll(expectations(services.get(0), sizes.get(0)));
            java.util.Collections.shuffle(elements, random);
            String seed = random.nextBoolean() ? " seed='" + random.nextLong() + "'" : "";
            return "<scenario xmlns='urn:messkit:scenario:1' name='drawn'" + seed + ">" + String.join("\n", elements)
                    + "</scenario>";
        }

        private Map<String, String> payload() {
            // Sizes and depth that any of the services' use cases can make.
            return some(Map.of("answer", oneOf("summary", "full"), "share", oneOf("0", "1")));
        }

        private Map<String, String> open() {
            Map<String, String> open = new TreeMap<>(some(Map.of(
                    "arrivals", oneOf("poisson", "uniform"),
                    "connections", "" + (1 + random.nextInt(99)),
                    "backlog", "" + (1 + random.nextInt(9999)),
                    "ramp", time(),
                    "window", time())));
            open.put("rate", (1 + random.nextInt(9)) + ".25 100 250.5");
            return open;
        }

        private List<String> settings() {
            List<String> all = List.of(
                    "<goal>Is 1 &lt; 2 &amp; \"so\"?</goal>",
                    element(
                            "timing",
                            Map.of(),
                            some(Map.of(
                                    "warmup", time(),
                                    "settle", time(),
                                    "window", time(),
                                    "forks", "" + (1 + random.nextInt(4)),
                                    "anchor", oneOf("none", "repeated")))),
                    element(
                            "steady",
                            Map.of(),
                            some(Map.of("tolerance", "0." + (1 + random.nextInt(98)), "cap", time()))),
                    element(
                            "budget",
                            Map.of("time", time()),
                            some(Map.of("precision", "0.0" + (1 + random.nextInt(9))))),
                    element(
                            "service-jvm",
                            Map.of(),
                            some(Map.of(
                                    "heap", (1 + random.nextInt(4096)) + oneOf("m", "k", "G"),
                                    "gc", oneOf("Parallel", "G1", "Serial"),
                                    "cores", "" + (1 + random.nextInt(8)),
                                    "threads", "" + (8 + random.nextInt(500)),
                                    "properties", "messkit.xml.max-depth=7 messkit.synthetic.cap=1.5"))),
                    element(
                            "testnode",
                            Map.of(),
                            some(Map.of("heap", "1g", "cores", "" + (1 + random.nextInt(8)), "link-mbit", "1000"))),
                    element(
                            "store",
                            Map.of(),
                            some(Map.of("orders", "" + random.nextInt(999), "mix", "insert 10 get 90"))),
                    element(
                            "limits",
                            Map.of(),
                            some(Map.of(
                                    "errors", number(),
                                    "other-work", oneOf("accepted", "refused"),
                                    "ceiling", oneOf("measured", "none")))));
            return all.stream().filter(element -> random.nextBoolean()).toList();
        }

        private List<String> expectations(String service, int bytes) {
            List<String> expectations = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                expectations.add(element(
                        "expect",
                        Map.of("tps", (1 + random.nextInt(999)) + ".5"),
                        some(Map.of(
                                "services",
                                service,
                                "bytes",
                                "" + bytes,
                                "p99-ms",
                                "20",
                                "errors",
                                number(),
                                "abort",
                                oneOf("true", "false")))));
            }
            return expectations;
        }

        private String levels() {
            return random.ints(1 + random.nextInt(5), 1, 200)
                    .distinct()
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(" "));
        }

        private String time() {
            return (100 + random.nextInt(900)) + oneOf("ms", "s", "m", "min", "h");
        }

        private String number() {
            return "0." + random.nextInt(1000);
        }

        private String oneOf(String... words) {
            return words[random.nextInt(words.length)];
        }

        private Map<String, String> some(Map<String, String> attributes) {
            Map<String, String> some = new TreeMap<>();
            new TreeMap<>(attributes).forEach((name, value) -> {
                if (random.nextBoolean()) {
                    some.put(name, value);
                }
            });
            return some;
        }

        private static String element(String name, Map<String, String> needed, Map<String, String> more) {
            Map<String, String> all = new TreeMap<>(needed);
            all.putAll(more);
            return all.entrySet().stream()
                    .map(a -> " " + a.getKey() + "='" + a.getValue() + "'")
                    .collect(Collectors.joining("", "<" + name, "/>"));
        }
    }
}
