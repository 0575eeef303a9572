// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Who built a JVM, and which build it is: two of one version may differ in both. */
public final class JvmBuild {
    private static final int LONGEST_SECONDS = 30;
    private static final String IS = " = ";

    private JvmBuild() {}

    /**
     * What a JVM says of itself. Its {@code release} file is not asked: a JDK's program may lead to another one, and not every
     * runtime has that file.
     *
     * @return {@code VM}, {@code build} (that of the VM behind it where it is another) and {@code vendor}; where the JVM does not tell,
     *     that as the build
     */
    public static Map<String, String> facts(Jvm jvm) {
        Map<String, String> facts = new LinkedHashMap<>();
        try {
            facts.putAll(facts(properties(jvm)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            facts.put("build", "not known: interrupted");
        } catch (IOException e) {
            facts.put("build", "not known: the JVM does not say it");
        }
        return facts;
    }

    /** From system properties. */
    static Map<String, String> facts(Map<String, String> properties) throws IOException {
        String runtime = properties.get("java.runtime.version");
        String vm = properties.getOrDefault("java.vm.version", runtime);
        if (runtime == null) {
            throw new IOException("java.runtime.version is missing");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("VM", properties.getOrDefault("java.vm.name", "unknown"));
        facts.put("build", vm.equals(runtime) ? runtime : runtime + ", VM " + vm);
        facts.put("vendor", properties.getOrDefault("java.vendor", "unknown"));
        return facts;
    }

    private static Map<String, String> properties(Jvm jvm) throws IOException, InterruptedException {
        // To a file: a program that never ends could hold a pipe open for ever.
        Path said = Files.createTempFile("messkit-jvm", ".txt");
        Process process = null;
        try {
            process = new ProcessBuilder(jvm.java().toString(), "-XshowSettings:properties", "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(jvm.java() + " ended with an error");
            }
            Map<String, String> properties = new HashMap<>();
            Files.readString(said)
                    .lines()
                    .map(line -> line.strip().split(IS, 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> properties.put(parts[0], parts[1]));
            return properties;
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            Files.delete(said);
        }
    }
}
