// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.messkit.results.profile.Profile;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.monitor.Machine;

/**
 * Makes a profile: forks of every benchmark without a sampling profiler, for the figures; one that times single operations; one that
 * is sampled. Runs in one thread; {@link #close()} may come from another.
 */
public final class Profiling implements AutoCloseable {
    private static final String HEAP = "512m";
    private static final String COLLECTOR = "Parallel";

    private final Settings settings;
    private final Path folder;
    private final Consumer<String> doing;
    private final Jmh jmh;
    private final List<Planned> planned = new ArrayList<>();
    private int done;

    /**
     * How it is done.
     *
     * @param benchmarks each on each JVM
     * @param floors those of them that are floors, by name
     * @param jvms one or more
     * @param forks for the figures, 1 or more; for intervals 2 or more
     * @param warmupSeconds of each fork
     * @param measureSeconds of each fork
     */
    public record Settings(
            List<Benchmark> benchmarks,
            List<String> floors,
            List<Jvm> jvms,
            int forks,
            int warmupSeconds,
            int measureSeconds) {
        /** Copies, and checks. */
        public Settings {
            benchmarks = List.copyOf(benchmarks);
            floors = List.copyOf(floors);
            jvms = List.copyOf(jvms);
            if (forks < 1) {
                throw new IllegalArgumentException("forks must be at least 1, got: " + forks);
            }
        }
    }

    private record Planned(Benchmark benchmark, Jvm jvm, Fork fork, String number) {
        String file(String what) {
            return "jmh/" + number + "-" + what + ".json";
        }
    }

    /**
     * Prepares; nothing is started or written yet.
     *
     * @param folder of the profile, new or empty
     * @param doing told before each fork what is done
     * @throws IllegalArgumentException if the settings cannot be
     */
    public Profiling(Settings settings, Path folder, Consumer<String> doing) {
        this.settings = settings;
        this.folder = folder;
        this.doing = doing;
        this.jmh = new Jmh(folder.resolve("logs/jmh.log"));
        for (Benchmark benchmark : settings.benchmarks()) {
            for (Jvm jvm : settings.jvms()) {
                JvmSettings started = new JvmSettings(jvm.java(), HEAP, COLLECTOR, Machine.processors(), false);
                planned.add(new Planned(
                        benchmark,
                        jvm,
                        new Fork(started, settings.warmupSeconds(), settings.measureSeconds()),
                        String.format(Locale.ROOT, "%03d", planned.size() + 1)));
            }
        }
    }

    /**
     * Does it.
     *
     * @throws IOException if a benchmark fails, its answers being wrong among other reasons, or a file cannot be written
     */
    public Profile run() throws IOException {
        for (String part : List.of("jmh", "logs", "recordings")) {
            Files.createDirectories(folder.resolve(part));
        }
        for (int round = 1; round <= settings.forks(); round++) {
            for (Planned each : inTurn(round)) {
                fork(each, "fork " + round, "thrpt", each.file("fork-" + round), List.of("gc"));
            }
        }
        for (Planned each : planned) {
            fork(each, "single operations", "sample", each.file("sample-time"), List.of());
        }
        Sampler sampler = null;
        for (Planned each : planned) {
            sampler = Sampler.find(folder.resolve("logs/profiler"), each.jvm());
            Path recordings = Files.createDirectories(folder.resolve("recordings/" + each.number()));
            fork(each, "profiled", "thrpt", each.file("profiled"), List.of(sampler.jmh(recordings)));
            Sampler.collect(recordings, folder.resolve(recording(each)));
        }
        Profile profile = new Profile(
                Profile.FORMAT,
                folder.getFileName().toString(),
                conditions(sampler),
                planned.stream().map(this::subject).toList(),
                List.of());
        profile.write(folder);
        return profile;
    }

    /** There and back again: what drifts over the machine's day falls on all alike. */
    private List<Planned> inTurn(int round) {
        List<Planned> order = new ArrayList<>(planned);
        if (round % 2 == 0) {
            java.util.Collections.reverse(order);
        }
        return order;
    }

    private void fork(Planned each, String what, String mode, String file, List<String> profilers) throws IOException {
        int all = planned.size() * (settings.forks() + 2);
        doing.accept(++done + " of " + all + ": " + each.benchmark().name() + ", "
                + each.benchmark().bytes() + " bytes, JDK " + each.jvm().version() + ", " + what);
        jmh.run(each.benchmark(), mode, each.fork(), folder.resolve(file), profilers);
    }

    private Profile.Subject subject(Planned each) {
        List<String> forks = new ArrayList<>();
        for (int round = 1; round <= settings.forks(); round++) {
            forks.add(each.file("fork-" + round));
        }
        return new Profile.Subject(
                each.benchmark().name(),
                settings.floors().contains(each.benchmark().name()),
                each.benchmark().bytes(),
                each.jvm().version(),
                forks,
                each.file("sample-time"),
                each.file("profiled"),
                recording(each));
    }

    private static String recording(Planned each) {
        return "recordings/" + each.number() + ".jfr";
    }

    private Map<String, String> conditions(Sampler sampler) {
        Map<String, String> conditions = new LinkedHashMap<>(Machine.facts());
        conditions.put("heap", HEAP + " (min = max)");
        conditions.put("collector", COLLECTOR);
        conditions.put("threads", "1, free on " + Machine.processors().size() + " processors");
        conditions.put("forks", settings.forks() + ", interleaved, and one for single operations, one profiled");
        conditions.put("warm-up", settings.warmupSeconds() + " s per fork");
        conditions.put("measured", settings.measureSeconds() + " s per fork");
        conditions.put("profiler", sampler.name());
        return conditions;
    }

    /** Ends what runs. */
    @Override
    public void close() {
        jmh.close();
    }
}
