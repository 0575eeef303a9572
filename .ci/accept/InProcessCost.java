// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * Prints a table in Markdown: cost of a message per technology, and its ratio to the best form. A handler and the forms it is held against run in
 * JVMs of their own at the same time, iteration by iteration in turn, so that each fork gives one ratio of the same seconds. Of several forms the
 * fastest counts. Where it took part of the technologies alone, the verdict is of these. Exits with 1 if an upper bound is beyond the margin.
 */
final class InProcessCost {
    private static final int BYTES = 100_000;
    private static final double MOST = 1.15;
    /** So short that what another guest of the machine takes for a second is felt by all alike. */
    private static final int TURNS_A_SECOND = 5;
    /** Home use case of a technology where it is that of binding, else the one with the least work beside reading. */
    private static final Map<String, String> USE_CASES = new LinkedHashMap<>();
    /** Forks differ less after a longer warm-up; the likely reason is that else the compiler still takes time from the other's turns. */
    private static final Map<String, Integer> TIMES_WARM_UP = Map.of("sax", 2, "dom", 2, "basex", 3);

    static {
        USE_CASES.put("jaxb", "tv-dinner");
        List.of("stax", "aalto", "sax", "dom", "saxon", "basex").forEach(t -> USE_CASES.put(t, "sushi-boats"));
    }

    private final Path forms;
    private final Home home = Home.find();
    private final Rooms rooms;
    private final Path folder = Files.createTempDirectory("messkit-in-process");
    /** Messages per second by fork, of each handler and form. */
    private final Map<String, List<Double>> speeds = new LinkedHashMap<>();

    /** What takes turns, and for how long. */
    private record Group(List<Benchmark> benchmarks, Fork fork) {}

    private InProcessCost(Path forms) throws IOException {
        this.forms = forms;
        this.rooms = home.rooms();
    }

