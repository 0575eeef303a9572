// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Kind;
import org.messkit.loads.Load;
import org.messkit.results.log.Calibration;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.scenario.xml.Node;
import org.messkit.testnodes.controller.scenario.xml.Problem;
import org.messkit.testnodes.controller.scenario.xml.Values;
import org.messkit.usecases.Payload;

/** Reads the elements of a scenario that ask for loads; what is wrong is added to the problems. */
public final class LoadReader {
    private static final String CALIBRATED = "calibrated";
    private static final String CALIBRATION = "calibration";
    private static final String CONCURRENCY = "concurrency";
    /** What {@code <closed>} may say beside its levels: for whom they are, in which order they run, where they come from. */
    private static final Set<String> SELECTING = Set.of("order", "services", "bytes", CALIBRATION);

    private final List<ServiceName> services;
    private final List<Payload> payloads;
    private final String file;
    private final List<Problem> problems;

    /** Makes one, for the services and payloads of the same scenario. */
    public LoadReader(List<ServiceName> services, List<Payload> payloads, String file, List<Problem> problems) {
        this.services = services;
        this.payloads = payloads;
        this.file = file;
        this.problems = problems;
    }

    /** What the element of a kind may say. */
    public static Set<String> attributes(Kind kind) {
        if (kind != ClosedLoad.KIND) {
            return kind.attributes();
        }
        Set<String> all = new TreeSet<>(kind.attributes());
        all.addAll(SELECTING);
        return all;
    }

    /** All loads below the root; the window is the scenario's own. */
    public Loads read(Node root, Duration window) {
        List<LoadElement> elements = new ArrayList<>();
        boolean rising = false;
        boolean broken = false;
        Kind.Beside beside =
                new Kind.Beside(window, !children(root, ClosedLoad.KIND).isEmpty());
        for (Kind kind : Load.kinds()) {
            int general = 0;
            for (Node node : children(root, kind)) {
                Values values = new Values(node, file, problems);
                rising |= values.oneOf("order", Set.of("drawn", "rising"), "drawn")
                        .equals("rising");
                boolean some = values.has("services") || values.has("bytes");
                boolean calibrated = values.text(CONCURRENCY, "").equals(CALIBRATED);
                if (calibrated != values.has(CALIBRATION)) {
                    values.problem(
                            "concurrency=\"calibrated\" and calibration, the file that \"messkit calibrate\" wrote, stand"
                                    + " together");
                } else if (calibrated) {
                    elements.addAll(calibrated(values));
                } else {
                    List<String> names = some ? Names.matching(services, values) : List.of();
                    OptionalInt bytes = some ? Names.bytes(payloads, values) : OptionalInt.empty();
                    List<Load> loads = kind.read(values, beside);
                    if (!some && ++general == 2) {
                        values.problem("<" + kind.model() + "> stands more than once"
                                + (kind == ClosedLoad.KIND ? ", without services or bytes" : ""));
                    }
                    if (loads.isEmpty()) {
                        broken = true;
                    } else {
                        elements.add(new LoadElement(loads, names, bytes, Optional.empty()));
                    }
                }
            }
        }
        Loads loads = new Loads(elements, rising);
        check(root, loads, broken);
        return loads;
    }

    /** Of an element that cannot be read nobody knows whose levels it has. */
    private void check(Node root, Loads loads, boolean broken) {
        boolean alone = Load.kinds().stream()
                .filter(kind -> kind != ClosedLoad.KIND)
                .anyMatch(kind -> children(root, kind).stream()
                        .anyMatch(node -> kind.standsAlone(new Values(node, file, problems))));
        if (children(root, ClosedLoad.KIND).isEmpty() && !alone) {
            problem(root, "a scenario needs <closed>");
        }
        if (!loads.has(ClosedLoad.KIND) || alone || broken) {
            return;
        }
        for (ServiceName service : services) {
            for (Payload payload : payloads) {
                if (loads.levels(service, payload).isEmpty()) {
                    problem(root, "no <closed> has levels for " + service + " with " + payload.bytes() + " bytes");
                }
            }
        }
    }

    private static List<Node> children(Node root, Kind kind) {
        return root.children(kind.model());
    }

    private void problem(Node node, String message) {
        new Values(node, file, problems).problem(message);
    }

    private List<LoadElement> calibrated(Values values) {
        String path = values.text(CALIBRATION, "");
        Calibration calibration;
        try {
            calibration = Calibration.read(Path.of(path).toAbsolutePath());
        } catch (IOException e) {
            values.problem("calibration: " + e.getMessage());
            return List.of();
        }
        List<LoadElement> levels = new ArrayList<>();
        List<String> wanted = Names.matching(services, values);
        OptionalInt bytes = Names.bytes(payloads, values);
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
                                range -> levels.add(new LoadElement(
                                        LoadElement.closed(range.levels()),
                                        List.of(service),
                                        OptionalInt.of(payload.bytes()),
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
