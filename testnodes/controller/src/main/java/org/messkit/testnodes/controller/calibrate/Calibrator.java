// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.messkit.results.log.Calibration;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.element.LoadElement;
import org.messkit.testnodes.controller.scenario.element.Loads;
import org.messkit.usecases.Payload;

/**
 * Searches the levels at which services are to be measured, each service in a process of its own, with the settings that the
 * measurement will have. One thread.
 */
public final class Calibrator implements AutoCloseable {
    private static final int WARM_UP_USERS = 8;

    private final Scenario scenario;
    private final long seed;
    private final ProbeProcesses processes;

    /**
     * Makes one; nothing is started yet.
     *
     * @param scenario services, payloads, timing and JVMs; its levels do not count
     * @throws IllegalArgumentException if the machine does not have the cores that the scenario wants
     */
    public Calibrator(Home home, Rooms rooms, Scenario scenario, long seed) throws IOException {
        this.scenario = scenario;
        this.seed = seed;
        this.processes = new ProbeProcesses(home, rooms, scenario);
    }

    /**
     * What the search of one service and payload saw.
     *
     * @param levels to be measured
     * @param probes TPS of each level that was probed
     * @param doubt for the user, where two models disagree of the knee; does not name service and payload
     */
    public record Found(
            ServiceName service,
            Payload payload,
            List<Integer> levels,
            Map<Integer, Double> probes,
            Optional<String> doubt) {}

    /**
     * Searches one service.
     *
     * @param most highest level that may be driven
     * @param say told before each probe, a line for the user
     * @throws IOException if a process does not start, or the service cannot be driven
     */
    public List<Found> search(ServiceName name, int most, Consumer<String> say) throws IOException {
        List<Found> found = new ArrayList<>();
        try {
            Prober prober = new Prober(processes.service(name), name, processes.fleet(1), processes.nodeCores(), seed);
            say.accept(name + ": warming up");
            prober.warmUp(
                    scenario.payloads(),
                    Math.min(most, WARM_UP_USERS),
                    scenario.timing().warmup());
            processes.pinService();
            for (Payload payload : scenario.payloads()) {
                Search search = new Search(most, concurrency -> {
                    say.accept(name + " " + payload.bytes() + " B: " + concurrency + " CR");
                    return prober.tps(payload, concurrency);
                });
                List<Integer> levels = search.levels();
                Optional<String> doubt = search.knees()
                        .filter(Search.Knees::disagree)
                        .map(knees -> String.format(
                                Locale.ROOT,
                                "the knee is uncertain, at CR %.1f as probed and at %.0f by the law: both places are measured",
                                knees.seen(),
                                knees.law()));
                found.add(new Found(name, payload, levels, search.seen(), doubt));
            }
        } catch (IOException e) {
            throw processes.explained(name, e);
        }
        return found;
    }

    /** The scenario with what was found in place of its levels. */
    public static Scenario measuring(Scenario scenario, List<Found> found) {
        return scenario.under(new Loads(
                found.stream()
                        .map(f -> LoadElement.closed(
                                f.levels(), f.service().toString(), f.payload().bytes()))
                        .toList(),
                scenario.loads().rising()));
    }

    /** What was measured, with what the search was not sure of. */
    public static Calibration doubted(Calibration calibration, List<Found> found) {
        return new Calibration(
                calibration.run(),
                calibration.ranges().stream()
                        .map(range -> range.doubted(found.stream()
                                .filter(f -> f.service().toString().equals(range.service())
                                        && f.payload().bytes()
                                                == range.payload().bytes())
                                .flatMap(f -> f.doubt().stream())
                                .findFirst()))
                        .toList());
    }

    /** Ends what it started. */
    @Override
    public void close() {
        processes.close();
    }
}
