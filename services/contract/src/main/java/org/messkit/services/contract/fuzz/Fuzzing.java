// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets Jazzer send messages to a room's handlers, in a process of its own: it instruments the parsers, and what it finds may be that a heap
 * is full or a thread hangs. For how long says the system property {@value #SECONDS}.
 */
public final class Fuzzing implements AutoCloseable {
    static final String SECONDS = "messkit.fuzz.seconds";

    private static final int DEFAULT_SECONDS = 5;
    private static final int HANGS_SECONDS = 60;
    private static final int START_SECONDS = 180;
    private static final int LONGEST_REPORT = 6_000;
    /** Where what was found is kept, each input in a file. */
    private static final Path FINDINGS = Path.of("target", "fuzz").toAbsolutePath();

    private final Process jazzer;
    private final Path log;

    private Fuzzing(Process jazzer, Path log) {
        this.jazzer = jazzer;
        this.log = log;
    }

    /** Whether it is to run at all. */
    public static boolean isAskedFor() {
        return Integer.getInteger(SECONDS, DEFAULT_SECONDS) > 0;
    }

    /**
     * Starts it; it runs until the time is up or something is found.
     *
     * @param folder for seeds and the log
     */
    public static Fuzzing start(Path folder) throws IOException {
        int seconds = Integer.getInteger(SECONDS, DEFAULT_SECONDS);
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        FuzzTarget.writeSeeds(seeds);
        Files.createDirectories(FINDINGS);
        Path log = folder.resolve("jazzer.log");
        Process jazzer = new ProcessBuilder(command(seeds, seconds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        jazzer.getOutputStream().close();
        return new Fuzzing(jazzer, log);
    }

    /**
     * Waits for its end.
     *
     * @throws AssertionError with the end of Jazzer's report if something was found
     */
    public void assertNothingFound() throws IOException, InterruptedException {
        int seconds = Integer.getInteger(SECONDS, DEFAULT_SECONDS);
        boolean ended = jazzer.waitFor((long) seconds + START_SECONDS + HANGS_SECONDS, TimeUnit.SECONDS);
        String report = Files.readString(log, StandardCharsets.ISO_8859_1);
        if (!ended || jazzer.exitValue() != 0 || !report.contains("Done ")) {
            throw new AssertionError("see " + FINDINGS + "\n" + end(report));
        }
    }

    @Override
    public void close() {
        jazzer.destroyForcibly();
    }

    private static List<String> command(Path seeds, int seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=org.messkit.**:com.ctc.wstx.**:com.fasterxml.aalto.**:org.apache.xerces.**",
                // With Jazzer's hooks in it, the driver's code does not pass the verifier.
                "--custom_hook_excludes=org.postgresql.**",
                "--reproducer_path=" + FINDINGS,
                "-artifact_prefix=" + FINDINGS + "/",
                "-max_total_time=" + seconds,
                "-timeout=" + HANGS_SECONDS,
                // The heap is bounded; the rest of the process is Jazzer's own.
                "-rss_limit_mb=0",
                "-seed=1",
                seeds.toString());
    }

    private static String end(String report) {
        String told =
                report.lines().filter(line -> !line.startsWith("INFO:")).reduce("", (all, line) -> all + line + "\n");
        return told.length() <= LONGEST_REPORT ? told : told.substring(told.length() - LONGEST_REPORT);
    }
}
