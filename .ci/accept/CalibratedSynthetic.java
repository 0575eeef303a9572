// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import org.messkit.results.log.RunReader;

/**
 * Calibrates a service whose law is known, ten times with another law each: the law is drawn from the seed. Held against the law, with
 * the time outside the service taken from the measured level of one user, are the TPS at the level that the calibration calls best, and
 * the range in which it puts the knee. Run from the root of a built checkout, through the script beside it.
 */
final class CalibratedSynthetic {
    private static final int SEEDS = 10;
    private static final int MOST = 256;
    private static final double SECONDS = 0.004;
    private static final double WORST = 0.97;
    private static final double LONGEST_SECONDS = 120;

    private CalibratedSynthetic() {}

    public static void main(String[] arguments) throws Exception {
        Path temp = Files.createTempDirectory("messkit-calibrated");
        int held = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            random.nextDouble();
            double contention = 0.005 + 0.045 * random.nextDouble();
            double coherency = Math.pow(10, -3.7 + random.nextDouble());
            Path out = temp.resolve("seed-" + seed);
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            "./messkit", "calibrate", "null/synthetic@pox", "--warmup", "8s", "--window", "3s",
                            "--property", "messkit.synthetic.micros=" + SECONDS * 1e6,
                            "--property", "messkit.synthetic.contention=" + contention,
                            "--property", "messkit.synthetic.coherency=" + coherency, "--out", out.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(temp.resolve(seed + ".out").toFile())
                    .start();
            int code = process.waitFor();
            double took = (System.nanoTime() - start) / 1e9;
            if (!Files.exists(out.resolve(Calibration.FILE))) {
                System.out.printf(Locale.ROOT, "seed %d: exit %d, no calibration: %s%n", seed, code, temp.resolve(seed + ".out"));
                continue;
            }
            Calibration.Range range = Calibration.read(out.resolve(Calibration.FILE)).ranges().get(0);
            double outside = outside(out);
            double peak = IntStream.rangeClosed(1, MOST).mapToDouble(n -> tps(n, outside, contention, coherency)).max().orElseThrow();
            int knee = IntStream.rangeClosed(1, MOST)
                    .filter(n -> tps(n, outside, contention, coherency) >= 0.95 * peak)
                    .findFirst()
                    .orElseThrow();
            double best = tps(range.best(), outside, contention, coherency) / peak;
            boolean inside = range.from().isPresent() && range.from().getAsInt() <= knee && range.to().getAsInt() >= knee;
            boolean holds = best >= WORST && inside && took < LONGEST_SECONDS;
            held += holds ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "seed %d: best level %d has %.1f %% of the true peak, true knee %d in %s to %s: %s, %.0f s%s%n",
                    seed, range.best(), best * 100, knee, range.from(), range.to(), inside, took, holds ? "" : " DOES NOT HOLD");
        }
        System.out.println("calibrations that hold: " + held + " of " + SEEDS);
        if (held < SEEDS) {
            System.exit(1);
        }
    }

    /** Seconds of a cycle that are not the service's own, from the cell of one user. */
    private static double outside(Path out) throws Exception {
        Cell alone = RunReader.read(out).cells().stream()
                .filter(cell -> cell.load().concurrency() == 1 && cell.figures().isPresent())
                .findFirst()
                .orElseThrow();
        return 1 / alone.figures().orElseThrow().tps() - SECONDS;
    }

    /** TPS of so many users: those in the service slow each other by the law, each is outside for a while. */
    private static double tps(int users, double outside, double contention, double coherency) {
        double low = 0;
        double high = users;
        for (int i = 0; i < 60; i++) {
            double inService = (low + high) / 2;
            double n = Math.max(1, inService);
            double time = SECONDS * (1 + contention * (n - 1) + coherency * n * (n - 1));
            boolean more = users - inService > outside * inService / time;
            low = more ? inService : low;
            high = more ? high : inService;
        }
        return (users - low) / outside;
    }
}
