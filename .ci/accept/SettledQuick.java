// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.cells.Drift;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;

/** Whether the figures of quick have settled. Run from the root of a built checkout, through the script beside it. */
final class SettledQuick {
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private SettledQuick() {}

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        Path temp = Files.createTempDirectory("messkit-quick");
        int bad = 0;
        for (int i = 1; i <= runs; i++) {
            Instant start = Instant.now();
            Run run = run(temp, i);
            bad += holds(run, i, Duration.between(start, Instant.now())) ? 0 : 1;
        }
        System.out.println((runs - bad) + " of " + runs + " runs of quick have settled figures");
        System.exit(bad == 0 ? 0 : 1);
    }

    private static Run run(Path temp, int number) throws IOException, InterruptedException {
        Path out = temp.resolve("run-" + number);
        Process process = new ProcessBuilder("./messkit", "run", "quick", "--out", out.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("out-" + number).toFile())
                .start();
        int code = process.waitFor();
        if (!Files.exists(out.resolve("summary.csv"))) {
            throw new IOException("the run ended with " + code + ": " + Files.readString(temp.resolve("out-" + number)));
        }
        return RunReader.read(out);
    }

    private static boolean holds(Run run, int number, Duration took) {
        List<String> problems = new ArrayList<>();
        List<Cell> measured = run.cells().stream()
                .filter(cell -> cell.outcome() == Outcome.MEASURED)
                .toList();
        double most = measured.stream()
                .flatMap(cell -> cell.figures().orElseThrow().internals().stream())
                .mapToDouble(Cell.Internals::compiling)
                .max()
                .orElse(Double.NaN);
        if (!(most <= Rules.COMPILED.value())) {
            problems.add("a measured window had " + percent(most) + " in the compilers");
        }
        RunIndex index = RunIndex.of(run);
        List<Drift> drifts = Drift.of(run.cells());
        for (Drift drift : drifts) {
            boolean withheld = index.curves().stream()
                    .filter(curve -> curve.service().equals(drift.last().service()))
                    .allMatch(curve -> curve.headline().isEmpty());
            if (Math.abs(drift.ratio() - 1) > Rules.ANCHOR.value() && !withheld) {
                problems.add(drift.last().service().name() + " changed by " + drift.ratio() + " and has max-TPS");
            }
        }
        if (took.compareTo(LONGEST) > 0) {
            problems.add("it took " + took.toSeconds() + " s");
        }
        System.out.printf(
                Locale.ROOT,
                "run %d: %d s, %d of %d cells measured, compilers at most %s, last/first %s, withheld %d, spread of ln TPS between forks %s%s%n",
                number,
                took.toSeconds(),
                measured.size(),
                run.cells().size(),
                percent(most),
                drifts.stream().map(d -> String.format(Locale.ROOT, "%.2f", d.ratio())).collect(Collectors.joining(" ")),
                index.curves().stream().filter(curve -> curve.headline().isEmpty()).count(),
                spread(measured),
                problems.isEmpty() ? "" : ": " + String.join("; ", problems));
        return problems.isEmpty();
    }

    /** Standard deviation within levels, over all of them. */
    private static String spread(List<Cell> measured) {
        Map<List<Object>, List<Double>> levels = measured.stream()
                .collect(Collectors.groupingBy(
                        cell -> List.of(cell.service(), cell.payload(), cell.load()),
                        Collectors.mapping(
                                cell -> Math.log(cell.figures().orElseThrow().tps()), Collectors.toList())));
        double squares = 0;
        int freedom = 0;
        for (List<Double> forks : levels.values()) {
            double mean = forks.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            squares += forks.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
            freedom += forks.size() - 1;
        }
        return freedom == 0 ? "not known" : String.format(Locale.ROOT, "%.3f", Math.sqrt(squares / freedom));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
