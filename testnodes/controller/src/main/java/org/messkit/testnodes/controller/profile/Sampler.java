// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.messkit.testnodes.controller.process.Jvm;

/**
 * Samples a JVM on its processors, where it allocates and where it waits: by async-profiler, which also sees the collector and the
 * compilers, and no safepoints; where its library does not load, by the JDK's flight recorder. Either writes the recorder's format.
 */
public final class Sampler {
    private static final String INTERVAL = "1ms";
    private static final String ALLOCATION = "512k";
    private static final String LOCK = "10us";
    private static final long PATIENCE_SECONDS = 30;

    private final Optional<Path> library;

    private Sampler(Optional<Path> library) {
        this.library = library;
    }

    /**
     * Finds out which of the two works, by using it.
     *
     * @param folder where the library is unpacked, if there is one for this system
     * @param jvm that is to be sampled
     */
    public static Sampler find(Path folder, Jvm jvm) throws IOException {
        Path library = folder.toAbsolutePath().resolve("libasyncProfiler.so");
        try (InputStream packed = Sampler.class.getResourceAsStream("/" + system() + "/libasyncProfiler.so")) {
            if (packed == null) {
                return new Sampler(Optional.empty());
            }
            Files.createDirectories(folder);
            Files.copy(packed, library, StandardCopyOption.REPLACE_EXISTING);
        }
        Path trial = Files.createTempFile("messkit", ".jfr");
        try {
            Files.delete(trial);
            String agent = "-agentpath:" + library + "=start," + options() + ",file=" + trial;
            boolean loads = succeeds(List.of(jvm.java().toString(), agent, "-version")) && Files.exists(trial);
            return new Sampler(loads ? Optional.of(library) : Optional.empty());
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /**
     * Refuses a JVM that running processes of cannot be sampled.
     *
     * @throws IllegalArgumentException if it is a runtime without tools, in one line for the user
     */
    public static void requireTools(Jvm jvm) {
        if (!Files.isExecutable(jvm.java().resolveSibling("jcmd"))) {
            throw new IllegalArgumentException("to be profiled under load a JVM needs jcmd beside it, and " + jvm.java()
                    + " has none: name a JDK");
        }
    }

    /** The flight recorder, whether or not there would be better. */
    public static Sampler flightRecorder() {
        return new Sampler(Optional.empty());
    }

    /** What it is, for the conditions. */
    public String name() {
        return library.isPresent()
                ? "async-profiler: a sample per " + INTERVAL + " of processor time, per " + ALLOCATION
                        + " allocated, and of waits above " + LOCK
                : "JDK Flight Recorder, settings profile: a sample per 10 or 20 ms, of Java alone, and of waits above 10 ms";
    }

    /**
     * JMH's own profiler that does it, over the measured iterations of a fork.
     *
     * @param folder where JMH puts the recording, in a folder of its own naming
     */
    String jmh(Path folder) {
        String where = ";dir=" + folder.toAbsolutePath();
        return library.map(lib -> "async:libPath=" + lib + ";output=jfr;event=cpu;interval=1000000;alloc=" + ALLOCATION
                        + ";lock=" + LOCK + where)
                .orElse("jfr:configName=profile" + where);
    }

    /** The recording that JMH made, moved to its place. */
    static void collect(Path folder, Path recording) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path found = files.filter(file -> file.toString().endsWith(".jfr"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the profiler left no recording in " + folder));
            Files.move(found, recording);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Begins to sample a running process.
     *
     * @param recording where it goes
     * @throws IOException if the process cannot be told
     */
    public void start(ProcessHandle process, Jvm jvm, Path recording) throws IOException {
        String file = recording.toAbsolutePath().toString();
        jcmd(
                process,
                jvm,
                library.map(lib -> List.of(
                                "JVMTI.agent_load", lib.toString(), quoted("start," + options() + ",file=" + file)))
                        .orElse(List.of("JFR.start", "name=messkit", "settings=profile", "filename=" + file)));
    }

    /** Ends what {@link #start} began; then the recording is there. */
    public void stop(ProcessHandle process, Jvm jvm, Path recording) throws IOException {
        String file = recording.toAbsolutePath().toString();
        jcmd(
                process,
                jvm,
                library.map(lib -> List.of("JVMTI.agent_load", lib.toString(), quoted("stop,file=" + file)))
                        .orElse(List.of("JFR.stop", "name=messkit", "filename=" + file)));
        if (!Files.exists(recording)) {
            throw new IOException("the profiler left no recording: " + recording);
        }
    }

    private static void jcmd(ProcessHandle process, Jvm jvm, List<String> words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(jvm.java().resolveSibling("jcmd").toString(), Long.toString(process.pid())));
        command.addAll(words);
        if (!succeeds(command)) {
            throw new IOException("process " + process.pid() + " cannot be profiled: jcmd " + words.get(0) + " failed");
        }
    }

    /** Else jcmd takes what stands before an equals sign for an option of its own. */
    private static String quoted(String words) {
        return '"' + words + '"';
    }

    private static String options() {
        return "event=cpu,interval=" + INTERVAL + ",alloc=" + ALLOCATION + ",lock=" + LOCK + ",jfr";
    }

    private static String system() {
        String processor = System.getProperty("os.arch", "");
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return mac ? "macos" : "linux-" + (processor.equals("aarch64") ? "arm64" : "x64");
    }

    private static boolean succeeds(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
