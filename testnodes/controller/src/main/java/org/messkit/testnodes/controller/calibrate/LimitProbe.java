// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.messkit.results.log.Rules;
import org.messkit.results.series.Interval;
import org.messkit.results.series.Quantiles;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Ceiling;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.usecases.Payload;

/**
 * Asks what limits a level by changing one thing: the same users from two TestNodes in place of one, and the null service in place of the
 * service. The two are driven in turn against one process, pair by pair, so that what drifts does not tell. One thread.
 */
public final class LimitProbe implements AutoCloseable {
    private static final int PAIRS = 6;

    private final Scenario scenario;
    private final long seed;
    private final ProbeProcesses processes;

    /**
     * What came of it.
     *
     * @param tps with one TestNode, median
     * @param consumerBusy share of its cores that the TestNode used, median
     * @param second TPS with two TestNodes over that with one, geometric mean with its 95 % interval
     * @param ownCores whether the second TestNode had cores of its own
     * @param ceiling TPS of the null service at the same level and size, median; empty where it is the null service that is probed
     */
    public record Result(double tps, double consumerBusy, Interval second, boolean ownCores, Optional<Double> ceiling) {
        /** Whether the TestNode is a limit. */
        private enum TestNode {
            LIMIT("the TestNode is a limit here: add TestNodes, or give it more cores"),
            NO_LIMIT("the TestNode is not the limit"),
            UNTRIED("not decided: the TestNode keeps its cores busy, and more cores were not tried"),
            UNDECIDED("not decided: probe again while nothing else runs");

            private final String words;

            TestNode(String words) {
                this.words = words;
            }
        }

        /** What a user may conclude. */
        public List<String> words() {
            String where = ownCores() ? "on cores of its own" : "on the same cores, so that more cores were not tried";
            String node = String.format(
                    Locale.ROOT,
                    "one TestNode: %.1f TPS, its cores %.0f %% busy with it%n"
                            + "a second TestNode, %s: TPS x %.3f (95 %% interval %.3f to %.3f): %s",
                    tps(),
                    100 * consumerBusy(),
                    where,
                    second.estimate(),
                    second.low(),
                    second.high(),
                    testNode().words);
            if (ceiling().isEmpty()) {
                return List.of(node);
            }
            double share = tps() / ceiling().get();
            return List.of(
                    node,
                    String.format(
                            Locale.ROOT,
                            "the null service at the same load: %.1f TPS, of which this is %.0f %%: %s",
                            ceiling().get(),
                            100 * share,
                            ofTheRig(share)));
        }

        private TestNode testNode() {
            if (second.low() > 1 + Rules.PROBE_EQUAL.value()) {
                return TestNode.LIMIT;
            }
            if (second.high() >= 1 + Rules.PROBE_EQUAL.value()) {
                return TestNode.UNDECIDED;
            }
            return !ownCores() && consumerBusy() > Rules.NODE_BUSY.value() ? TestNode.UNTRIED : TestNode.NO_LIMIT;
        }

        /** That it is the service may be said only where it is not the TestNode: the null service asks less of that, too. */
        private String ofTheRig(double share) {
            if (share > Rules.NEAR_CEILING.value()) {
                return "near what the rig can do, so it says little of the service";
            }
            return testNode() == TestNode.NO_LIMIT
                    ? "the rig can do more, so it is the service"
                    : "the rig can do more, but that it is the service is not said while the TestNode may be a limit";
        }
    }

    /**
     * Makes one; nothing is started yet.
     *
     * @param scenario one payload; its timing and JVMs
     * @throws IllegalArgumentException if the machine does not have the cores that the scenario wants
     */
    public LimitProbe(Home home, Rooms rooms, Scenario scenario, long seed) throws IOException {
        this.scenario = scenario;
        this.seed = seed;
        this.processes = new ProbeProcesses(home, rooms, scenario);
    }

    /**
     * Probes one level.
     *
     * @param say told what is being done, a line for the user
     * @throws IOException if a process does not start, or answers fail
     */
    public Result probe(ServiceName name, int concurrency, Consumer<String> say) throws IOException {
        Payload payload = scenario.payloads().get(0);
        try {
            say.accept(name + ": warming up");
            ServiceProcess service = processes.service(name);
            Prober two = new Prober(service, name, processes.fleet(2), processes.nodeCores(), seed);
            Prober one = new Prober(service, name, processes.fleet(1), processes.nodeCores(), seed);
            two.warmUp(List.of(payload), concurrency, scenario.timing().warmup());
            processes.pinService();
            two.probe(payload, concurrency);
            double[] ratios = new double[PAIRS];
            double[] tps = new double[PAIRS];
            double[] busy = new double[PAIRS];
            for (int pair = 0; pair < PAIRS; pair++) {
                say.accept(name + ": one TestNode and two, pair " + (pair + 1) + " of " + PAIRS);
                boolean twoFirst = pair % 2 == 1;
                Prober.Seen first = right(name, (twoFirst ? two : one).probe(payload, concurrency));
                Prober.Seen second = right(name, (twoFirst ? one : two).probe(payload, concurrency));
                Prober.Seen alone = twoFirst ? second : first;
                Prober.Seen both = twoFirst ? first : second;
                ratios[pair] = Math.log(both.tps() / alone.tps());
                tps[pair] = alone.tps();
                busy[pair] = alone.consumerBusy();
            }
            return new Result(
                    Quantiles.of(tps, 0.5),
                    Quantiles.of(busy, 0.5),
                    Interval.ofRatios(ratios),
                    processes.hasSpareCores(),
                    ceiling(name, payload, concurrency, say));
        } catch (IOException e) {
            throw processes.explained(name, e);
        }
    }

    private Optional<Double> ceiling(ServiceName name, Payload payload, int concurrency, Consumer<String> say)
            throws IOException {
        if (Ceiling.asksNothing(name)) {
            return Optional.empty();
        }
        say.accept(Ceiling.SERVICE + ": the same load on the null service");
        Payload same = Payload.ofBytes(payload.bytes());
        Prober prober = new Prober(
                processes.service(Ceiling.SERVICE), Ceiling.SERVICE, processes.fleet(1), processes.nodeCores(), seed);
        prober.warmUp(List.of(same), concurrency, scenario.timing().warmup());
        processes.pinService();
        double[] tps = new double[PAIRS / 2];
        for (int i = 0; i < tps.length; i++) {
            tps[i] = right(Ceiling.SERVICE, prober.probe(same, concurrency)).tps();
        }
        return Optional.of(Quantiles.of(tps, 0.5));
    }

    private static Prober.Seen right(ServiceName name, Prober.Seen seen) throws IOException {
        if (seen.wrong() || seen.tps() == 0) {
            throw new IOException(name + " answers wrong or not at all at this level");
        }
        return seen;
    }

    /** Ends what it started. */
    @Override
    public void close() {
        processes.close();
    }
}
