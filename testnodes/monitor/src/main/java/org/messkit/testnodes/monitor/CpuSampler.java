// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Samples the CPU time of one process, or of some cores, four times a second, so that its mean over any span since the start can be
 * asked for. Made for one cell. Thread-safe.
 *
 * @implNote the kernel counts CPU time in ticks of 10 ms: over a window of 3 s that is 0.3 %
 */
public final class CpuSampler implements AutoCloseable {
    private static final long PERIOD_MILLIS = 250;
    private static final double MICROS = 1e6;

    private record Sample(long epochMicros, double cpuSeconds) {}

    private final Supplier<OptionalDouble> cpuSeconds;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread;

    /** Starts to watch a process. */
    public CpuSampler(ProcessHandle process) {
        this("process-" + process.pid(), () -> process.info()
                .totalCpuDuration()
                .map(cpu -> OptionalDouble.of(cpu.toNanos() / 1e9))
                .orElse(OptionalDouble.empty()));
    }

    /** Starts to watch some processes together; what one of them used is forgotten once it has ended. */
    public static CpuSampler ofAll(List<ProcessHandle> processes) {
        return processes.size() == 1
                ? new CpuSampler(processes.get(0))
                : new CpuSampler("processes", () -> cpuSeconds(processes));
    }

    private static OptionalDouble cpuSeconds(List<ProcessHandle> processes) {
        double seconds = 0;
        for (ProcessHandle process : processes) {
            var cpu = process.info().totalCpuDuration();
            if (cpu.isEmpty()) {
                return OptionalDouble.empty();
            }
            seconds += cpu.get().toNanos() / 1e9;
        }
        return OptionalDouble.of(seconds);
    }

    /** Starts to watch a process and those that it starts, such as a database. */
    public static CpuSampler ofTree(ProcessHandle process) {
        return new CpuSampler("tree-" + process.pid(), new ProcessTree(process)::cpuSeconds);
    }

    /** Starts to watch cores: how busy they are, whoever it is that uses them. */
    public static CpuSampler ofCores(Collection<Integer> numbers) {
        return new CpuSampler("cores", () -> Cores.busySeconds(numbers));
    }

    private CpuSampler(String name, Supplier<OptionalDouble> cpuSeconds) {
        this.cpuSeconds = cpuSeconds;
        this.thread = new Thread(this::watch, "cpu-of-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Mean processor use between two wall-clock instants, in cores; 0 where nothing was sampled. */
    public double cores(long fromEpochMicros, long toEpochMicros) {
        return cores(samplesUpTo(toEpochMicros), fromEpochMicros, toEpochMicros);
    }

    /** Highest mean over a span of that length within two instants, in cores; the mean of all where they are closer. */
    public double peakCores(long fromEpochMicros, long toEpochMicros, Duration span) {
        List<Sample> known = samplesUpTo(toEpochMicros);
        long length = span.toNanos() / 1000;
        double peak = cores(known, fromEpochMicros, toEpochMicros);
        for (long from = fromEpochMicros; from + length <= toEpochMicros; from += PERIOD_MILLIS * 1000) {
            peak = Math.max(peak, cores(known, from, from + length));
        }
        return peak;
    }

    /** A copy of all samples, the last of them not before an instant that has passed: what follows the last is unknown. */
    private List<Sample> samplesUpTo(long epochMicros) {
        synchronized (samples) {
            if (samples.isEmpty() || samples.get(samples.size() - 1).epochMicros < epochMicros) {
                sample();
            }
            return List.copyOf(samples);
        }
    }

    private static double cores(List<Sample> known, long fromEpochMicros, long toEpochMicros) {
        double seconds = (toEpochMicros - fromEpochMicros) / MICROS;
        return seconds <= 0 ? 0 : Math.max(0, (at(known, toEpochMicros) - at(known, fromEpochMicros)) / seconds);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            sample();
            try {
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void sample() {
        cpuSeconds.get().ifPresent(seconds -> {
            synchronized (samples) {
                samples.add(new Sample(epochMicros(), seconds));
            }
        });
    }

    /** CPU seconds at an instant, interpolated between samples. */
    private static double at(List<Sample> known, long epochMicros) {
        if (known.isEmpty()) {
            return 0;
        }
        int found = Collections.binarySearch(
                known, new Sample(epochMicros, 0), Comparator.comparingLong(Sample::epochMicros));
        int after = found >= 0 ? found : -found - 1;
        if (after == 0 || after == known.size()) {
            return known.get(after == 0 ? 0 : after - 1).cpuSeconds;
        }
        Sample left = known.get(after - 1);
        Sample right = known.get(after);
        double share = (double) (epochMicros - left.epochMicros) / (right.epochMicros - left.epochMicros);
        return left.cpuSeconds + share * (right.cpuSeconds - left.cpuSeconds);
    }

    private static long epochMicros() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }
}
