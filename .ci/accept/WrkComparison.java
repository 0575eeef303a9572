// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.loads.ClosedLoad;
import org.messkit.testnodes.controller.process.LocalTestNode;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.fleet.Intervals;
import org.messkit.testnodes.wire.Asked;
import org.messkit.testnodes.wire.Target;
import org.messkit.testnodes.wire.CellTiming;
import org.messkit.usecases.Workload;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

/**
 * The TestNode beside wrk: one service process, the same body, the same pinning, 16 concurrent requests, 120 s of load first,
 * then six interleaved pairs. A pair is many short slices in turn, and its ratio is the median of the slices' ratios, so that
 * neither a machine whose speed drifts nor one that is disturbed for a second or two decides it. Prints each pair and, last,
 * the figure asked for: {@code cpu} or {@code tps}. The second argument is how many threads wrk has for its connections: one, which
 * sends what has gathered in a burst and so costs the least on both sides, or one for each, as a TestNode's users are. Run from the root of a built checkout, through the scripts beside it.
 */
final class WrkComparison {
    private static final ServiceName SERVICE = ServiceName.parse("null/baseline@pox");
    private static final int BYTES = 5000;
    private static final int CONCURRENCY = 16;
    private static final int PAIRS = 6;
    private static final Duration LOAD_FIRST = Duration.ofSeconds(120);
    private static final int SLICES = 16;
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final double T_975_DF_5 = 2.571;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern CPU = Pattern.compile("cpu ([0-9.]+) ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx|Socket errors");

    /** What one side did: requests in the window, its seconds, CPU of the generator and of the service for those requests. */
    private record Seen(double requests, double seconds, double allCpuMicros, double serviceCpuMicros) {
        static final Seen NOTHING = new Seen(0, 0, 0, 0);

        Seen and(Seen other) {
            return new Seen(
                    requests + other.requests,
                    seconds + other.seconds,
                    allCpuMicros + other.allCpuMicros,
                    serviceCpuMicros + other.serviceCpuMicros);
        }

        double serviceMicros() {
            return serviceCpuMicros / requests;
        }

        double perSecond() {
            return requests / seconds;
        }

        double cpuMicros() {
            return allCpuMicros / requests;
        }
    }

    private static String lastLine;

