// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Samples the CPU time of one process ten times a second, so that its mean over any recent span can be asked for. Thread-safe.
 *
 * @implNote the kernel counts CPU time in ticks of 10 ms: over a window of 3 s that is 0.3 %
 */
public final class CpuSampler implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;
    private static final int KEPT = 36_000;
    private static final double MICROS = 1e6;

    private record Sample(long epochMicros, double cpuSeconds) {}

    private final ProcessHandle process;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Thread thread;

    /** Starts to watch a process. */
    public CpuSampler(ProcessHandle process) {
        this.process = process;
        this.thread = new Thread(this::watch, "cpu-of-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    /** Mean processor use between two wall-clock instants, in cores; 0 where nothing was sampled. */
    public double cores(long fromEpochMicros, long toEpochMicros) {
        double seconds = (toEpochMicros - fromEpochMicros) / MICROS;
        return seconds <= 0 ? 0 : Math.max(0, (at(toEpochMicros) - at(fromEpochMicros)) / seconds);
    }

    /** Highest mean over a span of that length within two instants, in cores; the mean of all where they are closer. */
    public double peakCores(long fromEpochMicros, long toEpochMicros, Duration span) {
        long length = span.toNanos() / 1000;
        double peak = cores(fromEpochMicros, toEpochMicros);
        for (long from = fromEpochMicros; from + length <= toEpochMicros; from += PERIOD_MILLIS * 1000) {
            peak = Math.max(peak, cores(from, from + length));
        }
        return peak;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted() && process.isAlive()) {
            sample();
            try {
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void sample() {
        process.info().totalCpuDuration().ifPresent(cpu -> {
            synchronized (samples) {
                samples.addLast(new Sample(epochMicros(), cpu.toNanos() / 1e9));
                if (samples.size() > KEPT) {
                    samples.removeFirst();
                }
            }
        });
    }

    /** CPU seconds at an instant, interpolated between samples. */
    private double at(long epochMicros) {
        List<Sample> known;
        synchronized (samples) {
            known = new ArrayList<>(samples);
        }
        if (known.isEmpty()) {
            return 0;
        }
        Sample before = known.get(0);
        for (Sample after : known) {
            if (after.epochMicros >= epochMicros) {
                double share = after.epochMicros == before.epochMicros
                        ? 1
                        : (double) (epochMicros - before.epochMicros) / (after.epochMicros - before.epochMicros);
                return before.cpuSeconds + Math.max(0, share) * (after.cpuSeconds - before.cpuSeconds);
            }
            before = after;
        }
        return before.cpuSeconds;
    }

    private static long epochMicros() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }
}
