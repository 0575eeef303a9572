// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a JVM is started: everything that would otherwise be chosen by the JVM from the machine it happens to see.
 *
 * @param java the java program
 * @param heap smallest and largest heap, for example {@code 512m}
 * @param gc {@code Parallel}, {@code G1}, {@code Serial}, {@code Z} or {@code Shenandoah}
 * @param cores the processors that it may use
 * @param pinned whether it is kept on them; else it only believes that it has so many
 */
public record JvmSettings(Path java, String heap, String gc, List<Integer> cores, boolean pinned) {
    /** The collectors that can be named. */
    public static final Set<String> COLLECTORS = Set.of("Parallel", "G1", "Serial", "Z", "Shenandoah");

    /** Option of a JVM that lives so briefly that what the second compiler makes never pays. */
    public static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    /** Copies. */
    public JvmSettings {
        cores = List.copyOf(cores);
    }

    /** The same, but free to run on any processor: for a service until it is warm, see {@link Cores#pin}. */
    public JvmSettings unpinned() {
        return new JvmSettings(java, heap, gc, cores, false);
    }

    /** The same on another JVM. */
    public JvmSettings on(Path otherJava) {
        return new JvmSettings(otherJava, heap, gc, cores, pinned);
    }

    /** The command line that runs a class from folders of jars. */
    public List<String> command(String classPath, String mainClass, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (pinned) {
            command.addAll(List.of("taskset", "-c", coreList()));
        }
        command.add(java.toString());
        command.addAll(options());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }

    /** Settings by name, for charts and the environment. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", cores.size() + (pinned ? " (pinned to " + coreList() + ")" : " (not pinned)"));
        facts.put("heap", heap + " (min = max)");
        facts.put("collector", gc);
        return facts;
    }

    /** The JVM's own options, as they stand in the command line. */
    public List<String> options() {
        return List.of(
                "-Xms" + heap,
                "-Xmx" + heap,
                "-XX:+Use" + gc + "GC",
                "-XX:ActiveProcessorCount=" + cores.size(),
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=" + Locale.ENGLISH.getLanguage());
    }

    private String coreList() {
        return String.join(",", cores.stream().map(String::valueOf).toList());
    }
}
