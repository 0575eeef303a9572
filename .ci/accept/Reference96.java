// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.compare.Comparison;
import org.messkit.results.index.compare.Pair;
import org.messkit.results.index.compare.Technologies;
import org.messkit.results.index.forks.Judgement.Word;
import org.messkit.results.index.verdict.Verdict;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;

/** Runs the reference scenario, and longer, and holds the verdicts of one against those of the other. */
final class Reference96 {
    private static final int CELLS = 96;
    private static final double LEAST_MEASURED = 0.8;
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Path SCENARIO = Path.of("usecases/scenarios/reference-96.xml");

    private Reference96() {}

    public static void main(String[] arguments) throws Exception {
        Path temp = Files.createTempDirectory("messkit-reference");
        boolean given = arguments.length == 2;
        long start = System.nanoTime();
        Run shorter = given ? RunReader.read(Path.of(arguments[0])) : run(SCENARIO, temp.resolve("shorter"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        boolean inTime = given || took.compareTo(LONGEST) <= 0;
        if (!given) {
            System.out.println("minutes: " + took.toMinutes());
        }
        boolean enough = measured(shorter);
        Run longer = given ? RunReader.read(Path.of(arguments[1])) : run(longer(temp), temp.resolve("longer"));
        int contradictions = contradictions("verdict", verdicts(shorter), verdicts(longer))
                + contradictions("comparison", words(shorter), words(longer));
        System.out.println("contradictions: " + contradictions);
        if (!inTime || !enough || contradictions > 0) {
            System.exit(1);
        }
    }

    private static Run run(Path scenario, Path out) throws Exception {
        Process run = new ProcessBuilder("./messkit", "run", scenario.toString(), "--out", out.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.resolveSibling(out.getFileName() + ".out").toFile())
                .start();
        int code = run.waitFor();
        System.out.println(out + ": exit " + code);
        return RunReader.read(out);
    }

    private static Path longer(Path temp) throws IOException {
        String window = "window=\"4s\"";
        String budget = "<budget time=\"60m\"";
        String text = Files.readString(SCENARIO);
        if (!text.contains(window) || !text.contains(budget)) {
            throw new IllegalStateException("the scenario is not what this script was written for");
        }
        String longer = text.replace(window, "window=\"8s\"").replace(budget, "<budget time=\"75m\"");
        return Files.writeString(temp.resolve("longer.xml"), longer);
    }

    /** Says how many of the cells are measured in at least one fork, and what became of all visits. */
    private static boolean measured(Run run) {
        Set<String> asked = new TreeSet<>();
        Set<String> measured = new TreeSet<>();
        Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
        for (Cell cell : run.cells()) {
            outcomes.merge(cell.outcome(), 1, Integer::sum);
            if (!cell.service().isCeiling()) {
                String name = cell.service().name() + " " + cell.payload().bytes() + " " + cell.load().concurrency();
                asked.add(name);
                if (cell.outcome() == Outcome.MEASURED) {
                    measured.add(name);
                }
            }
        }
        System.out.println("visits: " + outcomes);
        System.out.println("cells measured: " + measured.size() + " of " + CELLS + ", visited " + asked.size());
        return measured.size() >= LEAST_MEASURED * CELLS;
    }

    /** What limits each curve, where that was decided. */
    private static Map<String, String> verdicts(Run run) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (CurveIndex curve : RunIndex.of(run).curves()) {
            if (!(curve.verdict().verdict() instanceof Verdict.Undecided)) {
                verdicts.put(curve.service().name() + " " + curve.payload().bytes() + " B", curve.verdict().verdict().label());
            }
        }
        return verdicts;
    }

    /** Which technology is faster in each cell, where that was decided. */
    private static Map<String, String> words(Run run) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Comparison comparison : Technologies.of(RunIndex.of(run))) {
            for (Pair pair : comparison.pairs()) {
                pair.judgement()
                        .map(judgement -> judgement.word())
                        .filter(word -> word == Word.FASTER || word == Word.SLOWER)
                        .ifPresent(word -> words.put(
                                pair.one().name() + " " + pair.other().name() + " " + pair.payload().bytes() + " B " + pair.concurrency(), word.toString()));
            }
        }
        return words;
    }

    private static int contradictions(String what, Map<String, String> shorter, Map<String, String> longer) {
        int both = 0;
        int contradictions = 0;
        for (Map.Entry<String, String> one : shorter.entrySet()) {
            String other = longer.get(one.getKey());
            both += other == null ? 0 : 1;
            if (other != null && !other.equals(one.getValue())) {
                contradictions++;
                System.out.println(one.getKey() + ": " + one.getValue() + ", longer: " + other);
            }
        }
        System.out.printf(
                Locale.ROOT, "%s decided: %d, longer %d, both %d%n", what, shorter.size(), longer.size(), both);
        return contradictions;
    }
}