    public static void main(String[] arguments) throws Exception {
        int forks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        if (forks < 2) {
            System.err.println("an interval needs at least 2 forks, got: " + forks);
            System.exit(2);
        }
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

    private boolean run(List<String> technologies, int forks, int seconds) throws Exception {
        JvmSettings jvm = new JvmSettings(Jvm.own().java(), "512m", "Parallel", Machine.processors(), false);
        List<Group> groups = new ArrayList<>();
        technologies.stream()
                .map(USE_CASES::get)
                .distinct()
                .map(useCase -> Benchmark.tokeniser(home, useCase, BYTES))
                .forEach(tokeniser -> groups.add(new Group(List.of(tokeniser), fork(jvm, seconds, 1))));
        technologies.forEach(technology -> groups.add(
                new Group(handlers(technology), fork(jvm, seconds, TIMES_WARM_UP.getOrDefault(technology, 1)))));
        for (int round = 1; round <= forks; round++) {
            for (Group group : groups) {
                inTurn(group.benchmarks(), group.fork(), round);
            }
            System.err.println("fork " + round + " of " + forks);
            // There and back again: what drifts over the machine's day falls on all alike.
            Collections.reverse(groups);
        }
        return print(technologies, forks, fork(jvm, seconds, 1));
    }

    private static Fork fork(JvmSettings jvm, int seconds, int timesWarmUp) {
        return new Fork(jvm, timesWarmUp * (seconds + 1), seconds, TURNS_A_SECOND);
    }

    /** A fork of each, at the same time; the first turn goes round. */
    private void inTurn(List<Benchmark> group, Fork fork, int round) throws Exception {
        Path turns = Files.write(folder.resolve("turns"), new byte[] {(byte) (round % group.size())});
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Jmh> running = new ArrayList<>();
        Thread end = new Thread(() -> running.forEach(Jmh::close));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            List<Future<Double>> scores = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                Benchmark benchmark = group.size() == 1 ? group.get(i) : inTurn(group.get(i), turns, i, group.size());
                Jmh jmh = new Jmh(folder.resolve("jmh-" + i + ".log"));
                running.add(jmh);
                Path json = folder.resolve("result-" + i + ".json");
                scores.add(threads.submit(() -> {
                    jmh.run(benchmark, "thrpt", fork, json, List.of());
                    return JmhScore.read(json).score();
                }));
            }
            for (int i = 0; i < group.size(); i++) {
                speeds.computeIfAbsent(group.get(i).name(), name -> new ArrayList<>())
                        .add(scores.get(i).get());
            }
        } finally {
            threads.shutdownNow();
            running.forEach(Jmh::close);
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private static Benchmark inTurn(Benchmark alone, Path turns, int number, int of) {
        Map<String, String> parameters = new LinkedHashMap<>(alone.parameters());
        parameters.put("turns", turns.toString());
        parameters.put("number", Integer.toString(number));
        parameters.put("of", Integer.toString(of));
        String pattern = alone.pattern().replace("HandlerBenchmark", "InTurnBenchmark");
        return new Benchmark(alone.name(), alone.bytes(), alone.classPath(), pattern, parameters);
    }

    /** Ours first. */
    private List<Benchmark> handlers(String technology) {
        ServiceName ours = ours(technology);
        Room room = rooms.of(ours);
        List<Benchmark> handlers = new ArrayList<>();
        handlers.add(Benchmark.of(home, rooms, ours, BYTES));
        for (String variant : variants(technology)) {
            ServiceName best = new ServiceName(ours.useCase(), "best", variant, "pox");
            Benchmark form = Benchmark.of(
                    home, List.of(room.classPath(), forms.resolve(technology).toString()), best, BYTES);
            handlers.add(new Benchmark(
                    form(technology, variant), BYTES, form.classPath(), form.pattern(), form.parameters()));
        }
        return handlers;
    }

    private static List<String> variants(String technology) {
        return technology.equals("saxon") ? List.of("", "stream") : List.of("");
    }

    private static ServiceName ours(String technology) {
        return new ServiceName(USE_CASES.get(technology), technology, "", "pox");
    }

    private static String form(String technology, String variant) {
        return "best " + technology + (variant.isEmpty() ? "" : " " + variant);
    }

    private boolean print(List<String> technologies, int forks, Fork fork) {
        System.out.println("| handler | µs per message (95 %) | × Woodstox alone | best form, µs (95 %) | ratio (95 %) |");
        System.out.println("|---|---:|---:|---:|---:|");
        double worst = 0;
        for (String technology : technologies) {
            String ours = ours(technology).toString();
            String best = variants(technology).stream()
                    .map(variant -> form(technology, variant))
                    .min(Comparator.comparingDouble(form -> micros(form).estimate()))
                    .orElseThrow();
            Interval ratio = ratio(best, ours);
            worst = Math.max(worst, ratio.high());
            System.out.println("| " + String.join(
                            " | ",
                            ours,
                            text(micros(ours)),
                            two(micros(ours).estimate()
                                    / micros("Woodstox alone, " + USE_CASES.get(technology)).estimate()),
                            text(micros(best)),
                            two(ratio.estimate()) + " (" + two(ratio.low()) + "–" + two(ratio.high()) + ")")
                    + " |");
        }
        System.out.println();
        String longer = technologies.stream()
                .filter(TIMES_WARM_UP::containsKey)
                .map(technology -> ", " + technology + " " + TIMES_WARM_UP.get(technology) * fork.warmupSeconds() + " s")
                .collect(Collectors.joining());
        System.out.println("JDK " + Jvm.own().version() + ", 512m, ParallelGC; " + BYTES / 1000 + " kB, " + forks
                + " forks each, handler and form in turn, " + TURNS_A_SECOND + " turns a second, " + fork.measureSeconds()
                + " s measured in each after a warm-up of " + fork.warmupSeconds() + " s" + longer + "; a ratio is of the same fork's seconds");
        System.out.println("largest upper bound of a ratio: " + two(worst) + ", to be at most " + two(MOST));
        return worst <= MOST;
    }

    /** Both are speeds: how many times dearer one is is how many times faster the other is. */
    private Interval ratio(String faster, String slower) {
        List<Double> one = speeds.get(faster);
        List<Double> other = speeds.get(slower);
        return Interval.ofRatios(IntStream.range(0, one.size())
                .mapToDouble(i -> Math.log(one.get(i) / other.get(i)))
                .toArray());
    }

    private Interval micros(String name) {
        return Interval.ofRatios(speeds.get(name).stream()
                .mapToDouble(speed -> Math.log(1e6 / speed))
                .toArray());
    }

    private static String text(Interval micros) {
        return Numbers.figure(micros.estimate()) + " (" + Numbers.figure(micros.low()) + "–" + Numbers.figure(micros.high())
                + ")";
    }

    private static String two(double number) {
        return String.format(java.util.Locale.ROOT, "%.2f", number);
    }
}
