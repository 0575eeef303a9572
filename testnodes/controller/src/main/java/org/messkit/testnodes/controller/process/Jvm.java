// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A JVM as a user names it.
 *
 * @param java the java program
 * @param version as its {@code release} file has it, for example {@code 17.0.15}
 */
public record Jvm(Path java, String version) {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** The number before the first dot, for example {@code 17}: updates of one release share it. */
    public String release() {
        return version.split("\\.", 2)[0];
    }

    /** The one that this process runs on. */
    public static Jvm own() {
        return new Jvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Runtime.version().version().stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + "." + b)
                        .orElseThrow());
    }

    /**
     * Finds one.
     *
     * @param name a release such as {@code 25}, of which the own JVM comes first and then those below {@code /usr/lib/jvm}; or the path
     *     of a JDK's folder or of its java program
     * @throws IllegalArgumentException if there is none, in one line for the user
     */
    public static Jvm named(String name) {
        Path given = Path.of(name);
        if (Files.isRegularFile(given)) {
            // A link in a folder of programs leads to the JDK that it is of.
            return of(real(given).getParent().getParent());
        }
        if (Files.isDirectory(given)) {
            return of(given);
        }
        List<Jvm> known = known();
        return known.stream()
                .filter(jvm -> jvm.version().equals(name) || jvm.version().startsWith(name + "."))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no JVM '" + name
                        + "', neither a path nor one of: "
                        + String.join(
                                ", ",
                                known.stream().map(Jvm::version).distinct().toList())));
    }

    private static Jvm of(Path home) {
        Path java = home.resolve("bin/java");
        if (!Files.isExecutable(java)) {
            throw new IllegalArgumentException("there is no bin/java in " + home);
        }
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the file release of the JDK in " + home + " cannot be read", e);
        }
        return new Jvm(java, release.getProperty("JAVA_VERSION", "unknown").replace("\"", ""));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot follow " + file, e);
        }
    }

    private static List<Jvm> known() {
        List<Jvm> known = new ArrayList<>();
        known.add(own());
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(INSTALLED)) {
            for (Path home : homes) {
                try {
                    known.add(of(home));
                } catch (IllegalArgumentException e) {
                    // A runtime without a release file, or what is no JVM.
                }
            }
        } catch (IOException e) {
            // No such folder on this system.
        }
        return known;
    }
}
