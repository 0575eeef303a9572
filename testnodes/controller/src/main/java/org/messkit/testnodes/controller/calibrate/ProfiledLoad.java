// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.messkit.results.profile.Profile;
import org.messkit.results.series.Interval;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.profile.Sampler;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.usecases.Payload;

/**
 * Samples service processes under the load of a run: moments with the profiler and moments without, in turn against one warm process, so
 * that what the profiler costs is known. One thread.
 */
public final class ProfiledLoad implements AutoCloseable {
    private static final int PAIRS = 6;

    private final Scenario scenario;
    private final long seed;
    private final Bench bench;

    /**
     * Makes one; nothing is started yet.
     *
     * @param scenario its timing and JVMs
     * @throws IllegalArgumentException if the machine does not have the cores that the scenario wants
     */
    public ProfiledLoad(Home home, Rooms rooms, Scenario scenario, long seed) throws IOException {
        this.scenario = scenario;
        this.seed = seed;
        this.bench = new Bench(home, rooms, scenario);
    }

    /**
     * Samples one service at one level.
     *
     * @param folder of the profile
     * @param prefix of the recordings' names, within the folder
     * @param say told what is being done, a line for the user
     * @throws IOException if a process does not start, cannot be profiled, or answers fail
     */
    public Profile.Loaded record(
            ServiceName name, Payload payload, int concurrency, Path folder, String prefix, Consumer<String> say)
            throws IOException {
        try {
            say.accept(name + ", " + payload.bytes() + " bytes, CR " + concurrency + ": warming up");
            Sampler sampler = Sampler.find(folder.resolve("logs/profiler"), Jvm.own());
            ServiceProcess service = bench.service(name);
            Prober prober = new Prober(service, name, bench.nodes(1), bench.nodeCores(), seed);
            prober.warmUp(List.of(payload), concurrency, scenario.timing().warmup());
            bench.pinService();
            prober.probe(payload, concurrency);
            double[] slower = new double[PAIRS];
            double[] tps = new double[PAIRS];
            List<String> recordings = new ArrayList<>();
            Duration processor = Duration.ZERO;
            long transactions = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                say.accept(name + ": with the profiler and without, pair " + (pair + 1) + " of " + PAIRS);
                String recording = prefix + "-" + (pair + 1) + ".jfr";
                recordings.add(recording);
                boolean sampledFirst = pair % 2 == 1;
                double sampled = 0;
                if (sampledFirst) {
                    sampled = sampled(prober, sampler, payload, concurrency, folder.resolve(recording));
                }
                Duration before = processor(service);
                long counted = service.requests();
                tps[pair] = right(name, prober.probe(payload, concurrency)).tps();
                processor = processor.plus(processor(service)).minus(before);
                transactions += service.requests() - counted;
                if (!sampledFirst) {
                    sampled = sampled(prober, sampler, payload, concurrency, folder.resolve(recording));
                }
                slower[pair] = Math.log(tps[pair] / sampled);
            }
            Interval cost = LimitProbe.ratio(slower);
            return new Profile.Loaded(
                    name.toString(),
                    payload.bytes(),
                    concurrency,
                    LimitProbe.median(tps),
                    processor.toNanos() / 1e3 / transactions,
                    new Profile.Bounds(cost.estimate() - 1, cost.low() - 1, cost.high() - 1),
                    recordings);
        } catch (IOException e) {
            throw bench.explained(name, e);
        }
    }

    private static double sampled(Prober prober, Sampler sampler, Payload payload, int concurrency, Path recording)
            throws IOException {
        ProcessHandle process = prober.service().handle();
        sampler.start(process, Jvm.own(), recording);
        try {
            return right(prober.name(), prober.probe(payload, concurrency)).tps();
        } finally {
            sampler.stop(process, Jvm.own(), recording);
        }
    }

    private static Duration processor(ServiceProcess service) throws IOException {
        return service.handle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IOException("the processor time of the service cannot be read"));
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
        bench.close();
    }
}
