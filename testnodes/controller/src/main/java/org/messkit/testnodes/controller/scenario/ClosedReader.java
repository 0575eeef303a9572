// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.messkit.results.log.Calibration;
import org.messkit.services.spi.ServiceName;
import org.messkit.usecases.Payload;

/** Reads the elements {@code <closed>} of a scenario. */
final class ClosedReader {
    /** What such an element may say. */
    static final Set<String> ATTRIBUTES = Set.of("concurrency", "order", "services", "bytes", "calibration");

    private static final String CALIBRATED = "calibrated";

    private final List<ServiceName> services;
    private final List<Payload> payloads;
    private final String file;
    private final List<Problem> problems;

    ClosedReader(List<ServiceName> services, List<Payload> payloads, String file, List<Problem> problems) {
        this.services = services;
        this.payloads = payloads;
        this.file = file;
        this.problems = problems;
    }

    /** Closed load; what is wrong is added to the problems. */
    Scenario.Closed read(List<Node> nodes) {
        List<Integer> concurrency = List.of();
        List<Scenario.Levels> some = new ArrayList<>();
        boolean rising = false;
        int general = 0;
        for (Node node : nodes) {
            Values values = new Values(node, file, problems);
            rising |= values.oneOf("order", Set.of("drawn", "rising"), "drawn").equals("rising");
            String given = node.attributes.getOrDefault("concurrency", "").strip();
            boolean calibrated = given.equals(CALIBRATED);
            if (calibrated != node.attributes.containsKey("calibration")) {
                values.problem(
                        "concurrency=\"calibrated\" and calibration, the file that \"messkit calibrate\" wrote, stand"
                                + " together");
            } else if (calibrated) {
                some.addAll(calibrated(node, values));
            } else if (node.attributes.containsKey("services") || node.attributes.containsKey("bytes")) {
                some.add(new Scenario.Levels(
                        Names.matching(services, node, values),
                        Names.bytes(payloads, node, values),
                        levels(given, values)));
            } else {
                if (++general > 1) {
                    values.problem("<closed> stands more than once, without services or bytes");
                }
                concurrency = levels(given, values);
            }
        }
        return new Scenario.Closed(concurrency, some, rising);
    }

    private static List<Integer> levels(String given, Values values) {
        Set<Integer> levels = new TreeSet<>();
        if (given.isEmpty()) {
            values.problem("<closed> needs concurrency");
            return List.of();
        }
        for (String word : given.split("\\s+")) {
            int level = values.wholeNumber("concurrency", word, 1, 0);
            if (level > 0 && !levels.add(level)) {
                values.problem("concurrency level " + word + " stands twice");
            }
        }
        return List.copyOf(levels);
    }

    private List<Scenario.Levels> calibrated(Node node, Values values) {
        String path = node.attributes.get("calibration");
        Calibration calibration;
        try {
            calibration = Calibration.read(Path.of(path).toAbsolutePath());
        } catch (IOException e) {
            values.problem("calibration: " + e.getMessage());
            return List.of();
        }
        List<Scenario.Levels> levels = new ArrayList<>();
        List<String> wanted = Names.matching(services, node, values);
        OptionalInt bytes = Names.bytes(payloads, node, values);
        for (String service : wanted) {
            for (Payload payload : payloads) {
                if (bytes.isPresent() && bytes.getAsInt() != payload.bytes()) {
                    continue;
                }
                calibration.ranges().stream()
                        .filter(range -> range.service().equals(service)
                                && range.payload().bytes() == payload.bytes())
                        .findFirst()
                        .ifPresentOrElse(
                                range -> levels.add(new Scenario.Levels(
                                        List.of(service),
                                        OptionalInt.of(payload.bytes()),
                                        range.levels(),
                                        range.doubt().map(doubt -> said(calibration, range, doubt)))),
                                () -> values.problem("calibration: " + path + " knows nothing of " + service + " with "
                                        + payload.bytes() + " bytes"));
            }
        }
        return levels;
    }

    /** Names the calibration by its run: its path is of this machine, and a run is made to be published. */
    private static String said(Calibration calibration, Calibration.Range range, String doubt) {
        return "The levels of " + range.service() + " with " + range.payload().bytes() + " bytes are those of "
                + calibration.run() + ", which says: " + doubt;
    }
}
