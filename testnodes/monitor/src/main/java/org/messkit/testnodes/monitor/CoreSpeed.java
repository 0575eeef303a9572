// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How fast cores are: ten times a second a thread on each of them does the same piece of work, and its own CPU time for it is kept, for the
 * last hour. A virtual machine is not told who else uses its cores: where a guest beside it works on the other half of a physical
 * core, everything here takes half as long again or more, with no steal time and no other process to be seen. This sees it. Thread-safe.
 *
 * @implNote The work is many independent short instructions on data of the first cache: what two halves of a core share is what it can do
 *     at once. A chain of dependent multiplications does not slow down beside a busy neighbour, and would show nothing. A piece takes
 *     about 0.1 ms, and all of it 0.2 % of a core.
 */
public final class CoreSpeed implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;
    private static final int KEPT = 36_000;
    private static final int ROUNDS = 8;
    private static final int WARM_UP = 2000;
    private static final long PATIENCE_SECONDS = 5;
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final byte[] DATA = new byte[8192];

    static {
        new Random(1).nextBytes(DATA);
    }

    /**
     * One piece of work.
     *
     * @param epochMicros when it was done
     * @param work CPU time that it took, in µs
     */
    public record Sample(long epochMicros, double work) {}

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Integer, Deque<Sample>> samples = new TreeMap<>();
    private final Map<String, String> problems = new ConcurrentSkipListMap<>();
    private final List<Thread> watches = new ArrayList<>();
    private volatile boolean closed;
    private volatile int result;

    /**
     * Starts to watch.
     *
     * @param cores numbers of processors; of one on which no thread can be kept nothing is seen, and {@link #problems()} says why
     */
    public CoreSpeed(Collection<Integer> cores) {
        for (int core : threads.isCurrentThreadCpuTimeSupported() ? cores : List.<Integer>of()) {
            samples.put(core, new ArrayDeque<>());
            // The kernel keeps 15 characters of a name; the thread is found by it.
            Thread watch = new Thread(() -> watch(core), "core-speed-" + core);
            watch.setDaemon(true);
            watches.add(watch);
        }
        watches.forEach(Thread::start);
    }

    /** Cores that could not be watched, with why. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    /** What was seen of each core from an instant to another, in its order; empty lists where nothing was. */
    public List<List<Sample>> between(long fromEpochMicros, long toEpochMicros) {
        synchronized (samples) {
            return samples.values().stream()
                    .map(kept -> kept.stream()
                            .filter(s -> s.epochMicros >= fromEpochMicros && s.epochMicros <= toEpochMicros)
                            .toList())
                    .toList();
        }
    }

    /** Mean CPU time of a piece of work between two instants over all cores, in µs; not a number where nothing was seen. */
    public double work(long fromEpochMicros, long toEpochMicros) {
        return between(fromEpochMicros, toEpochMicros).stream()
                .flatMap(List::stream)
                .mapToDouble(Sample::work)
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        closed = true;
        watches.forEach(Thread::interrupt);
    }

    private void watch(int core) {
        try {
            keepOn(core);
            for (int i = 0; i < WARM_UP; i++) {
                work(1);
            }
            while (!closed) {
                long before = threads.getCurrentThreadCpuTime();
                work(ROUNDS);
                long after = threads.getCurrentThreadCpuTime();
                add(core, new Sample(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), (after - before) / 1e3));
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (IOException e) {
            problems.put("core " + core, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(int core, Sample sample) {
        synchronized (samples) {
            Deque<Sample> kept = samples.get(core);
            kept.addLast(sample);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
    }

    private void work(int rounds) {
        int sum = result;
        for (int round = 0; round < rounds; round++) {
            for (byte value : DATA) {
                if (value == '<') {
                    sum += 3;
                } else if (value == '&') {
                    sum ^= value;
                } else if (value > 'a') {
                    sum += value;
                } else {
                    sum--;
                }
            }
        }
        result = sum;
    }

    /** Java has no word for it. */
    private static void keepOn(int core) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder(
                        "taskset",
                        "-c",
                        "-p",
                        Integer.toString(core),
                        task(Thread.currentThread().getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!taskset.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || taskset.exitValue() != 0) {
            throw new IOException("a thread cannot be kept on core " + core);
        }
    }

    private static String task(String thread) throws IOException {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : tasks.toList()) {
                if (isNamed(task, thread)) {
                    return task.getFileName().toString();
                }
            }
        }
        throw new IOException("no task is named " + thread);
    }

    private static boolean isNamed(Path task, String thread) {
        try {
            return Files.readString(task.resolve("comm")).strip().equals(thread);
        } catch (IOException e) {
            // It has ended since the folder was listed.
            return false;
        }
    }
}
