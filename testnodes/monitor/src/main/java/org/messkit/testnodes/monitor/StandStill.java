// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees which processes stand still: those that the kernel has stopped (SIGSTOP, a debugger), looked at {@value #LOOKS} times a second, and
 * this process itself, which then looks late. Made for one cell. Thread-safe.
 *
 * @implNote a look costs a few microseconds for each process; where there is no {@code /proc}, only this process is watched
 */
public final class StandStill implements AutoCloseable {
    private static final int LOOKS = 40;
    private static final long PERIOD_MICROS = 1_000_000 / LOOKS;
    /**
     * A look this much after its time, the wait for a core aside, comes from a process that stood still. On a busy machine a tenth of a
     * second passes now and then; and what the controller misses costs a window nothing but being watched.
     */
    private static final long LATE_MICROS = 400_000;
    /** To find what a process has started, all of the machine's processes are looked at. */
    private static final long SEARCH_MICROS = 2_000_000;

    private static final String OWN = "the controller";
    private static final Pattern QUEUED = Pattern.compile("^\\d+ (\\d{1,18}) ");
    /** The wall clock may be set while a cell runs; what passes is told by the other. */
    private static final long EPOCH_MICROS = System.currentTimeMillis() * 1000 - System.nanoTime() / 1000;

    /**
     * A process that stood still.
     *
     * @param process what it is, for the user: {@code the service}
     * @param seconds how long
     */
    public record Stood(String process, double seconds) {}

    private record Stop(String process, long fromMicros, long toMicros) {
        long within(long from, long to) {
            return Math.max(0, Math.min(toMicros, to) - Math.max(fromMicros, from));
        }
    }

    private final Map<String, List<ProcessHandle>> watched;
    private final Map<String, ProcessHandle> roots = new LinkedHashMap<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "stand-still");

    /**
     * Starts to watch.
     *
     * @param processes by what they are, for the user
     * @param parents by what they start is, for the user
     */
    public StandStill(Map<String, List<ProcessHandle>> processes, Map<String, ProcessHandle> parents) {
        watched = new LinkedHashMap<>(processes);
        roots.putAll(parents);
        thread.setDaemon(true);
        thread.start();
    }

    /** Who stood still between two wall-clock instants, the longest first; empty where nobody did. */
    public List<Stood> between(long fromEpochMicros, long toEpochMicros) {
        Map<String, Long> micros = new TreeMap<>();
        synchronized (stops) {
            stops.forEach(stop -> micros.merge(stop.process, stop.within(fromEpochMicros, toEpochMicros), Long::sum));
        }
        return micros.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> new Stood(e.getKey(), e.getValue() / 1e6))
                .sorted(Comparator.comparingDouble(Stood::seconds).reversed())
                .toList();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        long searched = 0;
        long before = micros();
        long queuedBefore = queuedMicros();
        while (!thread.isInterrupted()) {
            long now = micros();
            long queued = queuedMicros();
            // From look to look: a process may also be stopped while it looks. Who waits for a core on a busy machine
            // does not stand still.
            if (now - before - (queued - queuedBefore) > LATE_MICROS) {
                add(OWN, before, now);
            }
            try {
                if (now - searched > SEARCH_MICROS) {
                    roots.forEach(
                            (name, root) -> watched.put(name, root.descendants().toList()));
                    searched = now;
                }
                look();
                before = now;
                queuedBefore = queued;
                TimeUnit.MICROSECONDS.sleep(PERIOD_MICROS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Who does not see stands still, as far as is known: the last look stays where it was.
                Thread.onSpinWait();
            }
        }
    }

    /** A process that is stopped now stands still until the next look, as far as is known. */
    private void look() {
        long seen = micros();
        watched.forEach((process, handles) -> {
            if (handles.stream().anyMatch(StandStill::isStopped)) {
                add(process, seen, seen + PERIOD_MICROS);
            }
        });
    }

    /** How long this thread has waited for a core since it began, by the kernel's account; 0 where that is not known. */
    private static long queuedMicros() {
        return text(Path.of("/proc/thread-self/schedstat"))
                .map(QUEUED::matcher)
                .filter(Matcher::find)
                .map(stat -> Long.parseLong(stat.group(1)) / 1000)
                .orElse(0L);
    }

    private void add(String process, long fromMicros, long toMicros) {
        synchronized (stops) {
            stops.add(new Stop(process, fromMicros, toMicros));
        }
    }

    /** Whether the kernel has stopped a process; one that is gone is not stopped. */
    static boolean isStopped(ProcessHandle process) {
        return state(process).filter(state -> state == 'T' || state == 't').isPresent();
    }

    private static Optional<Character> state(ProcessHandle process) {
        // After the name, which may have anything in it but stands in brackets.
        return text(Path.of("/proc", Long.toString(process.pid()), "stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip())
                .filter(rest -> !rest.isEmpty())
                .map(rest -> rest.charAt(0));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long micros() {
        return EPOCH_MICROS + System.nanoTime() / 1000;
    }
}
