// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Stops a service for a second in the middle of a run, once under open and once under closed load, and compares the response
 * times of the run's summary with those that the intended starts give. Run from the root of a built checkout, through the
 * script beside it.
 */
final class Stall {
    private static final int RATE = 500;
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Duration STALL = Duration.ofSeconds(1);
    private static final double TOLERANCE = 0.02;

    /** When the service stood still. */
    private record Stopped(Instant from, Instant to) {}

    private record Seen(Path folder, Map<String, String> row, Stopped stopped) {
        double millis(String column) {
            return Double.parseDouble(row.get(column));
        }
    }

    private Stall() {}

    public static void main(String[] arguments) throws Exception {
        Path temp = Files.createTempDirectory("messkit-stall");
        Seen open = run(temp, "open", "<open rate='" + RATE + "' arrivals='uniform' connections='64'/>");
        Seen closed = run(temp, "closed", "<closed concurrency='4'/>");
        double[] expected = expected(open, closed);
        double worst = 0;
        String[] names = {"p99", "p999", "max"};
        for (int i = 0; i < names.length; i++) {
            double seen = open.millis("response_time_" + names[i] + "_ms");
            double off = Math.abs(seen / expected[i] - 1);
            worst = Math.max(worst, off);
            System.out.printf(
                    Locale.ROOT,
                    "open %s: response time %.1f ms, by the intended starts %.1f ms, off by %.2f %%; service time %s ms%n",
                    names[i], seen, expected[i], off * 100, open.row().get("service_time_" + names[i] + "_ms"));
        }
        System.out.println("closed p99: service time " + closed.row().get("service_time_p99_ms") + " ms, no response time: '"
                + closed.row().get("response_time_p99_ms") + "'");
        boolean said = Files.readString(closed.folder().resolve("report.html")).contains("show no stalls")
                && closed.row().get("response_time_p99_ms").isEmpty();
        System.out.println("the closed run says that it cannot show a stall: " + said);
        System.out.printf(Locale.ROOT, "response times off by at most %.2f %%%n", worst * 100);
        if (worst > TOLERANCE || !said) {
            System.exit(1);
        }
    }

    /**
     * p99, p99.9 and maximum in ms, as the method defines them: every arrival is served in its turn, those of the stall when the
     * service goes on, one after the other as fast as the closed load was served.
     */
    private static double[] expected(Seen open, Seen closed) {
        Instant start = Instant.parse(open.row().get("start"));
        double from = Duration.between(start, open.stopped().from()).toNanos() / 1e6;
        double to = Duration.between(start, open.stopped().to()).toNanos() / 1e6;
        double each = (WINDOW.minus(STALL).toMillis()) / closed.millis("transactions");
        double otherwise = open.millis("service_time_p50_ms");
        double[] millis = new double[RATE * (int) WINDOW.toSeconds()];
        double free = 0;
        for (int i = 0; i < millis.length; i++) {
            double intended = i * 1000.0 / RATE;
            double begun = Math.max(intended, free);
            begun = begun > from && begun < to ? to : begun;
            free = begun + each;
            millis[i] = begun - intended + otherwise;
        }
        Arrays.sort(millis);
        return new double[] {
            millis[(int) Math.ceil(millis.length * 0.99) - 1],
            millis[(int) Math.ceil(millis.length * 0.999) - 1],
            millis[millis.length - 1]
        };
    }

    private static Seen run(Path temp, String name, String load) throws Exception {
        Path scenario = Files.writeString(
                temp.resolve(name + ".xml"),
                "<scenario xmlns='urn:messkit:scenario:1' name='" + name + "'><services>null/baseline@pox</services>"
                        + "<payload bytes='5000'/>" + load + "<timing warmup='20s' settle='2s' window='" + WINDOW.toSeconds()
                        + "s'/></scenario>");
        Path folder = temp.resolve("run-" + name);
        Process run = new ProcessBuilder("./messkit", "run", scenario.toString(), "--out", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve(name + ".out").toFile())
                .start();
        try {
            // Start, warm-up and settling take some 25 s: ten seconds later the window is under way.
            Path log = folder.resolve("histograms.hlog");
            await(run, () -> Files.exists(log) && lines(log).anyMatch(line -> line.startsWith("Tag=0001")));
            Thread.sleep(8000);
            ProcessHandle service = run.descendants()
                    .filter(p -> p.info().commandLine().orElse("").contains("null/baseline@pox"))
                    .filter(p -> p.info().command().orElse("").endsWith("java"))
                    .findFirst()
                    .orElseThrow();
            // After each signal: it takes a process to send one, and that takes some ten milliseconds to start.
            signal("STOP", service);
            Instant from = Instant.now();
            Thread.sleep(STALL.toMillis());
            signal("CONT", service);
            Instant to = Instant.now();
            int code = run.waitFor();
            if (code != 0) {
                throw new IOException("the run ended with " + code + ": " + Files.readString(temp.resolve(name + ".out")));
            }
            List<String> csv = Files.readAllLines(folder.resolve("summary.csv"));
            String[] heads = csv.get(0).split(",", -1);
            String[] values = csv.get(1).split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < heads.length; i++) {
                row.put(heads[i], values[i]);
            }
            return new Seen(folder, row, new Stopped(from, to));
        } finally {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Process run, Condition condition) throws Exception {
        for (int look = 0; look < 1200 && run.isAlive(); look++) {
            if (condition.holds()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("the run did not come to its window");
    }

    private static Stream<String> lines(Path file) throws IOException {
        return new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8)).stream();
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }
}
