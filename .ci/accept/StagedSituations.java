// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;

/**
 * Ten situations whose cause is planted, and what the kit says of each: the planted cause, nothing (undecided), or something wrong. Run
 * from the root of a built checkout, through the script beside it; words on its command line choose situations by name.
 */
final class StagedSituations {
    private static final String UNDECIDED = "undecided";
    private static final int LEAST_DECIDED = 8;

    private record Situation(String name, String services, String load, String right, String link, boolean starved) {
        Situation(String name, String services, String load, String right) {
            this(name, services, load, right, "", false);
        }
    }

    private static final String TIMES = "<timing warmup='8s' settle='500ms' window='3s'/>";

    private static final List<Situation> SITUATIONS = List.of(
            new Situation(
                    "starved TestNode", "null/synthetic@pox",
                    "<closed concurrency='8 16 32'/>" + TIMES + "<service-jvm properties='messkit.synthetic.micros=1'/>", "consumer-bound", "",
                    true),
            new Situation(
                    "capped link",
                    "null/baseline@pox",
                    "<closed concurrency='1 4 8 16'/><testnode link-mbit='50'/>" + TIMES,
                    "network-bound",
                    "50mbit",
                    false),
            synthetic("lock in the service", "<closed concurrency='1 4 8 16'/>", "server-bound: lock", "micros=3000", "lock=1"),
            synthetic("pool of 4", "<closed concurrency='1 2 4 8 16'/>", "server-bound: pool", "micros=5000", "pool=4"),
            synthetic(
                    "GC pressure", "<closed concurrency='1 2 4 8'/>", "server-bound: garbage collection", "micros=100",
                    "garbage=3000000"),
            synthetic("tiny load", "<closed concurrency='1 2 3'/>", "under-driven", "micros=20000"),
            synthetic(
                    "too much load", "<closed concurrency='32 64 128'/>", "over-driven", "micros=2000", "contention=0.05",
                    "coherency=0.01"),
            synthetic("slow disk", "<closed concurrency='1 2 4 8'/>", "server-bound: disk", "micros=10", "disk=400000"),
            synthetic(
                    "stateful cache", "<closed concurrency='2 4 8'/><steady tolerance='0.1' cap='60s'/>", "probably stateful",
                    "micros=2000", "cpu=1", "cache-micros=2000"),
            new Situation(
                    "healthy", "tv-dinner/stax@pox", "<closed concurrency='1 2 4 8 16'/>" + TIMES.replace("8s", "20s"),
                    "server-bound: CPU"));

    private static Situation synthetic(String name, String load, String right, String... law) {
        StringBuilder properties = new StringBuilder();
        for (String part : law) {
            properties.append("messkit.synthetic.").append(part).append(' ');
        }
        String heap = name.startsWith("GC") ? " heap='64m'" : "";
        return new Situation(
                name,
                "null/synthetic@pox",
                load + TIMES + "<service-jvm" + heap + " properties='" + properties + "'/>",
                right);
    }

    private StagedSituations() {}

    public static void main(String[] arguments) throws Exception {
        Path temp = Files.createTempDirectory("messkit-staged");
        int decided = 0;
        int wrong = 0;
        List<String> right = new ArrayList<>();
        for (Situation situation : SITUATIONS) {
            if (arguments.length > 0 && !List.of(arguments).contains(situation.name().split(" ")[0])) {
                continue;
            }
            Run run = run(temp, situation);
            Finding finding = finding(run);
            String verdict = finding.verdict().label();
            boolean isRight = verdict.equals(situation.right());
            boolean open = verdict.equals(UNDECIDED);
            decided += open ? 0 : 1;
            wrong += isRight || open ? 0 : 1;
            if (isRight) {
                right.add(situation.name());
            }
            System.out.println(situation.name() + ": " + verdict + (isRight ? " (right)" : open ? "" : " WRONG, planted: " + situation.right())
                    + "; " + finding.rule() + "; " + finding.numbers());
        }
        System.out.println("decided " + decided + " of " + SITUATIONS.size() + ", wrong " + wrong);
        boolean holds = wrong == 0 && decided >= LEAST_DECIDED && right.containsAll(List.of("healthy", "tiny load"));
        if (!holds) {
            System.exit(1);
        }
    }

    /** Of the one curve, or of the service without one. */
    private static Finding finding(Run run) {
        RunIndex index = RunIndex.of(run);
        return index.curves().stream()
                .map(CurveIndex::verdict)
                .findFirst()
                .orElseGet(() -> index.unmeasured().get(0).finding());
    }

    private static Run run(Path temp, Situation situation) throws Exception {
        String id = situation.name().replace(' ', '-');
        Path scenario = Files.writeString(
                temp.resolve(id + ".xml"),
                "<scenario xmlns='urn:messkit:scenario:1' name='" + id + "'><services>" + situation.services()
                        + "</services><payload bytes='5000'/><limits ceiling='none'/>" + situation.load() + "</scenario>");
        Path folder = temp.resolve(id);
        String command = "exec ./messkit run " + scenario + " --out " + folder;
        if (!situation.link().isEmpty()) {
            // A network of its own, whose loopback is the capped link.
            command = "exec unshare --net sh -c 'ip link set lo up && tc qdisc add dev lo root tbf rate " + situation.link()
                    + " burst 32kb latency 100ms && " + command + "'";
        }
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve(id + ".out").toFile())
                .start();
        Process loop = null;
        try {
            if (situation.starved()) {
                loop = new ProcessBuilder("taskset", "-c", testNodeCore(folder), "sh", "-c", "while :; do :; done").start();
            }
            process.waitFor();
            return RunReader.read(folder);
        } finally {
            if (loop != null) {
                loop.destroyForcibly();
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String testNodeCore(Path folder) throws Exception {
        Pattern pinned = Pattern.compile("name=\"TestNode cores\" value=\"1 \\(pinned to (\\d+)\\)\"");
        for (int look = 0; look < 600; look++) {
            Path run = folder.resolve("run.xml");
            Matcher found = pinned.matcher(Files.exists(run) ? Files.readString(run) : "");
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new IOException("the run never said on which core its TestNode is");
    }
}
