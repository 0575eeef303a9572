// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.scenario.element.Steady;
import org.messkit.testnodes.fleet.Intervals;
import org.messkit.testnodes.monitor.CoreSpeed;
import org.messkit.usecases.Payload;

/**
 * Keeps a service under load, its payloads in turn: first until its compilers rest, at most for half of the cap, then until it has
 * settled, at most until the cap. Only decisions are taken from it. Made for one visit, when it begins. Not thread-safe.
 */
final class Settling {
    private final List<Payload> payloads;
    private final Steady steady;
    private final ServiceProcess service;
    private final CoreSpeed coreSpeed;
    private final SliceLoad load;
    private final long start = System.nanoTime();

    /** Drives slices of load. */
    interface SliceLoad {
        /** Two seconds of a payload, in short intervals of service time. */
        void slice(Payload payload, Intervals intervals) throws IOException;
    }

    /** What ended in an interval, and its middle. */
    private record Timed(long epochMicros, WarmUpSeries.Interval interval) {}

    Settling(List<Payload> payloads, Steady steady, ServiceProcess service, CoreSpeed coreSpeed, SliceLoad load) {
        this.payloads = payloads;
        this.steady = steady;
        this.service = service;
        this.coreSpeed = coreSpeed;
        this.load = load;
    }

    /** Waits for the compilers, at most for half of the cap. */
    void compile() throws IOException {
        new CompilerRest(service, steady.cap().dividedBy(2)).await(this::turn);
    }

    /**
     * Waits for the steady state.
     *
     * @return empty once it is reached, else why it is not, for the user
     */
    Optional<String> settle() throws IOException {
        List<List<Timed>> slices = new ArrayList<>();
        SteadyWait wait = new SteadyWait(steady.tolerance(), service.metrics());
        long from = epochMicros();
        CoreSpeedSteps pace = CoreSpeedSteps.of(List.of());
        while (nanosLeft() > 0) {
            slices.addAll(turn());
            pace = CoreSpeedSteps.of(coreSpeed.between(from, epochMicros()));
            if (wait.check(series(slices, pace), service.metrics())) {
                return Optional.empty();
            }
        }
        return Optional.of("not settled after " + steady.cap().toSeconds() + " s: " + wait.why() + pace.remark());
    }

    /** Times as they would be if the cores had kept their speed. */
    private WarmUpSeries series(List<List<Timed>> slices, CoreSpeedSteps pace) {
        WarmUpSeries series = new WarmUpSeries(payloads.size());
        for (int i = 0; i < slices.size(); i++) {
            series.add(
                    i % payloads.size(),
                    slices.get(i).stream()
                            .map(timed -> timed.interval.over(pace.at(timed.epochMicros)))
                            .toList());
        }
        return series;
    }

    private List<List<Timed>> turn() throws IOException {
        List<List<Timed>> slices = new ArrayList<>();
        for (Payload payload : payloads) {
            List<Timed> intervals = new ArrayList<>();
            load.slice(
                    payload,
                    interval -> intervals.add(new Timed(
                            (interval.fromMillis() + interval.toMillis()) * 1000 / 2,
                            WarmUpSeries.Interval.of(interval.serviceTime()))));
            slices.add(intervals);
        }
        return slices;
    }

    private long nanosLeft() {
        return steady.cap().toNanos() - (System.nanoTime() - start);
    }

    private static long epochMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