    private WrkComparison() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("messkit-wrk");
        Home home = Home.find();
        Cores cores = Cores.split(0, 0);
        JvmSettings serviceJvm = new JvmSettings(Home.java(), "512m", "Parallel", cores.service(), cores.pinned());
        JvmSettings nodeJvm = new JvmSettings(Home.java(), "512m", "Parallel", cores.testNode(), cores.pinned());
        System.out.println("service: " + serviceJvm.facts() + ", TestNode and wrk: " + nodeJvm.facts());
        try (ServiceProcess service = ServiceProcess.start(
                        home.rooms().of(SERVICE), List.of(SERVICE), serviceJvm.unpinned(), ServiceProcess.Options.NONE,
                        folder.resolve("service.log"));
                Fleet fleet = Fleet.of(LocalTestNode.start(
                        home.testNodeClassPath(), nodeJvm.unpinned(), folder.resolve("testnode.log")))) {
            kit(service, fleet, LOAD_FIRST);
            if (cores.pinned()) {
                // Warm on any core, measured each on its own: compilers that share a pinned core take minutes.
                Cores.pin(service.handle(), cores.service());
                Cores.pin(fleet.local().get(0), cores.testNode());
            }
            compare(service, fleet, cores, folder, arguments[0], Integer.parseInt(arguments[1]));
        }
    }

    private static void compare(ServiceProcess service, Fleet fleet, Cores cores, Path folder, String figure, int threads)
            throws Exception {
        List<Double> tps = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        // The first slices after pinning are slow for whoever comes first.
        kit(service, fleet, WINDOW);
        wrk(service, cores, folder, threads);
        for (int pair = 1; pair <= PAIRS; pair++) {
            Seen kit = Seen.NOTHING;
            Seen wrk = Seen.NOTHING;
            double[] tpsRatios = new double[SLICES];
            double[] cpuRatios = new double[SLICES];
            for (int slice = 0; slice < SLICES; slice++) {
                boolean kitFirst = (pair + slice) % 2 == 0;
                Seen k = kitFirst ? kit(service, fleet, WINDOW) : null;
                Seen w = wrk(service, cores, folder, threads);
                k = kitFirst ? k : kit(service, fleet, WINDOW);
                tpsRatios[slice] = k.perSecond() / w.perSecond();
                cpuRatios[slice] = k.cpuMicros() / w.cpuMicros();
                kit = kit.and(k);
                wrk = wrk.and(w);
            }
            tps.add(median(tpsRatios));
            cpu.add(median(cpuRatios));
            System.out.printf(
                    Locale.ROOT,
                    "pair %d: TestNode %.0f/s %.2f us, service %.2f us; wrk %.0f/s %.2f us, service %.2f us; median ratios TPS %.3f CPU %.3f%n",
                    pair, kit.perSecond(), kit.cpuMicros(), kit.serviceMicros(), wrk.perSecond(), wrk.cpuMicros(), wrk.serviceMicros(),
                    tps.get(pair - 1), cpu.get(pair - 1));
        }
        boolean tpsHeld = said("tps", interval(tps), ci -> ci[0] >= 0.95 && ci[2] <= 1.05, figure);
        boolean cpuHeld = said("cpu", interval(cpu), ci -> ci[1] <= 1.6, figure);
        boolean held = figure.equals("cpu") ? cpuHeld : tpsHeld;
        System.out.println(lastLine);
        if (!held) {
            System.exit(1);
        }
    }

    /** Prints a figure at once if it was not asked for, else keeps it for the last line. */
    private static boolean said(String name, double[] ci, Predicate<double[]> holds, String asked) {
        String line = String.format(
                Locale.ROOT,
                "%s ratio TestNode / wrk, geometric mean %.3f, 95 %% interval %.3f to %.3f",
                name, ci[1], ci[0], ci[2]);
        if (name.equals(asked)) {
            lastLine = line;
        } else {
            System.out.println(line);
        }
        return holds.test(ci);
    }

    private static Seen kit(ServiceProcess service, Fleet fleet, Duration window) throws IOException {
        CellTiming timing = new CellTiming(Duration.ofMillis(500), window);
        Fleet.ReadyCell ready = fleet.prepare(new CellOrder(
                1,
                new Target(service.url(SERVICE), "pox"),
                new Asked("null", Payload.ofBytes(BYTES), Workload.NONE),
                new ClosedLoad(CONCURRENCY),
                timing,
                1));
        ProcessHandle node = fleet.local().get(0);
        Duration before = cpu(node);
        Duration serviceBefore = cpu(service.handle());
        CellReport report = ready.drive(timing.whole(), Intervals.NONE);
        Duration after = cpu(node);
        Duration serviceAfter = cpu(service.handle());
        if (report.tally().failed() > 0) {
            throw new IOException("failed: " + report.tally().reasons());
        }
        double seconds = report.seconds();
        // CPU spans settle and drain too, so it is scaled to the requests of the window.
        double share = (double) report.tally().valid() / report.tally().sent();
        return new Seen(
                report.tally().valid(),
                seconds,
                after.minus(before).toNanos() / 1e3 * share,
                serviceAfter.minus(serviceBefore).toNanos() / 1e3 * share);
    }

    private static Seen wrk(ServiceProcess service, Cores cores, Path folder, int threads) throws Exception {
        byte[] body = UseCases.named("null").generator(Payload.ofBytes(BYTES), 1).next().request();
        Path lua = Files.writeString(
                folder.resolve("post.lua"),
                "wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'text/xml; charset=utf-8'\nwrk.body = '"
                        + new String(body, StandardCharsets.US_ASCII) + "'\n");
        String pin = cores.pinned() ? "taskset -c " + cores.testNode().get(0) + " " : "";
        String command = "TIMEFORMAT='cpu %U %S'; time " + pin + "wrk -t" + threads + " -c" + CONCURRENCY + " -d"
                + WINDOW.toSeconds() + "s -s " + lua + " " + service.url(SERVICE);
        Duration serviceBefore = cpu(service.handle());
        Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || FAILED.matcher(said).find()) {
            throw new IOException("wrk failed: " + said);
        }
        double cpuSeconds = number(CPU, said, 1) + number(CPU, said, 2);
        Duration serviceAfter = cpu(service.handle());
        return new Seen(
                number(COUNT, said, 1),
                number(COUNT, said, 1) / number(RATE, said, 1),
                cpuSeconds * 1e6,
                serviceAfter.minus(serviceBefore).toNanos() / 1e3);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static double number(Pattern pattern, String text, int group) throws IOException {
        Matcher m = pattern.matcher(text);
        if (!m.find()) {
            throw new IOException("wrk did not say " + pattern + ": " + text);
        }
        return Double.parseDouble(m.group(group));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Lower bound, geometric mean and upper bound of ratios. */
    private static double[] interval(List<Double> ratios) {
        double mean = ratios.stream().mapToDouble(Math::log).average().orElseThrow();
        double squares = ratios.stream().mapToDouble(r -> Math.pow(Math.log(r) - mean, 2)).sum();
        double half = T_975_DF_5 * Math.sqrt(squares / (ratios.size() - 1) / ratios.size());
        return new double[] {Math.exp(mean - half), Math.exp(mean), Math.exp(mean + half)};
    }
}
