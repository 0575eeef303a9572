// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.index.forks.Ratio;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.profile.JmhScore;
import org.messkit.results.series.Interval;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.MachineLock;
import org.messkit.testnodes.controller.profile.Benchmark;
import org.messkit.testnodes.controller.profile.Fork;
import org.messkit.testnodes.controller.profile.Jmh;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.monitor.Machine;

/**
 * Prints a table in Markdown: cost of a message per technology, and its ratio to the best form. Of several forms the fastest counts. Where it
 * took part of the technologies alone, the verdict is of these. Exits with 1 if an upper bound is beyond the margin.
 */
final class InProcessCost {
    private static final int BYTES = 100_000;
    private static final double MOST = 1.15;
    private static final int WARM_UP_SECONDS = 10;
    /** Home use case of a technology where it is that of binding, else the one with the least work beside reading. */
    private static final Map<String, String> USE_CASES = new LinkedHashMap<>();

    static {
        USE_CASES.put("jaxb", "tv-dinner");
        List.of("stax", "aalto", "sax", "dom", "saxon", "basex").forEach(t -> USE_CASES.put(t, "sushi-boats"));
    }

    private final Path forms;
    private final Home home = Home.find();
    private final Rooms rooms;
    private final List<ForkModel.Observation> observations = new ArrayList<>();

    private InProcessCost(Path forms) throws IOException {
        this.forms = forms;
        this.rooms = home.rooms();
    }

    public static void main(String[] arguments) throws Exception {
        int forks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        List<String> technologies = arguments.length > 3
                ? List.of(arguments).subList(3, arguments.length)
                : List.copyOf(USE_CASES.keySet());
        MachineLock lock = MachineLock.take().orElseThrow(() -> new IllegalStateException("another run is measuring"));
        try {
            boolean held = new InProcessCost(Path.of(arguments[0])).run(technologies, forks, seconds);
            System.exit(held ? 0 : 1);
        } finally {
            lock.close();
        }
    }

    private boolean run(List<String> technologies, int forks, int seconds) throws IOException {
        JvmSettings jvm = new JvmSettings(Jvm.own().java(), "512m", "Parallel", Machine.processors(), false);
        Fork fork = new Fork(jvm, Math.min(WARM_UP_SECONDS, 2 * seconds), seconds);
        List<Benchmark> benchmarks = benchmarks(technologies);
        Path folder = Files.createTempDirectory("messkit-in-process");
        try (Jmh jmh = new Jmh(folder.resolve("jmh.log"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(jmh::close));
            for (int round = 1; round <= forks; round++) {
                for (Benchmark benchmark : benchmarks) {
                    Path json = folder.resolve("result-" + round + "-" + benchmarks.indexOf(benchmark) + ".json");
                    jmh.run(benchmark, "thrpt", fork, json, List.of());
                    observations.add(new ForkModel.Observation(
                            benchmark.name(), "", round, JmhScore.read(json).score()));
                }
                System.err.println("fork " + round + " of " + forks);
                // There and back again: what drifts over the machine's day falls on both alike.
                Collections.reverse(benchmarks);
            }
        }
        return print(technologies, forks, seconds, fork.warmupSeconds());
    }

    private List<Benchmark> benchmarks(List<String> technologies) {
        List<Benchmark> benchmarks = new ArrayList<>();
        technologies.stream()
                .map(USE_CASES::get)
                .distinct()
                .forEach(useCase -> benchmarks.add(Benchmark.tokeniser(home, useCase, BYTES)));
        for (String technology : technologies) {
            ServiceName ours = ours(technology);
            Room room = rooms.of(ours);
            benchmarks.add(Benchmark.of(home, rooms, ours, BYTES));
            for (String variant : technology.equals("saxon") ? List.of("", "stream") : List.of("")) {
                ServiceName best = new ServiceName(ours.useCase(), "best", variant, "pox");
                Benchmark form = Benchmark.of(
                        home, List.of(room.classPath(), forms.resolve(technology).toString()), best, BYTES);
                benchmarks.add(new Benchmark(
                        form(technology, variant), BYTES, form.classPath(), form.pattern(), form.parameters()));
            }
        }
        return benchmarks;
    }

    private static ServiceName ours(String technology) {
        return new ServiceName(USE_CASES.get(technology), technology, "", "pox");
    }

    private static String form(String technology, String variant) {
        return "best " + technology + (variant.isEmpty() ? "" : " " + variant);
    }

    private boolean print(List<String> technologies, int forks, int seconds, int warmUp) {
        ForkModel model = ForkModel.of(observations);
        System.out.println("| handler | µs per message (95 %) | × Woodstox alone | best form, µs (95 %) | ratio (95 %) |");
        System.out.println("|---|---:|---:|---:|---:|");
        double worst = 0;
        for (String technology : technologies) {
            ServiceName ours = ours(technology);
            LogMean cost = mean(model, ours.toString());
            LogMean floor = mean(model, "Woodstox alone, " + ours.useCase());
            LogMean best = Optional.of(mean(model, form(technology, "")))
                    .map(plain -> technology.equals("saxon") ? faster(plain, mean(model, form(technology, "stream"))) : plain)
                    .orElseThrow();
            // Both are speeds: how many times dearer we are is how many times faster the other is.
            Interval ratio = Ratio.of(best, cost).interval();
            worst = Math.max(worst, ratio.high());
            System.out.println("| " + String.join(
                            " | ",
                            ours.toString(),
                            micros(cost),
                            two(Ratio.of(floor, cost).interval().estimate()),
                            micros(best),
                            two(ratio.estimate()) + " (" + two(ratio.low()) + "–" + two(ratio.high()) + ")")
                    + " |");
        }
        System.out.println();
        System.out.println("JDK " + Jvm.own().version() + ", 512m, ParallelGC; " + BYTES / 1000 + " kB, " + forks
                + " forks each, interleaved, " + warmUp + " s warm-up and " + seconds + " s measured in each; "
                + (model.pooled() ? "one variance over all" : "each with its own variance"));
        System.out.println("largest upper bound of a ratio: " + two(worst) + ", to be at most " + two(MOST));
        return worst <= MOST;
    }

    private static LogMean faster(LogMean one, LogMean other) {
        return one.mean() >= other.mean() ? one : other;
    }

    private static LogMean mean(ForkModel model, String name) {
        return model.mean(name, "").orElseThrow(() -> new IllegalStateException("two forks or more are needed"));
    }

    private static String micros(LogMean speed) {
        Interval perSecond = speed.tps();
        return Numbers.figure(1e6 / perSecond.estimate()) + " (" + Numbers.figure(1e6 / perSecond.high()) + "–"
                + Numbers.figure(1e6 / perSecond.low()) + ")";
    }

    private static String two(double number) {
        return String.format(java.util.Locale.ROOT, "%.2f", number);
    }
}
